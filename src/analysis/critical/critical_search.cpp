#include "analysis/critical/critical_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <optional>
#include <random>
#include <utility>

#include "analysis/critical/open_regions.hpp"
#include "analysis/descent/eigenvalues.hpp"
#include "field/methods/methods.hpp"
#include "kernel/mathematics.hpp"
#include "program/builder.hpp"
#include "program/differentiate.hpp"
#include "program/transform.hpp"

namespace gradfield {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

using Place = std::vector<double>;

double length_of_vector(std::span<const double> vector) {
  const double largest = std::transform_reduce(
      vector.begin(), vector.end(), 0.0, [](double a, double b) { return std::max(a, b); },
      [](double value) { return std::fabs(value); });
  if (!(largest > 0) || !std::isfinite(largest)) return largest;
  double sum = 0;
  for (const double value : vector) sum += value / largest * (value / largest);
  return largest * std::sqrt(sum);
}

constexpr std::size_t kAround = 16, kAllAround = 200;

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

class Naming {
 public:
  Naming(const Program& f, const std::vector<Interval>& box)
      : f_(f), derivatives_(differentiate_twice(f)), box_(box), variables_(box.size()) {}

  CriticalReport run(int threads) {
    ZeroSearch search = search_zeros(derivatives_, box_, threads);
    for (const ProvedZero& zero : search.zeros) add_proved(zero.place);
    result_.is_complete = true;
    std::erase_if(search.open, [&](const OpenCell& cell) {
      return !cell.is_level && is_fine(widest_side(cell.box)) && is_passed_over(cell.box);
    });
    const std::vector<OpenRegion> regions = regions_of(search.open, box_);
    for (const OpenRegion& region : regions) {
      if (is_small(region.box)) {
        add_open(region, regions);
      } else {
        add_level_set(region);
      }
    }
    constexpr std::size_t kMany = 1000;  // then what is missing is not worth as much again
    if (!result_.is_complete && variables_ == 2 && result_.points.size() < kMany) add_by_index();
    std::ranges::sort(result_.points, [](const NamedPoint& a, const NamedPoint& b) {
      return std::lexicographical_compare(a.place.rbegin(), a.place.rend(), b.place.rbegin(), b.place.rend());
    });
    return std::move(result_);
  }

 private:
  // How well places are known, as parts of the box: a plain zero to rounding, others not.
  static constexpr std::initializer_list<double> kPlainPlaces{1e-14, 1e-15}, kDegeneratePlaces{1e-5, 1e-6, 1e-7};
  // Of the box, in each variable: what is no larger may be one point.
  static constexpr double kSmall = 1e-3;

  std::vector<double> values_at(std::span<const double> place) const {
    return derivatives_.evaluate_at({place.begin(), place.end()});
  }
  double norm_of(const std::vector<double>& values) const {
    return length_of_vector(std::span(values).subspan(1, variables_));
  }
  double width(std::size_t k) const { return width_of(box_[k]); }

  double widest_side(const std::vector<Interval>& region) const {
    double widest = 0;
    for (std::size_t k = 0; k < variables_; ++k) widest = std::max(widest, width_of(region[k]) / width(k));
    return widest;
  }
  // Whether a cell is so small that slopes around it tell what is in it; there may be anything in others.
  static bool is_fine(double cell) { return cell < 1.0 / 2000; }

  bool is_small(const std::vector<Interval>& region) const {
    for (std::size_t k = 0; k < variables_; ++k) {
      if (width_of(region[k]) > kSmall * width(k)) return false;
    }
    return true;
  }

  bool is_on_border(const Place& place) const {
    constexpr double kNear = 1e-12;
    for (std::size_t k = 0; k < variables_; ++k) {
      const double nearest = std::min(place[k] - box_[k].low, box_[k].high - place[k]);
      if (nearest <= kNear * width(k)) return true;
    }
    return false;
  }

