// A double as the shortest decimal that reads back exactly: the arithmetic under write_number. The table it needs and
// the rare cases are Dragonbox's (decimal.cpp); the common case is here, without a branch that depends on the digits,
// since half of all numbers take 17 digits and the others fewer, which no processor can foresee.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace gradfield {

/// significand * 10^(point - 17): read the 17 digits as 0.ddd... and `point` is the power of ten.
/// The significand has 17 digits, the last ones zeros where fewer will do.
struct Decimal {
  std::uint64_t significand;
  int point;
};

/// The parts of a double: value = (-1)^sign * fraction * 2^..., as IEEE 754 stores them.
struct DoubleBits {
  explicit DoubleBits(double value) : bits(std::bit_cast<std::uint64_t>(value)) {}
  bool is_negative() const { return (bits >> 63) != 0; }
  unsigned exponent() const { return static_cast<unsigned>(bits >> 52) & 0x7FFu; }  // 0: denormal, 2047: inf or nan
  std::uint64_t fraction() const { return bits << 12; }                             // its 52 bits, from the top

  std::uint64_t bits;
};

/// 10^16, the smallest number of 17 digits.
inline constexpr std::uint64_t kSmallestSignificand = 10'000'000'000'000'000;

namespace decimal {

// The unit in the last place of a double with exponent bits e is 2^(e-1075). Scaled by the power of ten that brings it
// into [1, 10) it is this, with 124 binary places: high*2^-60 + low*2^-124, less than 2 units of 2^-124 off.
struct Unit {
  std::uint64_t high, low;
};
struct Units {
  std::array<Unit, 2048> unit;           // [e]
  std::array<std::int16_t, 2048> point;  // Decimal::point of a significand that counts scaled units of 1
};
extern const Units kUnits;

__extension__ using Uint128 = unsigned __int128;

// Where a comparison is too close to call: by Dragonbox.
Decimal careful_decimal(DoubleBits value);

}  // namespace decimal

/// The shortest decimal of |value|, and of those the nearest, as std::to_chars has it.
///
/// Method: Schubfach (R. Giulietti, "The Schubfach way to render doubles", 2020): scaled so that the unit in the last
/// place is in [1, 10), the numbers that read back as the value lie within half a unit of it. A multiple of 10 among
/// them is the only one and the shortest; otherwise the nearest whole number is.
/// Requires: value finite and not 0.
inline Decimal shortest_decimal(DoubleBits value) {
  using decimal::Uint128;
  const unsigned exponent = value.exponent();
  const std::uint64_t fraction = value.fraction();
  // Denormals, and powers of two, below which the doubles lie closer.
  if (fraction == 0 || exponent == 0) [[unlikely]]
    return decimal::careful_decimal(value);
  const decimal::Unit& unit = decimal::kUnits.unit[exponent];
  // The 53 bits of the significand times 2^4 times the unit: the scaled value times 2^128, so whole and 64 places.
  const std::uint64_t bits = fraction >> 8 | std::uint64_t{1} << 56;
  const Uint128 low = static_cast<Uint128>(bits) * unit.low;
  const Uint128 scaled = static_cast<Uint128>(bits) * unit.high + static_cast<std::uint64_t>(low >> 64);
  const auto whole = static_cast<std::uint64_t>(scaled >> 64);
  const auto places = static_cast<std::uint64_t>(scaled);

  // From here on with 59 places in signed words: what is above the multiple of 10 below, beside half a unit.
  constexpr int kPlaces = 59;
  const std::uint64_t tens = whole / 10 * 10;
  const auto rest = static_cast<std::int64_t>((whole - tens) << kPlaces | places >> (64 - kPlaces));
  const auto half = static_cast<std::int64_t>(unit.high >> 2);
  const std::int64_t to_lower = rest - half;
  const std::int64_t to_upper = rest + half - (std::int64_t{10} << kPlaces);
  // `places` is less than 2 units of 2^-64 off (the error of the table times the 57 bits, and one truncation), rest and
  // half less than 2 of 2^-59: nothing further than 8 from equality is in doubt.
  constexpr int kDoubt = 8;
  const auto in_doubt = [](std::uint64_t distance) { return distance + kDoubt < 2 * kDoubt; };
  if (in_doubt(static_cast<std::uint64_t>(to_lower)) || in_doubt(static_cast<std::uint64_t>(to_upper)) ||
      in_doubt(places + (std::uint64_t{1} << 63))) [[unlikely]] {
    return decimal::careful_decimal(value);
  }
  // All ones or all zeros, not conditions, so that the compiler makes no branches of them.
  const auto takes_lower = static_cast<std::uint64_t>(to_lower >> 63);
  const auto takes_upper = ~static_cast<std::uint64_t>(to_upper >> 63);
  const std::uint64_t nearest = whole + (places >> 63);
  const std::uint64_t multiple = tens + (10 & takes_upper);
  std::uint64_t significand = nearest ^ ((nearest ^ multiple) & (takes_lower | takes_upper));
  // 2^52 to 10*2^53 units: 16 or 17 digits.
  const std::int64_t is_short = static_cast<std::int64_t>(significand - kSmallestSignificand) >> 63;
  significand += (9 * significand) & static_cast<std::uint64_t>(is_short);
  return {significand, decimal::kUnits.point[exponent] + static_cast<int>(is_short)};
}

}  // namespace gradfield
