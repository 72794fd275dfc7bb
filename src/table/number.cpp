#include "table/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace gradfield {

namespace {

// What to_chars says otherwise; null for all other values.
char* write_special(char* out, double value) {
  if (std::isnan(value)) return std::copy_n("nan", 3, out);
  if (value == 0) {
    *out = '0';
    return out + 1;
  }
  return nullptr;
}

}  // namespace

char* write_number(char* out, double value) {
  if (char* end = write_special(out, value)) return end;
  return std::to_chars(out, out + kLongestNumber, value).ptr;
}

char* write_number(char* out, double value, int precision) {
  if (char* end = write_special(out, value)) return end;
  return std::to_chars(out, out + precision + 8, value, std::chars_format::general, precision).ptr;
}

void append_number(std::string& out, double value, std::optional<int> precision) {
  std::array<char, kLargestPrecision + 16> digits;
  char* const end = precision ? write_number(digits.data(), value, *precision) : write_number(digits.data(), value);
  out.append(digits.data(), end);
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