  // Without -0, and without what is as near to 0 as the search cannot tell from it.
  Place with_plain_zeros(Place place) const {
    constexpr double kRounding = 1e-15;
    for (std::size_t k = 0; k < variables_; ++k) {
      if (std::fabs(place[k]) <= kRounding * width(k)) place[k] = 0;
    }
    return place;
  }

  NamedPoint point_at(const Place& found, CriticalKind kind) const {
    const Place place = with_plain_zeros(found);
    const std::vector<double> values = values_at(place);
    return {.place = place,
            .f = values[0] + 0.0,
            .kind = kind,
            .curvatures = eigensystem(std::span(values).subspan(1 + variables_), variables_).values,
            .norm = norm_of(values),
            .is_on_border = is_on_border(place)};
  }

  void add_proved(const Place& place) {
    NamedPoint point = point_at(rounded(place, kPlainPlaces), CriticalKind::kSaddle);
    if (point.curvatures.front() > 0) point.kind = CriticalKind::kMinimum;
    if (point.curvatures.back() < 0) point.kind = CriticalKind::kMaximum;
    point.is_proved = true;
    result_.points.push_back(std::move(point));
  }

  // Numbers of fewer digits, to a part of the box, where the gradient is no larger there.
  Place rounded(const Place& place, std::initializer_list<double> parts) const {
    Place best = place;
    double least = norm_of(values_at(place));
    for (const double digits : parts) {
      Place near = place;
      for (std::size_t k = 0; k < variables_; ++k) {
        const double unit = std::pow(10, std::floor(std::log10(digits * width(k))));
        near[k] = std::clamp(std::round(place[k] / unit) * unit, box_[k].low, box_[k].high);
      }
      const double norm = norm_of(values_at(near));
      if (std::isnan(norm) ? std::isnan(least) : !(norm > least)) {
        best = near;
        least = norm;
        break;
      }
    }
    return best;
  }

  // Directions and norms of the gradient around the middle of a cell.
  struct Slopes {
    std::vector<Place> directions;
    std::vector<double> norms;  // ascending
  };
  Slopes slopes_around(const std::vector<Interval>& cell, double reach) const {
    Slopes slopes;
    for (const Place& direction : directions(variables_, kAround)) {
      Place place;
      for (std::size_t k = 0; k < variables_; ++k) {
        place.push_back(middle_of(cell[k]) + reach * width_of(cell[k]) * direction[k]);
      }
      const std::vector<double> values = values_at(place);
      const double norm = norm_of(values);
      if (!std::isfinite(values[0]) || !std::isfinite(norm)) continue;
      slopes.norms.push_back(norm);
      Place& slope = slopes.directions.emplace_back();
      for (std::size_t k = 0; k < variables_; ++k) slope.push_back(norm > 0 ? values[1 + k] / norm : 0);
    }
    std::ranges::sort(slopes.norms);
    return slopes;
  }

  // Whether bounds alone left a cell open: f rises all over it in one direction, as along the kink of max(x,y), or
  // slopes grow as 1/r or faster, as towards a pole.
  bool is_passed_over(const std::vector<Interval>& cell) {
    constexpr double kNear = 2, kFar = 200;  // in cells: a kink may be beside the cell
    constexpr double kLevel = 1e-6;          // in usual norms: what is less is level, and has any direction
    constexpr double kLeast = 0.05;
    const Slopes near = slopes_around(cell, kNear), far = slopes_around(cell, kFar);
    if (near.norms.empty() || near.norms.front() <= kLevel * usual_norm()) return false;
    const auto median = [](const Slopes& slopes) { return slopes.norms[slopes.norms.size() / 2]; };
    if (!far.norms.empty() && median(near) > kFar / kNear / 2 * median(far)) return true;
    return have_common_direction(near.directions, kLeast);
  }

