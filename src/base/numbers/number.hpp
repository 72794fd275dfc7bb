// Digits of numbers as they stand in every table and script.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gradfield {

/// Appends `value`: the shortest digits that read back exactly (the bytes of std::to_chars), or `precision` significant
/// digits as printf's "%.*g". Every nan is `nan`, infinities are `inf` and `-inf`, negative zero is `0`; the decimal
/// point is a point in every locale. Requires: precision 1 to kLargestPrecision.
void append_number(std::string& out, double value, std::optional<int> precision = {});

/// The longest text of a number: -2.2250738585072014e-308.
inline constexpr std::size_t kLongestNumber = 24;

/// The bytes that write_number may touch.
inline constexpr std::size_t kNumberRoom = 32;

/// Writes at `out` what append_number appends without a precision, and returns its end, at most kLongestNumber further.
/// Wide stores touch bytes behind the end: all kNumberRoom bytes from `out` must be the caller's, and what stood in
/// them is lost. No byte before `out` is touched.
char* write_number(char* out, double value);
/// With `precision` significant digits: at most precision + 8 bytes, and none is touched behind them.
char* write_number(char* out, double value, int precision);

/// What append_number appends.
std::string number_text(double value, std::optional<int> precision = {});

/// Beyond 17 significant digits a double has nothing new to say; the digits of its exact value end at 767.
inline constexpr int kLargestPrecision = 100;

enum class NumberReading { kNumber, kNoNumber, kTooLarge };

/// Reads the whole of `text` as a number into `value`: decimal digits with a point in every locale, a sign, an
/// exponent; or nan, inf, infinity in any letter case. Correctly rounded: too small a number is the denormal, or 0,
/// nearest to it.
NumberReading read_number(std::string_view text, double& value);

}  // namespace gradfield
