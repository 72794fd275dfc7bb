#include "analysis/critical/surroundings.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

#include "analysis/descent/eigenvalues.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

double length_of_vector(std::span<const double> vector) {
  const double largest = std::transform_reduce(
      vector.begin(), vector.end(), 0.0, [](double a, double b) { return std::max(a, b); },
      [](double value) { return std::fabs(value); });
  if (!(largest > 0) || !std::isfinite(largest)) return largest;
  double sum = 0;
  for (const double value : vector) sum += value / largest * (value / largest);
  return largest * std::sqrt(sum);
}

// Points of the sphere around 0, of radius 1: in one variable its two, in two evenly spread, in more at random.
std::vector<Place> directions(std::size_t variables, std::size_t count) {
  if (variables == 1) return {{-1}, {1}};
  std::vector<Place> all;
  std::mt19937_64 random(count);  // the same numbers everywhere
  for (std::size_t i = 0; i < count; ++i) {
    if (variables == 2) {
      const double angle = 2 * std::numbers::pi * (static_cast<double>(i) + 0.382) / static_cast<double>(count);
      all.push_back({cosine(angle), sine(angle)});
      continue;
    }
    // In the ball, and then on its surface; drawn again outside, or too near to its middle.
    Place direction(variables);
    double size = 0;
    do {
      for (double& coordinate : direction) coordinate = static_cast<double>(random() >> 11) * 0x1p-52 - 1;
      size = length_of_vector(direction);
    } while (size > std::max(1.0, std::sqrt(static_cast<double>(variables)) / 2) || size < 0.1);
    for (double& coordinate : direction) coordinate /= size;
    all.push_back(direction);
  }
  return all;
}

// Whether there is a direction that makes less than a right angle with all of them, by more than `least` of a sine:
// the perceptron's rule finds it where there is one.
bool have_common_direction(const std::vector<Place>& vectors, double least) {
  constexpr int kMostTurns = 60;
  Place direction(vectors.front().size(), 0.0);
  const auto add = [&](const Place& vector) {
    for (std::size_t k = 0; k < direction.size(); ++k) direction[k] += vector[k];
  };
  for (const Place& vector : vectors) add(vector);
  for (int turn = 0; turn < kMostTurns; ++turn) {
    const double size = length_of_vector(direction);
    if (!(size > 0)) return false;
    const auto along = [&](const Place& vector) {
      return std::inner_product(vector.begin(), vector.end(), direction.begin(), 0.0) / size;
    };
    const auto worst = std::ranges::min_element(vectors, {}, along);
    if (along(*worst) > least) return true;
    add(*worst);
  }
  return false;
}

double usual_norm_in(const Surroundings& surroundings, const std::vector<Interval>& box) {
  constexpr std::size_t kCount = 199;
  std::vector<double> norms;
  for (std::size_t i = 0; i < kCount; ++i) {
    Place place;
    for (std::size_t k = 0; k < box.size(); ++k) {
      // Fractions of the multiples of an irrational number are spread evenly.
      const double share = std::sqrt(static_cast<double>(2 + k) * 1.37) * static_cast<double>(i + 1);
      place.push_back(box[k].low + (share - std::floor(share)) * width_of(box[k]));
    }
    const double norm = surroundings.norm_at(place);
    if (std::isfinite(norm)) norms.push_back(norm);
  }
  std::ranges::sort(norms);
  return norms.empty() ? 0 : norms[norms.size() / 2];
}

}  // namespace

Surroundings::Surroundings(const Program& derivatives, const std::vector<Interval>& box)
    : derivatives_(derivatives),
      box_(box),
      variables_(box.size()),
      few_(directions(box.size(), 16)),
      many_(directions(box.size(), 200)),
      usual_norm_(usual_norm_in(*this, box)) {}

std::vector<double> Surroundings::values_at(std::span<const double> place) const {
  return derivatives_.evaluate_at({place.begin(), place.end()});
}

double Surroundings::norm_at(std::span<const double> place) const {
  const std::vector<double> values = values_at(place);
  return length_of_vector(std::span(values).subspan(1, variables_));
}

Surroundings::Slopes Surroundings::slopes_around(const std::vector<Interval>& cell, double reach) const {
  Slopes slopes;
  for (const Place& direction : few_) {
    Place place;
    for (std::size_t k = 0; k < variables_; ++k) {
      place.push_back(middle_of(cell[k]) + reach * width_of(cell[k]) * direction[k]);
    }
    const std::vector<double> values = values_at(place);
    const double norm = length_of_vector(std::span(values).subspan(1, variables_));
    if (!std::isfinite(values[0]) || !std::isfinite(norm)) continue;
    slopes.norms.push_back(norm);
    Place& slope = slopes.directions.emplace_back();
    for (std::size_t k = 0; k < variables_; ++k) slope.push_back(norm > 0 ? values[1 + k] / norm : 0);
  }
  std::ranges::sort(slopes.norms);
  return slopes;
}

