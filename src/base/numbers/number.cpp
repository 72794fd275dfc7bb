#include "base/numbers/number.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "base/numbers/decimal.hpp"
#include "base/numbers/digits.hpp"

namespace gradfield {
namespace {

constexpr std::uint32_t kTenToEight = 100'000'000;

// The 17 digits of a Decimal.
struct Seventeen {
  explicit Seventeen(std::uint64_t significand)
      : Seventeen(significand, static_cast<std::uint32_t>(significand / kTenToEight)) {}
  Seventeen(std::uint64_t significand, std::uint32_t nine)
      : first(static_cast<char>('0' + nine / kTenToEight)),
        rest(nine % kTenToEight, significand - std::uint64_t{nine} * kTenToEight),
        count(1 + rest.last()) {}

  char first;
  SixteenDigits rest;
  int count;  // without zeros at the end
};

// std::to_chars takes the shorter of 1200000 and 1.2e+06, and the first where both are as long: up to 5 zeros behind
// the digits of a whole number, or up to 4 behind a single digit, since 1e+05 needs no point.
bool is_written_whole(int zeros, int count) { return zeros <= (count == 1 ? 4 : 5); }

// In the same way below 1: 0.00012, but 1e-04.
bool is_written_fixed(int point, int count) { return point >= (count == 1 ? -2 : -3); }

// e-324 to e+308 and their lengths, ready to be copied: with a branch for the third digit and two divisions the
// exponent would cost as much as half of the digits.
struct ExponentText {
  std::array<char, 7> text;
  std::uint8_t size;
};
constexpr int kSmallestExponent = -324, kLargestExponent = 308;
constexpr auto kExponentTexts = [] {
  std::array<ExponentText, kLargestExponent - kSmallestExponent + 1> rows{};
  for (int exponent = kSmallestExponent; exponent <= kLargestExponent; ++exponent) {
    ExponentText& row = rows[static_cast<std::size_t>(exponent - kSmallestExponent)];
    const int size = exponent < 0 ? -exponent : exponent;
    row.text[row.size++] = 'e';
    row.text[row.size++] = exponent < 0 ? '-' : '+';
    if (size >= 100) row.text[row.size++] = static_cast<char>('0' + size / 100);
    row.text[row.size++] = static_cast<char>('0' + size / 10 % 10);
    row.text[row.size++] = static_cast<char>('0' + size % 10);
  }
  return rows;
}();

char* write_scientific(char* out, const Seventeen& digits, int exponent) {
  out[0] = digits.first;
  out[1] = '.';
  digits.rest.store(out + 2);
  out += digits.count + (digits.count > 1);
  const ExponentText& row = kExponentTexts[static_cast<std::size_t>(exponent - kSmallestExponent)];
  std::memcpy(out, row.text.data(), row.text.size());
  return out + row.size;
}

// 2^53 and more, inf and nan. Those that are written whole are written with all digits of the exact value.
char* write_large(char* out, double value) {
  if (std::isnan(value)) {
    std::memcpy(out, "nan", 3);
    return out + 3;
  }
  if (std::isinf(value)) return std::to_chars(out, out + kNumberRoom, value).ptr;
  const DoubleBits bits(value);
  const Decimal decimal = shortest_decimal(bits);
  const Seventeen digits(decimal.significand);
  if (is_written_whole(decimal.point - digits.count, digits.count)) {
    return std::to_chars(out, out + kNumberRoom, value).ptr;
  }
  *out = '-';
  return write_scientific(out + bits.is_negative(), digits, decimal.point - 1);
}

// A whole number below 2^53: its own digits are the shortest but for zeros at the end, for half a unit in its last
// place is at most 1/2.
char* write_whole(char* out, std::uint64_t value) {
  const SixteenDigits digits(value / kTenToEight, value % kTenToEight);
  const int before = digits.leading_zeros(), last = digits.last();
  if (!is_written_whole(16 - last, last - before)) {
    const auto number = static_cast<double>(value);
    return std::to_chars(out, out + kNumberRoom, number, std::chars_format::scientific).ptr;
  }
  std::array<char, 32> text;  // so that 16 bytes from any digit on can be read
  digits.store(text.data());
  std::memcpy(out, text.data() + before, 16);
  return out + 16 - before;
}

}  // namespace

char* write_number(char* out, double value) {
  const double size = std::fabs(value);
  if (!(size < 0x1p53)) [[unlikely]]
    return write_large(out, value);
  const DoubleBits bits(value);
  const auto whole = static_cast<std::int64_t>(size);
  if (static_cast<double>(whole) == size) [[unlikely]] {
    *out = whole == 0 ? '0' : '-';
    return whole == 0 ? out + 1 : write_whole(out + bits.is_negative(), static_cast<std::uint64_t>(whole));
  }
  const Decimal decimal = shortest_decimal(bits);
  const Seventeen digits(decimal.significand);
  const int point = decimal.point;
  *out = '-';
  out += bits.is_negative();
  if (point > 1) {
    out[0] = digits.first;
    digits.rest.store_apart(out + 1, point - 1);
    out[point] = '.';
    return out + digits.count + 1;
  }
  if (!is_written_fixed(point, digits.count)) [[unlikely]]
    return write_scientific(out, digits, point - 1);
  // 1.234 and 0.001234 without a branch between them: the digits after the first stand 3 - point bytes on in both.
  std::memcpy(out, "0.000000", 8);
  out[point == 1 ? 0 : 2 - point] = digits.first;
  char* const rest = out + (3 - point);
  digits.rest.store(rest);
  return rest + digits.count - 1;
}

char* write_number(char* out, double value, int precision) {
  if (std::isnan(value) || value == 0) return write_number(out, value);
  return std::to_chars(out, out + precision + 8, value, std::chars_format::general, precision).ptr;
}

void append_number(std::string& out, double value, std::optional<int> precision) {
  std::array<char, kLargestPrecision + kNumberRoom> text;
  char* const end = precision ? write_number(text.data(), value, *precision) : write_number(text.data(), value);
  out.append(text.data(), end);
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
