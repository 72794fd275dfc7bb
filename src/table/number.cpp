#include "table/number.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

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

NumberReading read_number(std::string_view text, double& value) {
  const bool has_plus = text.starts_with('+');
  if (has_plus) text.remove_prefix(1);
  if (has_plus && text.starts_with('-')) return NumberReading::kNoNumber;
  const char* const end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, value);
  // from_chars takes "nan(1)" too.
  if (rest != end || fault == std::errc::invalid_argument || text.ends_with(')')) return NumberReading::kNoNumber;
  if (fault == std::errc()) return NumberReading::kNumber;
  // from_chars reports too large and too small alike. strtod tells them apart; its locale is the C locale's, for
  // LC_NUMERIC is never set.
  value = std::strtod(std::string(text).c_str(), nullptr);
  return std::isinf(value) ? NumberReading::kTooLarge : NumberReading::kNumber;
}

}  // namespace gradfield
