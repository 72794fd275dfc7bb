#include "analysis/contours/crossings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace gradfield {
namespace {

// A crossing is found when the next step would be shorter than this part of a cell: Newton's method then comes to
// within its square.
constexpr double kShortestStep = 1e-3;
constexpr double kLeftAtRoot = 0.01;  // and when this part of the value at the ends is left
// Bisection alone then has shrunk the stretch to a 4096th of itself.
constexpr int kMostRounds = 12;
// So many rounds are given to a function that only looks like a pole or a jump.
constexpr int kRoundsBeforeJump = 3;
// Where f takes the level its values at both sides then have come together: as slowly as those of the tenth root, say.
constexpr double kTogether = 0.5;
// A function as steep as its values say has, at one of three places, at least this part of the mean slope; a step or
// the noise of roundings has none anywhere.
constexpr double kFlat = 0.3;

// A crossing on its way: the root lies between `low` and `high`, parts of the stretch.
struct Search {
  Crossing* crossing;
  double low = 0, high = 1, part = 0.5;
  double f_low, f_high, largest;  // f - level at both, and the larger of the first magnitudes
  bool is_done = false;
};

std::array<double, 2> place_on(const Crossing& crossing, double part) {
  std::array<double, 2> place;
  for (std::size_t k = 0; k < 2; ++k) {
    const double from = crossing.from.place[k], to = crossing.to.place[k];
    place[k] = part < 0.5 ? from + part * (to - from) : to - (1 - part) * (to - from);
  }
  return place;
}

double slope_along(const Sample& sample, const Crossing& crossing) {
  const std::size_t axis = crossing.edge % 2;
  return sample.slopes[axis] * (crossing.to.place[axis] - crossing.from.place[axis]);
}

// Where the cubic through both values with both slopes is nearly 0: a step of Newton's from the chord's root.
double first_guess(const Search& search) {
  const Crossing& crossing = *search.crossing;
  const double a = search.f_low, b = search.f_high, t = a / (a - b);
  const double from = slope_along(crossing.from, crossing), to = slope_along(crossing.to, crossing);
  const double rest = 1 - t;
  const double value = a * (1 + 2 * t) * rest * rest + b * (1 + 2 * rest) * t * t + t * rest * (from * rest - to * t);
  const double slope = 6 * (b - a) * t * rest + from * rest * (1 - 3 * t) + to * t * (3 * t - 2);
  const double next = t - value / slope;
  return next > 0 && next < 1 ? next : t > 0 && t < 1 ? t : 0.5;
}

// Whether f changes from end to end while it is flat at both and between.
bool is_step(const Crossing& crossing) {
  const double change = std::fabs(crossing.to.f - crossing.from.f);
  return std::ranges::all_of(std::array{&crossing.from, &crossing.at, &crossing.to}, [&](const Sample* sample) {
    return std::fabs(slope_along(*sample, crossing)) < kFlat * change;
  });
}

// Narrows the search by f at its part of the stretch, which the crossing's `at` has.
void narrow(Search& search, double level, int round) {
  Crossing& crossing = *search.crossing;
  const double value = crossing.at.f - level;
  search.is_done = true;
  if (!std::isfinite(value)) return;
  crossing.is_real = value == 0 && !is_step(crossing);
  if (value == 0) return;
  const bool is_low_side = (value < 0) == (search.f_low < 0);
  (is_low_side ? search.low : search.high) = search.part;
  (is_low_side ? search.f_low : search.f_high) = value;
  double next = search.part - value / slope_along(crossing.at, crossing);
  const bool is_within = next > search.low && next < search.high;
  const double left = kLeftAtRoot * search.largest + 4 * std::numeric_limits<double>::epsilon() * std::fabs(level);
  if (is_within && std::fabs(next - search.part) < kShortestStep && std::fabs(value) <= left) {
    crossing.is_real = true;
    crossing.at.place = place_on(crossing, next);
  } else if (round == kMostRounds) {
    // Halves, should the difference overflow.
    crossing.is_real = std::fabs(search.f_high / 2 - search.f_low / 2) <
                       kTogether * std::fabs(crossing.to.f / 2 - crossing.from.f / 2);
  } else if (round >= kRoundsBeforeJump &&
             (std::min(std::fabs(search.f_low), std::fabs(search.f_high)) > search.largest || is_step(crossing))) {
    return;
  } else {
    // Every other round halves, should Newton's method come nearer from one side alone.
    search.part = is_within && round % 2 == 0 ? next : search.low / 2 + search.high / 2;
    search.is_done = false;
  }
}

}  // namespace

void find_crossings(ContourSheet& sheet, std::span<Crossing> crossings, double level) {
  std::vector<Search> searches;
  std::vector<Crossing*> at_level;  // at both ends: nothing tells a crossing from noise but the others
  for (Crossing& crossing : crossings) {
    const double f_low = crossing.from.f - level, f_high = crossing.to.f - level;
    const bool at_from = std::fabs(f_low) <= sheet.rounding(crossing.from, level);
    const bool at_to = std::fabs(f_high) <= sheet.rounding(crossing.to, level);
    crossing.at = at_from && (!at_to || crossing.starts_above) ? crossing.from : crossing.to;
    if (at_from && at_to) {
      at_level.push_back(&crossing);
    } else if (at_from || at_to) {
      crossing.is_real = !is_step(crossing);
    } else {
      searches.push_back({&crossing, 0, 1, 0.5, f_low, f_high, std::max(std::fabs(f_low), std::fabs(f_high))});
      searches.back().part = first_guess(searches.back());
    }
  }
  std::vector<Sample> samples;
  for (int round = 0; round <= kMostRounds && !searches.empty(); ++round) {
    samples.resize(searches.size());
    for (std::size_t i = 0; i < searches.size(); ++i)
      samples[i].place = place_on(*searches[i].crossing, searches[i].part);
    sheet.evaluate(samples);
    for (std::size_t i = 0; i < searches.size(); ++i) {
      searches[i].crossing->at = samples[i];
      narrow(searches[i], level, round);
    }
    std::erase_if(searches, [](const Search& search) { return search.is_done; });
  }
  const auto real = std::ranges::count_if(crossings, &Crossing::is_real);
  const bool is_noise = 2 * static_cast<std::size_t>(real) < crossings.size() - at_level.size();
  for (Crossing* crossing : at_level) crossing->is_real = !is_noise;
}

}  // namespace gradfield
