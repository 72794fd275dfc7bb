#include "analysis/contours/contours.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/contours/contour_lines.hpp"
#include "base/numbers/round_numbers.hpp"

namespace gradfield {
namespace {

// How many levels more than wanted are still "about" as many.
constexpr double kGenerous = 1.3;
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

std::vector<double> evenly(double low, double high, int wanted) {
  std::vector<double> levels;
  const int most = std::max(1, static_cast<int>(wanted * kGenerous));
  for (const RoundNumber number : round_numbers_within(low, high, most)) {
    levels.push_back(value_of(number));
  }
  // At the very ends there is nothing on one side, and so no line; what is lower than a tenth of a step is nothing too.
  const double step = levels.size() > 1 ? levels[1] - levels[0] : 0;
  std::erase_if(levels, [&](double level) {
    return !(level > low && level < high) || level - low < step / 10 || high - level < step / 10;
  });
  return levels;
}

// Positive levels in [low, high] that grow by a constant factor: of the series with at most about `wanted` the one
// with most. Requires: 0 < low <= high.
std::vector<double> growing(double low, double high, int wanted) {
  struct Series {
    std::vector<int> digits;
    int decades;
  };
  static const Series kSeries[] = {{{1, 2, 5}, 1}, {{1, 3}, 1}, {{1}, 1},  {{1}, 2},  {{1}, 5},
                                   {{1}, 10},      {{1}, 20},   {{1}, 50}, {{1}, 100}};
  const std::size_t most = static_cast<std::size_t>(std::max(1, static_cast<int>(wanted * kGenerous)));
  const int first = static_cast<int>(std::floor(std::log10(low))), last = static_cast<int>(std::ceil(std::log10(high)));
  std::vector<double> levels;
  for (const Series& series : kSeries) {
    levels.clear();
    for (int exponent = first; exponent <= last; ++exponent) {
      if (exponent % series.decades != 0) continue;
      for (const int digit : series.digits) {
        const double level = value_of({digit, exponent});
        if (level >= low && level <= high) levels.push_back(level);
      }
    }
    if (levels.size() <= most) break;
  }
  return levels;
}

std::vector<double> mirrored(std::vector<double> levels) {
  for (double& level : levels) level = -level;
  std::ranges::reverse(levels);
  return levels;
}

// Growing levels for values that are positive but for a few. Where the field is within some decades of its largest
// values, lower ones are as good as 0; where it hardly is, as exp(100 x), its lines lie decades apart.
std::vector<double> growing_levels(const Values& values, bool has_pole, int wanted) {
  constexpr double kSeen = 1e-8, kHardly = 0.05;
  const double high = has_pole ? values.share(0.99) : values.sorted.back();
  const double low = values.share(0.01);
  const bool is_near = values.share(1 - kHardly) > high * kSeen;
  return growing(is_near || !(low > 0) ? std::max(low, high * kSeen) : low, high, wanted);
}

std::vector<double> levels_of(const Values& values, int wanted) {
  const double least = values.sorted.front(), greatest = values.sorted.back(), middle = values.share(0.5);
  const double usual = std::max(values.share(0.98) - middle, middle - values.share(0.02));
  const bool is_high = greatest - middle > kPole * usual, is_deep = middle - least > kPole * usual;
  const bool has_pole = (is_high && !values.has_hill) || (is_deep && !values.has_well);
  // One hill or well in a plain: its levels are those of the picture.
  if (!has_pole && (is_high || is_deep)) return evenly(least, greatest, wanted);
  if (least >= 0 && values.share(0.1) >= 0) {
    const bool spans_decades = greatest > kSteep * middle;
    const bool is_hill = values.has_inner_maximum && !values.has_inner_minimum;  // flat all around
    if (has_pole || (spans_decades && !is_hill)) {
      std::vector<double> levels = growing_levels(values, has_pole, wanted);
      std::erase_if(levels, [&](double level) { return level <= least || level >= greatest; });
      if (levels.size() >= 3) return levels;
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
    const std::vector<double> above = growing(low, std::max(low, share(0.97)), std::max(1, (wanted - 1) / 2));
    std::vector<double> levels = mirrored(above);
    std::erase_if(levels, [&](double level) { return level < least; });
    levels.push_back(0);
    std::ranges::copy_if(above, std::back_inserter(levels), [&](double level) { return level < greatest; });
    if (levels.size() >= 3) return levels;
  }
  // Ends far out are left out.
  const double width = values.share(0.98) - values.share(0.02);
  const double low = values.share(0.02) - least > width / 2 ? values.share(0.02) : least;
  const double high = greatest - values.share(0.98) > width / 2 ? values.share(0.98) : greatest;
  return evenly(low, high, wanted);
}

// At least one that is a line and no point.
std::vector<double> some_levels(const Values& values, int wanted) {
  const auto is_line = [&](double level) { return level > values.sorted.front() && level < values.sorted.back(); };
  std::vector<double> levels = levels_of(values, wanted);
  constexpr int kFew = 3;  // with so many there is a round number between any two values
  for (int more = 1; more <= kFew && std::ranges::none_of(levels, is_line); ++more) {
    levels = levels_of(values, wanted + more);
  }
  return levels;
}

// Cells of the sheet along the longer axis. By the values and slopes at their corners lines are as near to the level as
// pages show, and as whole, as on a sheet of 400 (measured), which takes twice the time.
constexpr double kCells = 200;

// How often the levels are crossed along the rows of a sample.
std::size_t crossings(const Field& field, const std::vector<double>& levels) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < field.size(); ++i) {
    if (field.coordinates[1][i] != field.coordinates[1][i + 1] || !std::isfinite(field.f[i]) ||
        !std::isfinite(field.f[i + 1])) {
      continue;
    }
    const auto [low, high] = std::minmax(field.f[i], field.f[i + 1]);
    count += static_cast<std::size_t>(std::ranges::upper_bound(levels, high) - std::ranges::lower_bound(levels, low));
  }
  return count;
}

// Where f changes faster than the sample can follow, lines fill the page with whatever number of levels: fewer of
// them, evenly chosen, show as much.
std::vector<double> drawable(const Field& field, std::vector<double> levels) {
  constexpr std::size_t kMost = 60'000;
  const std::size_t count = crossings(field, levels);
  if (count <= kMost) return levels;
  const std::size_t step = std::min((count + kMost - 1) / kMost, levels.size());
  std::vector<double> fewer;
  for (std::size_t i = step / 2; i < levels.size(); i += step) fewer.push_back(levels[i]);
  return fewer;
}

}  // namespace

