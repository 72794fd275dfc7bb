#include "analysis/contours/level_crossings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

// A root is found when the next step would be shorter than this part of the stretch: far below anything drawn.
constexpr double kShortestStep = 1e-9;
// Bisection alone has then shrunk the stretch to 1e-12 of itself; Newton's method takes four or five rounds.
constexpr int kMostRounds = 40;
// So many rounds are given to a function that only looks like a pole.
constexpr int kRoundsBeforePole = 8;
// What is left of the values at the ends where f really takes the level.
constexpr double kLeftAtRoot = 1e-6;
// A function as steep as its values say has, at one of three places, at least this part of the mean slope; a step or
// the noise of roundings has none anywhere.
constexpr double kFlat = 0.3;

// A point between two crossings starts a hundredth of a cell from the line: two steps are enough, and one that goes
// further than this part of a cell is on its way to another line.
constexpr int kSettlingSteps = 2;
constexpr double kReach = 0.2;

// A crossing on its way: the root lies between `low` and `high`, parts of the stretch.
struct Search {
  std::size_t crossing;
  double low = 0, high = 1, part = 0.5;
  double f_low, f_high, largest;  // f - level at both, and the larger of the first magnitudes
};

double slope_along(const Sample& sample, const Crossing& crossing) {
  return sample.slopes[0] * (crossing.to.point[0] - crossing.from.point[0]) +
         sample.slopes[1] * (crossing.to.point[1] - crossing.from.point[1]);
}

std::array<double, 2> point_on(const Crossing& crossing, double part) {
  std::array<double, 2> point;
  for (std::size_t k = 0; k < 2; ++k) {
    const double from = crossing.from.point[k], to = crossing.to.point[k];
    point[k] = part < 0.5 ? from + part * (to - from) : to - (1 - part) * (to - from);
  }
  return point;
}

// Where the cubic through both values with both slopes is nearly 0: a step of Newton's from the chord's root.
double first_guess(const Search& search, const Crossing& crossing) {
  const double a = search.f_low, b = search.f_high, t = a / (a - b);
  const double from = slope_along(crossing.from, crossing), to = slope_along(crossing.to, crossing);
  const double rest = 1 - t;
  const double value = a * (1 + 2 * t) * rest * rest + b * (1 + 2 * rest) * t * t + t * rest * (from * rest - to * t);
  const double slope = 6 * (b - a) * t * rest + from * rest * (1 - 3 * t) + to * t * (3 * t - 2);
  const double next = t - value / slope;
  return next > 0 && next < 1 ? next : t > 0 && t < 1 ? t : 0.5;
}

// Narrows the search by the value at `part`; whether it is done.
bool narrow(Search& search, const Sample& sample, double slope, double level, int round) {
  const double value = sample.f - level;
  if (std::isnan(value) || value == 0) return true;
  const bool is_low_side = (value < 0) == (search.f_low < 0);
  (is_low_side ? search.low : search.high) = search.part;
  (is_low_side ? search.f_low : search.f_high) = value;
  if (round >= kRoundsBeforePole && std::min(std::fabs(search.f_low), std::fabs(search.f_high)) > search.largest) {
    return true;
  }
  double next = search.part - value / slope;
  // Every fourth round halves, should Newton's method come nearer from one side alone.
  if (!(next > search.low && next < search.high) || round % 4 == 3) next = search.low / 2 + search.high / 2;
  const bool is_done = std::fabs(next - search.part) < kShortestStep && std::fabs(value) < kLeftAtRoot * search.largest;
  if (!is_done) search.part = next;
  return is_done;
}

// Whether f changes from end to end while it is flat at both and between.
bool is_step(const Crossing& crossing) {
  const double change = std::fabs(crossing.to.f - crossing.from.f);
  return std::ranges::all_of(std::array{&crossing.from, &crossing.at, &crossing.to}, [&](const Sample* sample) {
    return std::fabs(slope_along(*sample, crossing)) < kFlat * change;
  });
}

// Whether f takes the level at the place found.
bool is_real(const Search& search, const Crossing& crossing, double level) {
  const double left = std::fabs(crossing.at.f - level);
  return left <= kLeftAtRoot * search.largest + 4 * kEpsilon * std::fabs(level) && !is_step(crossing);
}

}  // namespace

