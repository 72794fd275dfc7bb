// Which levels show a field: round numbers, evenly spaced or growing by factors.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/contours/contours.hpp"
#include "base/numbers/round_numbers.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

// How many levels more or fewer than wanted are still "about" as many.
constexpr double kGenerous = 1.3, kFrugal = 0.75;
// Where nobody says how many.
constexpr int kUsual = 10;
// Values leave their valley without evenly spaced lines where the largest is so many times the median. A quadratic has
// 3 (x^2+y^2) to 4 (y^2) and looks best evenly; Himmelblau's function 8, exp(x) 20.
constexpr double kSteep = 6;
// A pole, or a growth like one, has its largest value so many times as far from the middle as the 98th percentile.
constexpr double kPole = 3;

// The finite values, ascending, and where the extreme ones lie.
struct Values {
  std::vector<double> sorted;
  bool has_inner_minimum = false, has_inner_maximum = false;  // not at the border of the grid
  bool has_well = false, has_hill = false;                    // whether the grid shows these as smooth

  double share(double part) const {
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
  }
};

// Whether the grid shows the extreme value inside it as the tip of something smooth, not as one of a pole: its
// neighbours are nearly as far from the `middle`. Beside the tip of a bell that is three cells wide they are as far by
// 0.75; beside a pole of 1/sqrt(r), as flat as they come, by 0.7.
bool is_smooth_tip(const Field& field, std::size_t tip, double middle) {
  const std::vector<double>& x = field.coordinates[0];
  const auto columns = static_cast<std::size_t>(std::find(x.begin() + 1, x.end(), x.front()) - x.begin());
  for (const std::size_t neighbour : {tip - 1, tip + 1, tip - columns, tip + columns}) {
    const double share = (field.f[neighbour] - middle) / (field.f[tip] - middle);
    if (!(share > 0.75)) return false;
  }
  return true;
}

Values values_of(const Field& field) {
  Values values;
  std::size_t least = field.size(), greatest = field.size();
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (!std::isfinite(field.f[i])) continue;
    values.sorted.push_back(field.f[i]);
    if (least == field.size() || field.f[i] < field.f[least]) least = i;
    if (greatest == field.size() || field.f[i] > field.f[greatest]) greatest = i;
  }
  if (values.sorted.empty()) return values;
  std::ranges::sort(values.sorted);
  const auto is_inner = [&](std::size_t i) {
    return std::ranges::all_of(field.coordinates, [&](const std::vector<double>& axis) {
      return axis[i] > axis.front() && axis[i] < axis.back();
    });
  };
  values.has_inner_minimum = is_inner(least);
  values.has_inner_maximum = is_inner(greatest);
  values.has_well = values.has_inner_minimum && is_smooth_tip(field, least, values.share(0.5));
  values.has_hill = values.has_inner_maximum && is_smooth_tip(field, greatest, values.share(0.5));
  return values;
}

// How many levels are wanted. Where nobody said, the roundest are taken, if they be half as many.
struct Wish {
  int count = kUsual;
  bool is_strict = false;

  std::size_t most() const { return static_cast<std::size_t>(std::max(1, static_cast<int>(count * kGenerous))); }
  bool is_met_by(std::size_t levels) const {
    return levels <= most() && (!is_strict || static_cast<double>(levels) >= kFrugal * count);
  }
  // By which factor they are too many or too few; infinite for none.
  double miss(std::size_t levels) const { return std::fabs(std::log(static_cast<double>(levels) / count)); }
};

// Of lists of levels, offered the roundest first, the one whose number comes nearest to the wish.
class Nearest {
 public:
  Nearest(const Wish& wish, std::vector<double> levels) : wish_(wish), best_(std::move(levels)) {}
  void offer(std::vector<double> levels) {
    constexpr double kClearly = 0.02;
    if (wish_.miss(levels.size()) < wish_.miss(best_.size()) - kClearly) best_ = std::move(levels);
  }
  std::vector<double> take() { return std::move(best_); }

 private:
  const Wish& wish_;
  std::vector<double> best_;
};

// The levels with a line. At the very ends there is nothing on one side, and so none; what is lower than a tenth of a
// step is nothing too.
std::vector<double> between(double low, double high, const std::vector<RoundNumber>& numbers) {
  std::vector<double> levels;
  for (const RoundNumber number : numbers) levels.push_back(value_of(number));
  const double step = levels.size() > 1 ? levels[1] - levels[0] : 0;
  std::erase_if(levels, [&](double level) {
    return !(level > low && level < high) || level - low < step / 10 || high - level < step / 10;
  });
  return levels;
}

