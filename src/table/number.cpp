#include "table/number.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace gradfield {

void append_number(std::string& out, double value, std::optional<int> precision) {
  if (std::isnan(value)) {
    out += "nan";
    return;
  }
  if (value == 0) {
    out += '0';
    return;
  }
  std::array<char, kLargestPrecision + 16> digits;
  char* const end = digits.data() + digits.size();
  const std::to_chars_result result =
      precision ? std::to_chars(digits.data(), end, value, std::chars_format::general, *precision)
                : std::to_chars(digits.data(), end, value);
  out.append(digits.data(), result.ptr);
}

std::string number_text(double value, std::optional<int> precision) {
  std::string out;
  append_number(out, value, precision);
  return out;
}

}  // namespace gradfield
