#include "base/excerpt.hpp"

#include <algorithm>
#include <vector>

#include "base/spelling.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kColumnsShown = 72;

}  // namespace

Error error_at(std::string_view text, Place place, const std::string& message, const std::string& cure) {
  place.position = std::min(place.position, text.size());
  // The line that holds the place; a place at a line's end belongs to that line.
  const std::size_t line_start = place.position == 0 ? 0 : text.rfind('\n', place.position - 1) + 1;
  std::size_t line_end = std::min(text.find('\n', place.position), text.size());
  if (line_end > line_start && text[line_end - 1] == '\r') --line_end;

  // Columns of the line as it will be shown, character by character.
  std::vector<std::string> shown;
  std::size_t first = 0, last = 0;  // of the place, as indices into `shown`
  for (std::size_t i = line_start; i < line_end;) {
    const Character c = decode_character(text, i);
    if (i <= place.position) first = shown.size();
    shown.push_back(c.valid && is_white_space(c.code_point) ? " " : printable(text.substr(i, c.bytes)));
    if (i < place.position + std::max<std::size_t>(place.length, 1)) last = shown.size();
    i += c.bytes;
  }
  if (place.position >= line_end) first = shown.size();
  last = std::max(last, first + 1);
  // A mark stands above or below the character before it.
  while (first > 0 && first < shown.size() && column_width(shown[first]) == 0) --first;

  std::size_t from = 0, to = shown.size();
  const auto width = [&](std::size_t a, std::size_t b) {
    std::size_t columns = 0;
    for (std::size_t i = a; i < std::min(b, shown.size()); ++i) columns += column_width(shown[i]);
    return columns;
  };
  if (width(0, shown.size()) > kColumnsShown) {
    constexpr std::size_t kBefore = 30;
    for (std::size_t columns = width(from, first); columns > kBefore; ++from) columns -= column_width(shown[from]);
    for (std::size_t columns = width(from, to); to > first + 1 && columns > kColumnsShown - 6; --to) {
      columns -= column_width(shown[to - 1]);
    }
    last = std::min(last, std::max(to, first + 1));
  }
  std::string line = from > 0 ? "..." : "";
  std::string carets(line.size() + width(from, first), ' ');
  for (std::size_t i = from; i < to; ++i) line += shown[i];
  if (to < shown.size()) line += "...";
  carets += '^';
  const std::size_t marked = width(first, last);
  if (marked > 1) carets.append(marked - 1, '~');
  if (!cure.empty()) carets += " " + printable(cure);
  return Error(ExitCode::kData, message + "\n  " + line + "\n  " + carets);
}

}  // namespace gradfield