std::vector<double> evenly(double low, double high, const Wish& wish) {
  std::vector<double> usual = between(low, high, round_numbers_within(low, high, static_cast<int>(wish.most())));
  if (!wish.is_strict || wish.is_met_by(usual.size()) || !(high / 2 - low / 2 > 0)) return usual;
  // Steps a sixth to a half larger than the one before, the coarsest and of these the roundest first.
  constexpr int kSteps[] = {10, 50, 20, 25, 40, 30, 15, 60, 80};
  Nearest nearest(wish, std::move(usual));
  const int coarsest = static_cast<int>(std::floor(std::log10(high / 2 - low / 2)));
  for (int exponent = coarsest; exponent >= coarsest - 3; --exponent) {
    for (const int step : kSteps) nearest.offer(between(low, high, multiples_within(low, high, step, exponent)));
  }
  return nearest.take();
}

// The number of the fewest digits within `reach` decades of 10^place, and of these the nearest.
double roundest_near(double place, double reach) {
  for (int exponent = static_cast<int>(std::floor(place + reach));; --exponent) {
    const double low = std::ceil(power(10, place - reach - exponent));
    const double high = std::floor(power(10, place + reach - exponent));
    if (low > high) continue;
    const auto miss = [&](double count) { return std::fabs(std::log10(count) - (place - exponent)); };
    double best = low;
    for (double count = low; count <= high; ++count) best = miss(count) < miss(best) ? count : best;
    return value_of({static_cast<long long>(best), exponent});
  }
}

// Levels that grow by about one factor: so many to so many decades. Three to one are 1, 2, 5; six 1, 1.5, 2, 3, 5, 7.
struct Series {
  int levels, decades;
  int first = 0;  // the power of ten that one of them is

  std::vector<double> within(double low, double high) const {
    const double step = static_cast<double>(decades) / levels;
    const double reach = 0.3 * std::min(step, 1.0);  // never as far as half-way to the next, or to another decade
    std::vector<double> out;
    const double begin = std::floor((std::log10(low) - first) / step),
                 end = std::ceil((std::log10(high) - first) / step);
    for (double k = begin; k <= end; ++k) {
      const double level = roundest_near(first + k * step, reach);
      if (level >= low && level <= high) out.push_back(level);
    }
    return out;
  }
};

// Positive levels in [low, high] that grow by a constant factor: of the usual series with at most about as many as
// wished the one with most; where these are too few or the series too coarse, of any series the nearest to the wish.
// Requires: 0 < low <= high.
std::vector<double> growing(double low, double high, const Wish& wish) {
  constexpr Series kUsualSeries[] = {{3, 1}, {2, 1}, {1, 1}, {1, 2}, {1, 5}, {1, 10}, {1, 20}, {1, 50}, {1, 100}};
  std::vector<double> levels;
  for (const Series& series : kUsualSeries) {
    levels = series.within(low, high);
    if (levels.size() <= wish.most()) break;
  }
  if (!wish.is_strict || wish.is_met_by(levels.size())) return levels;
  Nearest nearest(wish, std::move(levels));
  const double decades = std::log10(high) - std::log10(low), dense = wish.count / decades, sparse = 1 / dense;
  nearest.offer(Series{3, 2}.within(low, high));
  constexpr double kDensest = 1e4, kSparsest = 300;  // to a decade; decades from level to level
  for (const double round : {-1.0, 0.0, 1.0}) {
    if (const double k = std::round(dense) + round; k >= 1 && k < kDensest)
      nearest.offer(Series{static_cast<int>(k), 1}.within(low, high));
    if (const double k = std::round(sparse) + round; k >= 1 && k < kSparsest) {
      const int apart = static_cast<int>(k);
      for (const int first : {0, apart / 2}) nearest.offer(Series{1, apart, first}.within(low, high));
    }
  }
  return nearest.take();
}

std::vector<double> mirrored(std::vector<double> levels) {
  for (double& level : levels) level = -level;
  std::ranges::reverse(levels);
  return levels;
}

// Growing levels for values that are positive but for a few. Where the field is within some decades of its largest
// values, lower ones are as good as 0; where it hardly is, as exp(100 x), its lines lie decades apart.
std::vector<double> growing_levels(const Values& values, bool has_pole, const Wish& wish) {
  constexpr double kSeen = 1e-8, kHardly = 0.05;
  const double high = has_pole ? values.share(0.99) : values.sorted.back();
  const double low = values.share(0.01);
  const bool is_near = values.share(1 - kHardly) > high * kSeen;
  return growing(is_near || !(low > 0) ? std::max(low, high * kSeen) : low, high, wish);
}