bool Surroundings::pass_by(const std::vector<Interval>& cell) const {
  constexpr double kNear = 2, kFar = 200;  // in cells: a kink may be beside the cell
  constexpr double kLevel = 1e-6;          // in usual norms: what is less is level, and has any direction
  constexpr double kLeast = 0.05;
  const Slopes near = slopes_around(cell, kNear), far = slopes_around(cell, kFar);
  if (near.norms.empty() || near.norms.front() <= kLevel * usual_norm_) return false;
  const auto median = [](const Slopes& slopes) { return slopes.norms[slopes.norms.size() / 2]; };
  if (!far.norms.empty() && median(near) > kFar / kNear / 2 * median(far)) return true;
  return have_common_direction(near.directions, kLeast);
}

Surroundings::Slope Surroundings::slope_outwards(const Place& middle, const Place& direction, double radius) const {
  Place place = middle;
  for (std::size_t k = 0; k < variables_; ++k) place[k] += radius * width(k) * direction[k];
  const std::vector<double> values = values_at(place);
  double outwards = 0, sum = 0;
  for (std::size_t k = 0; k < variables_; ++k) {
    const double slope = values[1 + k] * width(k);
    outwards += slope * direction[k];
    sum += slope * slope;
  }
  return {radius < 0 ? -outwards : outwards, std::sqrt(sum), std::isfinite(values[0]) && std::isfinite(outwards)};
}

Surroundings::Sphere Surroundings::sphere(const Place& middle, double radius) const {
  Sphere result;
  for (const Place& direction : many_) {
    const Slope slope = slope_outwards(middle, direction, radius);
    result.is_defined &= slope.is_defined;
    result.least = std::min(result.least, slope.outwards);
    result.most = std::max(result.most, slope.outwards);
    result.steepest = std::max(result.steepest, slope.steepest);
  }
  return result;
}

bool Surroundings::show_fold(const Place& middle, double cell) const {
  const double radius = 8 * cell;  // by far more than the place is off the fold
  double most = 0, least = 0, steepest = 0;
  for (const Place& direction : many_) {
    const Slope a = slope_outwards(middle, direction, radius), b = slope_outwards(middle, direction, -radius);
    if (!a.is_defined || !b.is_defined) return false;
    most = std::max(most, std::min(a.outwards, b.outwards));
    least = std::min(least, std::max(a.outwards, b.outwards));
    steepest = std::max(steepest, a.steepest);
  }
  return most > steepest / 2 ? least > -steepest / 8 : least < -steepest / 2 && most < steepest / 8;
}

std::optional<CriticalKind> Surroundings::kind_at(const Place& middle, double window) const {
  constexpr double kNearer = 100;
  const Sphere far = sphere(middle, window), near = sphere(middle, window / kNearer);
  if (!far.is_defined || !near.is_defined || near.steepest >= 0.9 * kNearer * far.steepest) return {};
  if (far.least > 0 && near.least > 0) return CriticalKind::kMinimum;
  if (far.most < 0 && near.most < 0) return CriticalKind::kMaximum;
  const bool is_level = near.steepest <= far.steepest / 2;  // else slopes jump: a kink, or a step of f
  const bool turns = near.least < 0 && near.most > 0;
  // At a kink the slopes tell that f bends both ways.
  if (variables_ > 2 && turns && (!is_level || bends_both_ways(middle))) return CriticalKind::kSaddle;
  return is_level ? std::optional(CriticalKind::kDegenerate) : std::nullopt;
}

// Up in some direction and down in another, by the Hessian.
bool Surroundings::bends_both_ways(const Place& place) const {
  const std::vector<double> values = values_at(place);
  const std::vector<double> curvatures = eigensystem(std::span(values).subspan(1 + variables_), variables_).values;
  const double slight = 1e-6 * std::max(std::fabs(curvatures.front()), std::fabs(curvatures.back()));
  return curvatures.front() < -slight && curvatures.back() > slight;
}

bool Surroundings::show_kink(const Place& middle, double window) const {
  const Sphere far = sphere(middle, window), near = sphere(middle, window / 100);
  return near.is_defined && near.steepest > far.steepest / 2;
}

}  // namespace gradfield