  // Whether there is a direction that makes less than a right angle with all of them, by more than `least` of a sine:
  // the perceptron's rule finds it where there is one.
  bool have_common_direction(const std::vector<Place>& vectors, double least) const {
    constexpr int kMostTurns = 60;
    Place direction(variables_, 0.0);
    const auto add = [&](const Place& vector) {
      for (std::size_t k = 0; k < variables_; ++k) direction[k] += vector[k];
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

  // Where the search ended early: what the index of cells of a grid tells, tips among them.
  void add_by_index() {
    constexpr std::size_t kCount = 121;
    Place middle;
    for (const Interval& range : box_) middle.push_back(middle_of(range));
    for (const CriticalPoint& found : points_around(middle, 0.5, kCount)) {
      add_unproved(found.place, found.kind, 1.0 / kCount);
    }
  }

  // How far it is to the next place that is none of its own, as a part of the box.
  double room_around(const Place& middle, const OpenRegion& region, const std::vector<OpenRegion>& regions) const {
    double room = std::numeric_limits<double>::infinity();
    const auto see = [&](const auto& range_of) {
      double away = 0;
      for (std::size_t k = 0; k < variables_; ++k) {
        const Interval range = range_of(k);
        away = std::max({away, (range.low - middle[k]) / width(k), (middle[k] - range.high) / width(k)});
      }
      room = std::min(room, away);
    };
    for (const OpenRegion& other : regions) {
      if (&other != &region) see([&](std::size_t k) { return other.box[k]; });
    }
    for (const NamedPoint& point : result_.points) {
      see([&](std::size_t k) { return Interval{point.place[k], point.place[k]}; });
    }
    return room;
  }

  // What is at an open place: nothing, where slopes grow towards it as at a pole, or do not change their sign there.
  void add_open(const OpenRegion& region, const std::vector<OpenRegion>& regions) {
    // Of the box. Wide: f may bend by the fourth power of the distance one way, and by its square the other.
    constexpr double kLeast = 1e-6, kMost = 0.05;
    Place middle;
    double widest = 0;
    for (std::size_t k = 0; k < variables_; ++k) {
      middle.push_back(std::clamp(middle_of(region.box[k]), box_[k].low, box_[k].high));
      widest = std::max(widest, width_of(region.box[k]) / width(k));
    }
    middle = rounded(middle, kDegeneratePlaces);
    const double window =
        std::clamp(room_around(middle, region, regions) / 2, std::max(kLeast, 2 * widest), std::max(kMost, 2 * widest));
    if (variables_ == 2) {
      bool is_found = false;
      for (const CriticalPoint& found : points_around(middle, window)) {
        double away = 0;
        for (std::size_t k = 0; k < variables_; ++k) {
          away = std::max(away, std::fabs(found.place[k] - middle[k]) / width(k));
        }
        if (away > widest + window / 1000) continue;
        add_unproved(rounded(found.place, kDegeneratePlaces), found.kind, window);
        is_found = true;
      }
      if (is_found) return;
    }
    if (const std::optional<CriticalKind> kind = kind_by_slopes(middle, window)) add_unproved(middle, *kind, window);
  }

  std::vector<CriticalPoint> points_around(const Place& middle, double window, std::size_t count = 5) const {
    Grid grid;
    MethodSettings settings;
    settings.second = true;
    for (std::size_t k = 0; k < variables_; ++k) {
      const double reach = window * width(k);
      grid.axes.push_back({f_.variables()[k], middle[k] - reach, middle[k] + reach, count});
      settings.lengths.push_back(2 * reach);
    }
    const auto gradient = make_gradient(*find_method("exact"), f_, settings);
    return find_critical_points(*gradient, grid);
  }

  struct Around {
    double least = std::numeric_limits<double>::infinity(), most = -std::numeric_limits<double>::infinity();
    double steepest = 0;
    bool is_defined = true;
  };

  // The slopes outwards on a sphere in units of the box, and the steepest of all.
  Around around(const Place& middle, double radius) const {
    Around result;
    for (const Place& direction : directions(variables_, kAllAround)) {
      Place place = middle;
      for (std::size_t k = 0; k < variables_; ++k) place[k] += radius * width(k) * direction[k];
      const std::vector<double> values = values_at(place);
      double outwards = 0, sum = 0;
      for (std::size_t k = 0; k < variables_; ++k) {
        const double slope = values[1 + k] * width(k);
        outwards += slope * direction[k];
        sum += slope * slope;
      }
      if (!std::isfinite(values[0]) || !std::isfinite(outwards)) result.is_defined = false;
      result.least = std::min(result.least, outwards);
      result.most = std::max(result.most, outwards);
      result.steepest = std::max(result.steepest, std::sqrt(sum));
    }
    return result;
  }

  std::optional<CriticalKind> kind_by_slopes(const Place& middle, double window) const {
    constexpr double kNearer = 100;
    const Around far = around(middle, window), near = around(middle, window / kNearer);
    if (!far.is_defined || !near.is_defined || near.steepest >= 0.9 * kNearer * far.steepest) return {};
    if (far.least > 0 && near.least > 0) return CriticalKind::kMinimum;
    if (far.most < 0 && near.most < 0) return CriticalKind::kMaximum;
    const bool is_level = near.steepest <= far.steepest / 2;  // else slopes jump: a kink, or a step of f
    const bool turns = near.least < 0 && near.most > 0;
    // Of a saddle of two variables the index tells: that was looked at.
    if (variables_ > 2 && turns && bends_both_ways(middle, is_level)) return CriticalKind::kSaddle;
    return is_level ? std::optional(CriticalKind::kDegenerate) : std::nullopt;
  }

  // Up in some direction and down in another, by the Hessian; at a kink by the slopes, which were looked at.
  bool bends_both_ways(const Place& place, bool is_level) const {
    if (!is_level) return true;
    const std::vector<double> values = values_at(place);
    const std::vector<double> curvatures = eigensystem(std::span(values).subspan(1 + variables_), variables_).values;
    const double slight = 1e-6 * std::max(std::fabs(curvatures.front()), std::fabs(curvatures.back()));
    return curvatures.front() < -slight && curvatures.back() > slight;
  }

  void add_unproved(const Place& place, CriticalKind kind, double window) {
    const auto is_same = [&](const NamedPoint& other) {
      for (std::size_t k = 0; k < variables_; ++k) {
        if (std::fabs(other.place[k] - place[k]) > window / 100 * width(k)) return false;
      }
      return true;
    };
    if (std::ranges::any_of(result_.points, is_same)) return;
    for (std::size_t k = 0; k < variables_; ++k) {
      if (place[k] < box_[k].low || place[k] > box_[k].high) return;
    }
    NamedPoint point = point_at(place, kind);
    if (!std::isfinite(point.f)) return;
    const Around far = around(place, window), near = around(place, window / 100);
    point.is_kink = near.is_defined && near.steepest > far.steepest / 2;
    if (point.is_kink) {
      point.norm = kNan;
      std::ranges::fill(point.curvatures, kNan);
    }
    result_.points.push_back(std::move(point));
  }

  // Whether f rises to both sides of a place, or falls, as from the floor of a valley that is a kink.
  bool is_fold(const Place& middle, double cell) const {
    const double radius = 8 * cell;  // by far more than the place is off the fold
    const auto outwards = [&](const Place& direction, double side) {
      Place place = middle;
      for (std::size_t k = 0; k < variables_; ++k) place[k] += side * radius * width(k) * direction[k];
      const std::vector<double> values = values_at(place);
      double sum = 0;
      for (std::size_t k = 0; k < variables_; ++k) sum += side * direction[k] * values[1 + k] * width(k);
      return sum;
    };
    double most = 0, least = 0;
    for (const Place& direction : directions(variables_, kAllAround)) {
      const double a = outwards(direction, 1), b = outwards(direction, -1);
      if (!std::isfinite(a) || !std::isfinite(b)) return false;
      if (std::min(a, b) > 0) most = std::max(most, std::min(a, b));
      if (std::max(a, b) < 0) least = std::min(least, std::max(a, b));
    }
    const double steepest = around(middle, radius).steepest;
    return most > steepest / 2 ? least > -steepest / 8 : least < -steepest / 2 && most < steepest / 8;
  }

  // The norm of the gradient that half of the box has less of.
  double usual_norm() {
    if (usual_norm_) return *usual_norm_;
    constexpr std::size_t kCount = 199;
    std::vector<double> norms;
    for (std::size_t i = 0; i < kCount; ++i) {
      Place place;
      for (std::size_t k = 0; k < variables_; ++k) {
        const double share = std::sqrt(static_cast<double>(2 + k) * 1.37) * static_cast<double>(i + 1);
        place.push_back(box_[k].low + (share - std::floor(share)) * width(k));
      }
      const double norm = norm_of(values_at(place));
      if (std::isfinite(norm)) norms.push_back(norm);
    }
    std::ranges::sort(norms);
    usual_norm_ = norms.empty() ? 0 : norms[norms.size() / 2];
    return *usual_norm_;
  }

  void add_level_set(const OpenRegion& region) {
    constexpr double kSlight = 0.02;
    LevelSet set{LevelSet::kUndecided, region.box};
    std::vector<double> norms;
    for (const Place& middle : region.middles) norms.push_back(norm_of(values_at(middle)));
    const bool is_level =
        std::ranges::all_of(norms, [&](double norm) { return norm <= kSlight * usual_norm(); }) ||
        std::ranges::all_of(region.middles, [&](const Place& middle) { return is_fold(middle, region.cell); });
    if (region.has_level_cells) {
      set.kind = LevelSet::kRegion;
    } else if (is_level && is_fine(region.cell)) {
      set.kind = LevelSet::kCurve;
    } else {
      result_.is_complete = false;
    }
    result_.level_sets.push_back(std::move(set));
  }

  const Program& f_;
  Program derivatives_;
  std::vector<Interval> box_;
  std::size_t variables_;
  std::optional<double> usual_norm_;
  CriticalReport result_;
};

}  // namespace

std::span<const CriticalWords> critical_words() {
  static constexpr CriticalWords kWords[] = {{"minimum", "minima"},           {"maximum", "maxima"},
                                             {"saddle", "saddles"},           {"degenerate", "degenerate"},
                                             {"kink minimum", "kink minima"}, {"kink maximum", "kink maxima"},
                                             {"kink saddle", "kink saddles"}, {"kink", "kinks"}};
  return kWords;
}

namespace {

// f as a function of the variables that are not held, whose ranges are one point.
Program with_held(const Program& f, const std::vector<Interval>& box) {
  std::vector<std::string> names;
  std::vector<std::uint32_t> places;
  for (std::size_t k = 0; k < box.size(); ++k) {
    places.push_back(static_cast<std::uint32_t>(names.size()));
    if (width_of(box[k]) > 0) names.push_back(f.variables()[k]);
  }
  ProgramBuilder builder(names);
  const std::vector<NodeId> moved_to = transform(f.instructions(), [&](const Instruction& instruction, NodeId) {
    if (instruction.operation != Operation::kVariable) return builder.apply(instruction);
    const Interval& range = box[instruction.variable];
    return width_of(range) > 0 ? builder.variable(places[instruction.variable]) : builder.constant(range.low);
  });
  return builder.finish(moved(f.outputs(), moved_to));
}

}  // namespace

CriticalReport all_critical_points(const Program& f, const std::vector<Interval>& box, int threads) {
  std::vector<Interval> free;
  for (const Interval& range : box) {
    if (width_of(range) > 0) free.push_back(range);
  }
  if (free.empty()) return {.points = {}, .level_sets = {}, .is_complete = true};
  const Program slice = with_held(f, box);
  CriticalReport report = Naming(slice, free).run(threads);
  const auto insert_held = [&](auto& list, const auto& value_of) {
    for (std::size_t k = 0; k < box.size(); ++k) {
      if (!(width_of(box[k]) > 0)) list.insert(list.begin() + static_cast<std::ptrdiff_t>(k), value_of(box[k]));
    }
  };
  for (NamedPoint& point : report.points) insert_held(point.place, [](const Interval& range) { return range.low; });
  for (LevelSet& set : report.level_sets) insert_held(set.box, [](const Interval& range) { return range; });
  return report;
}

}  // namespace gradfield