std::vector<double> contour_levels(const Field& field, int wanted) {
  Values values = values_of(field);
  if (values.sorted.empty()) return {};
  // What lies below 0 alone is the mirror image.
  if (values.sorted.back() > 0 || values.sorted.front() == 0) return some_levels(values, wanted);
  for (double& value : values.sorted) value = -value;
  std::ranges::reverse(values.sorted);
  std::swap(values.has_inner_minimum, values.has_inner_maximum);
  std::swap(values.has_well, values.has_hill);
  return mirrored(some_levels(values, wanted));
}

std::vector<ContourLine> level_lines(const ContourRange& x, const ContourRange& y, int count,
                                     std::span<const double> levels, const FieldView& view) {
  const double longest = std::max(x.length, y.length);
  const auto axis = [&](const ContourRange& range) {
    constexpr double kFewest = 20;
    const auto cells = static_cast<std::size_t>(std::max(kCells * range.length / longest, kFewest));
    return Axis{"", range.low, range.high, cells + 1};
  };
  const Grid grid{{axis(x), axis(y)}};
  const Field field = view.sample(grid);
  std::vector<double> chosen(levels.begin(), levels.end());
  if (chosen.empty()) chosen = drawable(field, contour_levels(field, count));
  return contour_lines(grid, field, chosen, *view.gradient());
}

}  // namespace gradfield
