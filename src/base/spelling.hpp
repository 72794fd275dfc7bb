// Text as people see it: what can be printed safely, how wide it is, and which name was probably meant.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace gradfield {

/// One character of a UTF-8 text.
struct Character {
  char32_t code_point = 0;  // the byte itself where `valid` is false
  std::size_t bytes = 1;    // how many bytes it takes
  bool valid = true;        // false: this byte begins no well-formed UTF-8 sequence (RFC 3629)
};

/// Decodes the character at `text[position]`. Requires: position < text.size().
Character decode_character(std::string_view text, std::size_t position);

/// The UTF-8 bytes of a code point. Requires: a Unicode scalar value.
std::string encode_character(char32_t code_point);

/// Terminal columns a character takes: 0 (combining), 1 or 2 (East Asian wide, emoji).
int column_width(char32_t code_point);
/// Terminal columns of a whole UTF-8 text; a byte that is no UTF-8 counts one.
std::size_t column_width(std::string_view text);

/// `text` with everything that could disturb a terminal or deceive a reader made visible: control characters and
/// invalid bytes as \xNN, invisible and direction-changing characters as U+XXXX. All else unchanged.
std::string printable(std::string_view text);

/// The first `columns` columns of `text`, ended with "..." where something was left out.
std::string shortened(std::string_view text, std::size_t columns);

/// The candidate closest to `name` (Damerau-Levenshtein distance, letter case ignored), or "" where none is close:
/// at most one edit for names up to four letters, two up to eight, three beyond.
std::string_view closest_name(std::string_view name, std::span<const std::string_view> candidates);

/// "did you mean 'sin'?" of the candidate closest to `name`, or `otherwise` where none is close.
std::string suggestion(std::string_view name, std::span<const std::string_view> candidates,
                       const std::string& otherwise);

/// "there is no KIND 'name'; " and the closest of the names there are, or all of them: the answer to a wrong choice.
std::string no_such(std::string_view kind, std::string_view name, std::span<const std::string_view> names);

/// "a, b and c"; "" of nothing.
std::string listed(std::span<const std::string_view> names);

/// Whether Unicode calls it White_Space: blanks, tabs and ends of lines of every script.
bool is_white_space(char32_t code_point);

}  // namespace gradfield
