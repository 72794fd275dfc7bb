#include "base/numbers/decimal.hpp"

#include <dragonbox/dragonbox.h>

namespace gradfield::decimal {
namespace {

namespace dragonbox = jkj::dragonbox;

// Dragonbox's table has 10^n as 128 bits with the first one set, within 1 of the last.
constexpr Units scaled_units() {
  Units units{};
  for (int e = 0; e < 2048; ++e) {
    const int binary = e - 1075;
    // floor(binary*log10(2)), and floor(-k*log2(10)): exact for |binary| up to 1100 and |k| up to 330, for 315653/2^20
    // and 1741647/2^19 are off by less than 3e-7 and 2e-7.
    const int k = (binary * 315653) >> 20;
    const int width = (-k * 1741647) >> 19;
    const auto power = dragonbox::policy::cache::full.get_cache<dragonbox::ieee754_binary64>(-k);
    const int shift = 3 - (binary + width);  // from 127 - width - binary places to 124: 0 to 3
    Unit& unit = units.unit[static_cast<std::size_t>(e)];
    unit = {power.high() >> shift, power.low() >> shift};
    if (shift > 0) unit.low |= power.high() << (64 - shift);
    units.point[static_cast<std::size_t>(e)] = static_cast<std::int16_t>(k + 17);
  }
  return units;
}

}  // namespace

constinit const Units kUnits = scaled_units();

Decimal careful_decimal(DoubleBits value) {
  const auto found = dragonbox::to_decimal(std::bit_cast<double>(value.bits), dragonbox::policy::sign::ignore,
                                           dragonbox::policy::trailing_zero::ignore);
  Decimal result{found.significand, found.exponent + 17};
  for (; result.significand < kSmallestSignificand; --result.point) result.significand *= 10;
  return result;
}

}  // namespace gradfield::decimal
