#include "table/points/lines.hpp"

#include <algorithm>
#include <cstring>
#include <span>

namespace gradfield {
namespace {

// As much as a pipe holds.
constexpr std::size_t kChunkSize = 1 << 16;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

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
