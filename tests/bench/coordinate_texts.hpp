// Numbers of an axis as text, made once and copied into every row.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <vector>

#include "base/numbers/number.hpp"

namespace gradfield::bench {

/// A number and the comma behind it.
struct CoordinateText {
  explicit CoordinateText(double value) {
    char* const end = write_number(text.data(), value);
    *end = ',';
    size = static_cast<std::size_t>(end + 1 - text.data());
  }

  /// Copies it to `out`, where kNumberRoom bytes are free, and returns its end.
  char* copy(char* out) const {
    std::memcpy(out, text.data(), text.size());
    return out + size;
  }

  std::array<char, kNumberRoom> text;
  std::size_t size;
};

inline std::vector<CoordinateText> coordinate_texts(const std::vector<double>& points) {
  return {points.begin(), points.end()};
}

/// A number and `end` behind it.
inline char* write_cell(char* out, double value, char end) {
  out = write_number(out, value);
  *out++ = end;
  return out;
}

/// The longest row of five columns, with room behind it for the wide stores.
inline constexpr std::size_t kLongestRow = 5 * (kLongestNumber + 1) + kNumberRoom;

}  // namespace gradfield::bench
