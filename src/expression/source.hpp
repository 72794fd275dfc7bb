// A formula as the person typed it: its words, and errors that point into it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace gradfield {

/// Part of a text, in bytes.
struct Place {
  std::size_t position = 0;
  std::size_t length = 1;
};

/// An error about `place` of `text`: the message, then the line with a caret under the place and the cure beside it.
/// At most 72 columns around the place are shown, other lines not at all; what cannot be printed is made visible.
Error error_at(std::string_view text, Place place, const std::string& message, const std::string& cure = "");

enum class WordKind { kNumber, kName, kOperator, kOpen, kClose, kComma };

struct Word {
  WordKind kind;
  Place place;
  std::string_view text;
};

/// The words of a formula.
/// Errors: kData for a character that no formula has (control, not ASCII, quotes, brackets, `=` alone), for a number
/// too large for a double, and for a text that is empty or longer than `kLongestExpression`.
std::vector<Word> split_words(std::string_view text);

/// In bytes; muParser takes fewer than 20000.
inline constexpr std::size_t kLongestExpression = 19999;

}  // namespace gradfield