double rounding_of(const Sample& sample, double level) {
  const double by_point = std::fabs(sample.point[0] * sample.slopes[0]) + std::fabs(sample.point[1] * sample.slopes[1]);
  return kEpsilon * (4 * std::fabs(level) + (std::isfinite(by_point) ? 2 * by_point : 0));
}

LevelCrossings::LevelCrossings(const Gradient& gradient) : gradient_(gradient.clone()), tile_(2) {}

void LevelCrossings::evaluate(std::span<Sample> samples) {
  for (std::size_t first = 0; first < samples.size(); first += kTileSize) {
    const std::span<Sample> part = samples.subspan(first, std::min(kTileSize, samples.size() - first));
    tile_.resize(part.size());
    for (std::size_t k = 0; k < 2; ++k) {
      double* coordinate = tile_.mutable_coordinate(k);
      for (std::size_t i = 0; i < part.size(); ++i) coordinate[i] = part[i].point[k];
    }
    const GradientTile& values = gradient_->evaluate(tile_);
    for (std::size_t i = 0; i < part.size(); ++i) {
      part[i].f = values.f[i];
      part[i].slopes = {values.slopes[0][i], values.slopes[1][i]};
    }
  }
}

void LevelCrossings::find(std::span<Crossing> crossings, double level) {
  std::vector<Search> searches;
  std::vector<std::size_t> at_level;  // at both ends: nothing tells a crossing from noise but the others
  for (std::size_t i = 0; i < crossings.size(); ++i) {
    Crossing& crossing = crossings[i];
    const double f_low = crossing.from.f - level, f_high = crossing.to.f - level;
    const bool at_from = std::fabs(f_low) <= rounding_of(crossing.from, level);
    const bool at_to = std::fabs(f_high) <= rounding_of(crossing.to, level);
    crossing.at = at_from && (!at_to || crossing.starts_above) ? crossing.from : crossing.to;
    Search search{i, 0, 1, 0.5, f_low, f_high, std::max(std::fabs(f_low), std::fabs(f_high))};
    if (at_from && at_to) {
      at_level.push_back(i);
      continue;
    }
    if (at_from || at_to) {
      crossing.is_real = !is_step(crossing);
      continue;
    }
    search.part = first_guess(search, crossing);
    searches.push_back(search);
  }
  std::vector<Sample> samples;
  for (int round = 0; round < kMostRounds && !searches.empty(); ++round) {
    samples.resize(searches.size());
    for (std::size_t i = 0; i < searches.size(); ++i)
      samples[i].point = point_on(crossings[searches[i].crossing], searches[i].part);
    evaluate(samples);
    std::size_t left = 0;
    for (std::size_t i = 0; i < searches.size(); ++i) {
      Search search = searches[i];
      Crossing& crossing = crossings[search.crossing];
      crossing.at = samples[i];
      if (narrow(search, samples[i], slope_along(samples[i], crossing), level, round)) {
        crossing.is_real = is_real(search, crossing, level);
      } else {
        searches[left++] = search;
      }
    }
    searches.resize(left);
  }
  for (const Search& search : searches) {
    Crossing& crossing = crossings[search.crossing];
    crossing.is_real = is_real(search, crossing, level);
  }
  const auto real = static_cast<std::size_t>(std::ranges::count_if(crossings, &Crossing::is_real));
  const bool is_noise = 2 * real < crossings.size() - at_level.size();
  for (const std::size_t i : at_level) crossings[i].is_real = !is_noise;
}

void LevelCrossings::settle(std::span<Sample> samples, std::array<double, 2> cell, double level) {
  std::vector<double> way(samples.size(), 0);
  for (int step = 0; step < kSettlingSteps; ++step) {
    for (std::size_t i = 0; i < samples.size(); ++i) {
      Sample& sample = samples[i];
      const double u = sample.slopes[0] * cell[0], v = sample.slopes[1] * cell[1], norm = hypotenuse(u, v);
      const double distance = (level - sample.f) / norm;  // no square of the norm: it may overflow
      way[i] += std::fabs(distance);
      if (!(way[i] <= kReach)) continue;
      sample.point[0] += distance * (u / norm) * cell[0];
      sample.point[1] += distance * (v / norm) * cell[1];
    }
    evaluate(samples);
  }
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (!(way[i] <= kReach)) samples[i].f = std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace gradfield
