#include "field/methods/richardson.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "program/passes/rounding.hpp"

namespace gradfield {
namespace {

// What is this many times beyond its stated error is no accident.
constexpr double kClearly = 4, kLikely = 2;

// An entry within this many roundings shows f as smooth as its digits allow: at that step it is resolved.
constexpr double kResolved = 30;

// Steps down to a hundredth of the first (0.53^8) before an estimate counts as settled: f may look smooth on a large
// scale, and be rough beneath.
constexpr std::size_t kLeastRows = 8;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr double kLeast = std::numeric_limits<double>::denorm_min();

// 0.53^64 is 2e-18: beyond that no step changes x.
constexpr int kMostSteps = 64;

struct Sample {
  double x, f;
};

// What the values around a point tell, or nothing where they are not finite. On one side alone `below` or `above` is
// `here`. Each value of f may be off by `rounding`, or by the rounding of its result where that is more.
std::optional<Extrapolation::Row> quotients(Sample below, Sample here, Sample above, double h, double rounding) {
  Extrapolation::Row row{};
  row.slope = (above.f - below.f) / (above.x - below.x);
  if (below.x < here.x && here.x < above.x) row.bend = ((above.f - here.f) + (below.f - here.f)) / h;
  const double largest = std::max(std::fabs(above.f), std::fabs(below.f));
  const double of_values = rounding + kEpsilon / 2 * largest + std::min(largest, kLeast);
  // The middle of the rounded points lies beside x by up to eps |x|, where the slope is another by f'' = bend / h.
  row.noise = of_values / h + kEpsilon * std::fabs(here.x) * std::fabs(row.bend) / h;
  if (!std::isfinite(row.slope) || !std::isfinite(row.noise)) return {};
  return row;
}

}  // namespace

// The next row of the tableau: its entry of least error, and the least of its bends.
Extrapolation::Entry Extrapolation::extend(const Row& row) {
  std::array<double, kColumns> slopes{row.slope}, bends{row.bend};
  Entry entry{{0, std::numeric_limits<double>::infinity()}, std::fabs(row.bend)};
  columns_ = std::min(columns_ + 1, kColumns);
  // The errors of quotients are series in h^2, h^4, ... or in h, h^2, ...; bends are series in h, h^3, ...
  double slope_factor = 1, bend_factor = kShrink;
  double weight = 1;  // of the newest quotient in the entry
  for (std::size_t j = 1; j < columns_; ++j) {
    slope_factor /= is_central_ ? kShrink * kShrink : kShrink;
    bend_factor /= kShrink * kShrink;
    slopes[j] = slopes[j - 1] + (slopes[j - 1] - slopes_[j - 1]) / (slope_factor - 1);
    bends[j] = bends[j - 1] + (bends[j - 1] - bends_[j - 1]) / (bend_factor - 1);
    entry.bend = std::min(entry.bend, std::fabs(bends[j]));
    weight *= slope_factor / (slope_factor - 1);
    if (j < 2) continue;  // two distances: one alone is small by accident too often
    const double distance = std::max(std::fabs(slopes[j] - slopes[j - 1]), std::fabs(slopes[j] - slopes_[j - 1]));
    const double error = distance + weight * row.noise;
    if (error < entry.slope.error) entry.slope = {slopes[j], error};
  }
  slopes_ = slopes;
  bends_ = bends;
  return entry;
}

void Extrapolation::add(const Row& row) {
  auto [found, bend] = extend(row);
  ++rows_;
  if (!std::isfinite(found.error)) return;
  const bool is_resolved = found.error <= kResolved * row.noise;
  const double doubt = bend > kClearly * row.noise ? bend / 2 : 0;
  found.error += doubt;
  bool agrees = true;
  if (has_estimate_) {
    best_.error = std::max(best_.error, doubt);
    const double distance = std::fabs(found.slope - best_.slope);
    agrees = distance <= kClearly * best_.error + kLikely * found.error;
    if (!agrees) best_.error = distance;
  }
  if (!has_estimate_ || found.error < best_.error) best_ = found;
  has_estimate_ = true;
  is_settled_ = rows_ >= kLeastRows && is_resolved && doubt == 0 && agrees && row.noise / kShrink >= best_.error;
}

RichardsonGradient::RichardsonGradient(const Program& f, const MethodSettings& settings)
    : program_(f),
      evaluator_(with_rounding_error(f)),
      neighbours_(f),
      settings_(settings),
      used_(variables_to_differentiate(f, settings)),
      f_(kTileSize),
      roundings_(kTileSize),
      steps_(kTileSize),
      is_lost_(kTileSize),
      is_found_(kTileSize),
      gathered_(f.variables().size()),
      slopes_(f.variables().size(), std::vector<double>(kTileSize)),
      errors_(slopes_) {
  result_.slopes.resize(slopes_.size());
  result_.slope_errors.resize(slopes_.size());
}

std::unique_ptr<Gradient> RichardsonGradient::clone() const {
  return std::make_unique<RichardsonGradient>(program_, settings_);
}

const GradientTile& RichardsonGradient::evaluate(const Tile& tile) {
  const std::size_t count = tile.size();
  evaluator_.evaluate(tile);
  std::ranges::copy(evaluator_.output(0), f_.begin());
  // Without a bound, beside a kink or a pole, the quotients themselves show how rough f is.
  std::ranges::transform(evaluator_.output(1), roundings_.begin(),
                         [](double bound) { return std::isfinite(bound) ? bound : 0; });
  is_lost_.assign(count, false);
  for (std::size_t k = 0; k < slopes_.size(); ++k) {
    if (used_[k]) differentiate_in(k, tile);
    result_.slopes[k] = std::span(slopes_[k]).first(count);
    result_.slope_errors[k] = std::span(errors_[k]).first(count);
  }
  result_.f = std::span(f_).first(count);
  if (settings_.lost_points) {
    *settings_.lost_points += static_cast<std::size_t>(std::ranges::count(is_lost_, true));
  }
  return result_;
}

void RichardsonGradient::differentiate_in(std::size_t variable, const Tile& tile) {
  std::fill_n(slopes_[variable].begin(), tile.size(), kNan);
  std::fill_n(errors_[variable].begin(), tile.size(), kNan);
  is_found_.assign(tile.size(), false);
  for (const Side side : {Side::kBoth, Side::kAbove, Side::kBelow}) {
    std::vector<Search> searches = start(side, variable, tile);
    for (int i = 0; i < kMostSteps && !searches.empty(); ++i) step_down(searches, side, variable, tile);
  }
}

// The points that have no slope yet, each with its first step.
std::vector<RichardsonGradient::Search> RichardsonGradient::start(Side side, std::size_t variable, const Tile& tile) {
  std::vector<Search> searches;
  for (std::size_t i = 0; i < tile.size(); ++i) {
    const double x = tile.coordinate(variable)[i];
    const double h = step_at(settings_, kFirstStep, variable, x);
    if (is_lost(x, h)) {
      is_lost_[i] = true;
    } else if (!is_found_[i] && std::isfinite(f_[i])) {
      searches.push_back({i, h, Extrapolation(side == Side::kBoth)});
    }
  }
  return searches;
}

// One step more for each of the points, and a smaller one next time for those that are not settled.
void RichardsonGradient::step_down(std::vector<Search>& searches, Side side, std::size_t variable, const Tile& tile) {
  const std::size_t count = searches.size();
  gathered_.resize(count);
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t k = 0; k < tile.variables(); ++k) {
      gathered_.mutable_coordinate(k)[a] = tile.coordinate(k)[searches[a].place];
    }
    steps_[a] = searches[a].h;
  }
  neighbours_.place(gathered_, variable, std::span(steps_).first(count));
  const Neighbours::Row here{{gathered_.coordinate(variable), count}, {}};
  const Neighbours::Row upper = side == Side::kBelow ? here : neighbours_.at(1);
  const Neighbours::Row lower = side == Side::kAbove ? here : neighbours_.at(-1);
  std::size_t kept = 0;
  for (std::size_t a = 0; a < count; ++a) {
    Search& search = searches[a];
    const std::size_t i = search.place;
    const Sample middle{here.x[a], f_[i]};
    const Sample above = side == Side::kBelow ? middle : Sample{upper.x[a], upper.f[a]};
    const Sample below = side == Side::kAbove ? middle : Sample{lower.x[a], lower.f[a]};
    if (const auto row = quotients(below, middle, above, search.h, roundings_[i])) {
      search.extrapolation.add(*row);
    } else {
      search.extrapolation.restart();
    }
    if (search.extrapolation.has_estimate()) {
      const auto [slope, error] = search.extrapolation.best();
      slopes_[variable][i] = slope;
      errors_[variable][i] = error + kEpsilon * std::fabs(slope);
      is_found_[i] = true;
    }
    search.h *= Extrapolation::kShrink;
    if (!search.extrapolation.is_settled() && !is_lost(middle.x, search.h)) searches[kept++] = search;
  }
  searches.erase(searches.begin() + static_cast<std::ptrdiff_t>(kept), searches.end());
}

}  // namespace gradfield