std::vector<double> levels_of(const Values& values, const Wish& wish) {
  // With fewer, levels that grow do not show that they do.
  const std::size_t few = std::min<std::size_t>(3, static_cast<std::size_t>(wish.count));
  const double least = values.sorted.front(), greatest = values.sorted.back(), middle = values.share(0.5);
  const double usual = std::max(values.share(0.98) - middle, middle - values.share(0.02));
  const bool is_high = greatest - middle > kPole * usual, is_deep = middle - least > kPole * usual;
  const bool has_pole = (is_high && !values.has_hill) || (is_deep && !values.has_well);
  // One hill or well in a plain: its levels are those of the picture.
  if (!has_pole && (is_high || is_deep)) return evenly(least, greatest, wish);
  if (least >= 0 && values.share(0.1) >= 0) {
    const bool spans_decades = greatest > kSteep * middle;
    const bool is_hill = values.has_inner_maximum && !values.has_inner_minimum;  // flat all around
    if (has_pole || (spans_decades && !is_hill)) {
      std::vector<double> levels = growing_levels(values, has_pole, wish);
      std::erase_if(levels, [&](double level) { return level <= least || level >= greatest; });
      if (levels.size() >= few) return levels;
    }
  } else if (has_pole && least < 0 && greatest > 0) {
    std::vector<double> sizes;
    for (const double value : values.sorted) sizes.push_back(std::fabs(value));
    std::ranges::sort(sizes);
    const auto share = [&](double part) {
      return sizes[static_cast<std::size_t>(part * static_cast<double>(sizes.size() - 1))];
    };
    // Four decades on both sides of 0 are as many as can be told apart with half of the levels.
    const double low = std::max(share(0.2), share(0.97) * 1e-4);
    const bool has_zero = wish.count != 2 && sizes.front() < low / 2;
    const Wish half{std::max((wish.count - 1) / 2, has_zero ? 0 : 1), wish.is_strict};
    std::vector<double> above;
    if (half.count > 0) above = growing(low, std::max(low, share(0.97)), half);
    std::vector<double> levels = mirrored(above);
    std::erase_if(levels, [&](double level) { return level < least; });
    if (has_zero) levels.push_back(0);
    std::ranges::copy_if(above, std::back_inserter(levels), [&](double level) { return level < greatest; });
    if (levels.size() >= few) return levels;
  }
  // Ends far out are left out.
  const double width = values.share(0.98) - values.share(0.02);
  const double low = values.share(0.02) - least > width / 2 ? values.share(0.02) : least;
  const double high = greatest - values.share(0.98) > width / 2 ? values.share(0.98) : greatest;
  return evenly(low, high, wish);
}

// At least one that is a line and no point.
std::vector<double> some_levels(const Values& values, const Wish& wish) {
  const auto is_line = [&](double level) { return level > values.sorted.front() && level < values.sorted.back(); };
  std::vector<double> levels = levels_of(values, wish);
  constexpr int kFew = 3;  // with so many there is a round number between any two values
  for (int more = 1; more <= kFew && std::ranges::none_of(levels, is_line); ++more) {
    levels = levels_of(values, {wish.count + more, wish.is_strict});
  }
  return levels;
}

// Of ascending values.
double steps_of(const std::vector<double>& values) {
  // A value is known to one or two roundings; twice that on both sides of a level leaves it a line and no band.
  constexpr double kStep = 4 * std::numeric_limits<double>::epsilon();
  if (values.empty()) return 0;
  const double least = values.front(), greatest = values.back();
  return (greatest / 2 - least / 2) / (kStep * std::max(std::fabs(least), std::fabs(greatest))) * 2;
}

}  // namespace

double steps_beyond_rounding(const Field& field) { return steps_of(values_of(field).sorted); }

std::vector<double> contour_levels(const Field& field, std::optional<int> count) {
  Wish wish{count.value_or(kUsual), count.has_value()};
  Values values = values_of(field);
  const double steps = steps_of(values.sorted);
  if (!(steps >= 1)) return {};
  wish.count = static_cast<int>(std::min<double>(wish.count, steps));
  // What lies below 0 alone is the mirror image.
  if (values.sorted.back() > 0 || values.sorted.front() == 0) return some_levels(values, wish);
  for (double& value : values.sorted) value = -value;
  std::ranges::reverse(values.sorted);
  std::swap(values.has_inner_minimum, values.has_inner_maximum);
  std::swap(values.has_well, values.has_hill);
  return mirrored(some_levels(values, wish));
}

}  // namespace gradfield
