#include "table/points/lines.hpp"

#include <algorithm>
#include <cstring>
#include <span>

namespace gradfield {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  while (at < line.size() && is_blank(line[at])) ++at;
  return at;
}

// Where the quotes that open at `open` close: at a quote that is not doubled. The line's size where they do not.
std::size_t closing_quote(std::string_view line, std::size_t open) {
  for (std::size_t at = open + 1; at < line.size(); ++at) {
    if (line[at] != '"') continue;
    if (at + 1 == line.size() || line[at + 1] != '"') return at;
    ++at;
  }
  return line.size();
}

// As much as a pipe holds.
constexpr std::size_t kChunkSize = 1 << 16;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

void split_cells(const FileLine& file_line, Separators separators, std::vector<std::string_view>& cells) {
  cells.clear();
  const std::string_view line = file_line.text;
  if (const std::size_t nul = line.find('\0'); nul != std::string_view::npos) {
    throw file_line.wrong({nul, 1}, "a NUL byte", "points are plain text in UTF-8");
  }
  const bool blanks_separate = separators == Separators::kBlanksAndCommas;
  const auto ends_cell = [&](char c) { return c == ',' || c == '#' || (blanks_separate && is_blank(c)); };
  bool after_comma = false;
  std::size_t at = skip_blanks(line, 0);
  while (at < line.size() && line[at] != '#') {
    const std::size_t start = at;
    std::string_view cell;
    bool is_quoted = line[start] == '"';
    if (is_quoted) {
      const std::size_t close = closing_quote(line, start);
      if (close == line.size()) throw file_line.wrong({start, 1}, "these quotes are never closed", "add \"");
      at = skip_blanks(line, close + 1);
      is_quoted = at == line.size() || ends_cell(line[at]) || (blanks_separate && at > close + 1);
      cell = line.substr(start + 1, close - start - 1);
    }
    if (!is_quoted) {  // or the quotes end in the middle of it, and are part of it
      at = start;
      while (at < line.size() && !ends_cell(line[at])) ++at;
      std::size_t end = at;
      while (end > start && is_blank(line[end - 1])) --end;
      cell = line.substr(start, end - start);
      at = skip_blanks(line, at);
    }
    cells.push_back(cell);
    after_comma = at < line.size() && line[at] == ',';
    if (after_comma) at = skip_blanks(line, at + 1);
  }
  if (after_comma) cells.push_back(line.substr(at, 0));
}

Place place_of(std::string_view cell, const FileLine& line) {
  return {static_cast<std::size_t>(cell.data() - line.text.data()), std::max<std::size_t>(cell.size(), 1)};
}

Error FileLine::wrong(Place place, const std::string& message, const std::string& cure) const {
  return error_at(text, place, file + ", line " + std::to_string(number) + ": " + message, cure);
}

LineReader::LineReader(Input input) : input_(std::move(input)), buffer_(kChunkSize) {}

std::optional<FileLine> LineReader::next() {
  while (must_read()) read_more();
  if (!line_end_ && begin_ == end_) return std::nullopt;
  const std::size_t line_end = line_end_.value_or(end_);
  check_length(line_end - begin_);
  std::string_view line(buffer_.data() + begin_, line_end - begin_);
  begin_ = std::min(line_end + 1, end_);
  find_line_end(begin_);
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (++number_ == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  return FileLine{input_.name(), number_, line};
}

void LineReader::check_length(std::size_t length) const {
  if (length <= kLongestLine) return;
  throw Error(ExitCode::kData, input_.name() + ", line " + std::to_string(number_ + 1) + " has more than " +
                                   std::to_string(kLongestLine) + " bytes; write one point to a line");
}

void LineReader::find_line_end(std::size_t from) {
  const char* start = buffer_.data() + from;
  const auto* found = static_cast<const char*>(std::memchr(start, '\n', end_ - from));
  line_end_ = found == nullptr ? std::nullopt : std::optional(static_cast<std::size_t>(found - buffer_.data()));
}

void LineReader::read_more() {
  const std::size_t held = end_ - begin_;
  check_length(held);
  if (begin_ > 0) std::memmove(buffer_.data(), buffer_.data() + begin_, held);
  begin_ = 0;
  end_ = held;
  if (held > buffer_.size() / 2) buffer_.resize(2 * buffer_.size());
  const std::size_t length = input_.read(std::span(buffer_).subspan(end_));
  at_end_ = length == 0;
  end_ += length;
  find_line_end(held);
}

}  // namespace gradfield
