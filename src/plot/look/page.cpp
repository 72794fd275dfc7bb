#include "plot/look/page.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/numbers/number.hpp"

namespace gradfield {
namespace {

// Whole numbers up to here are exact doubles.
constexpr double kLargestWhole = 1e15;

constexpr AspectRow kAspects[] = {{"auto", Aspect::kAutomatic}, {"equal", Aspect::kEqual}, {"free", Aspect::kFree}};

}  // namespace

std::span<const AspectRow> aspects() { return kAspects; }

double Page::title_middle() const {
  const double reach = title.width / 2 + kTitleMargin, middle = (x.begin + x.end) / 2;
  return 2 * reach < width ? std::clamp(middle, reach, width - reach) : width / 2;
}

PageNumbers::PageNumbers(const Scale& scale) {
  const double magnitude = std::max(std::fabs(scale.low), std::fabs(scale.high));
  const double hundredth = 0.01 / scale.points_per_unit();
  decimals_ = static_cast<int>(std::ceil(-std::log10(hundredth)));
  significant_ = std::clamp(static_cast<int>(std::ceil(std::log10(magnitude) + decimals_)) + 1, 7, 17);
  // Twice the magnitude: arrows reach a little beyond the axes.
  constexpr int kMostDecimals = 15;
  decimals_ = std::max(decimals_, 0);
  if (decimals_ > kMostDecimals || !(2 * magnitude * std::pow(10.0, decimals_) < kLargestWhole)) decimals_ = -1;
  power_ = std::pow(10.0, decimals_);
}

void PageNumbers::append(std::string& out, double value) const {
  if (decimals_ < 0 || !(std::fabs(value) * power_ < kLargestWhole)) {
    append_number(out, value, significant_);
    return;
  }
  long long whole = std::llround(value * power_);
  char text[32];
  char* end = text + sizeof text;
  char* at = end;
  const bool is_negative = whole < 0;
  if (is_negative) whole = -whole;
  int decimals = decimals_;
  while (decimals > 0 && whole % 10 == 0) whole /= 10, --decimals;
  for (int place = 0; place < decimals || whole > 0 || place <= decimals; ++place) {
    if (place == decimals && decimals > 0) *--at = '.';
    *--at = static_cast<char>('0' + whole % 10);
    whole /= 10;
  }
  if (is_negative) *--at = '-';
  out.append(at, end);
}

}  // namespace gradfield
