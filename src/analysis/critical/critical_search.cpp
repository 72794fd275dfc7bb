#include "analysis/critical/critical_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "analysis/critical/open_regions.hpp"
#include "analysis/critical/surroundings.hpp"
#include "analysis/descent/eigenvalues.hpp"
#include "field/methods/methods.hpp"
#include "program/builder.hpp"
#include "program/differentiate.hpp"
#include "program/transform.hpp"

namespace gradfield {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

class Naming {
 public:
  Naming(const Program& f, const std::vector<Interval>& box)
      : f_(f),
        derivatives_(differentiate_twice(f)),
        box_(box),
        variables_(box.size()),
        surroundings_(derivatives_, box) {}

  CriticalReport run(int threads) {
    ZeroSearch search = search_zeros(derivatives_, box_, threads);
    for (const ProvedZero& zero : search.zeros) add_proved(zero.place);
    result_.is_complete = true;
    const auto passed_by = std::erase_if(search.open, [&](const OpenCell& cell) {
      return !cell.is_level && is_fine(widest_side(cell.box)) && surroundings_.pass_by(cell.box);
    });
    result_.has_doubt = passed_by > 0;
    const std::vector<OpenRegion> regions = regions_of(search.open, box_);
    for (const OpenRegion& region : regions) {
      if (widest_side(region.box) <= kSmall) {
        result_.has_doubt |= !add_open(region, regions);
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

  double width(std::size_t k) const { return width_of(box_[k]); }

  double widest_side(const std::vector<Interval>& region) const {
    double widest = 0;
    for (std::size_t k = 0; k < variables_; ++k) widest = std::max(widest, width_of(region[k]) / width(k));
    return widest;
  }
  // Whether a cell is so small that slopes around it tell what is in it; there may be anything in others.
  static bool is_fine(double cell) { return cell < 1.0 / 2000; }

  // How far two places are apart, as a part of the box.
  double apart(const Place& a, const Place& b) const {
    double most = 0;
    for (std::size_t k = 0; k < variables_; ++k) most = std::max(most, std::fabs(a[k] - b[k]) / width(k));
    return most;
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
    const std::vector<double> values = surroundings_.values_at(place);
    return {.place = place,
            .f = values[0] + 0.0,
            .kind = kind,
            .curvatures = eigensystem(std::span(values).subspan(1 + variables_), variables_).values,
            .norm = surroundings_.norm_at(place),
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
    double least = surroundings_.norm_at(place);
    for (const double digits : parts) {
      Place near = place;
      for (std::size_t k = 0; k < variables_; ++k) {
        const double unit = std::pow(10, std::floor(std::log10(digits * width(k))));
        near[k] = std::clamp(std::round(place[k] / unit) * unit, box_[k].low, box_[k].high);
      }
      const double norm = surroundings_.norm_at(near);
      if (std::isnan(norm) ? std::isnan(least) : !(norm > least)) {
        best = near;
        least = norm;
        break;
      }
    }
    return best;
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

  // What is at an open place; returns whether there is something: not, where slopes grow towards it as at a pole, or do
  // not change their sign there.
  bool add_open(const OpenRegion& region, const std::vector<OpenRegion>& regions) {
    // Of the box. Wide: f may bend by the fourth power of the distance one way, and by its square the other.
    constexpr double kLeast = 1e-6, kMost = 0.05;
    Place middle;
    for (std::size_t k = 0; k < variables_; ++k) {
      middle.push_back(std::clamp(middle_of(region.box[k]), box_[k].low, box_[k].high));
    }
    middle = rounded(middle, kDegeneratePlaces);
    const double widest = widest_side(region.box);
    const double window =
        std::clamp(room_around(middle, region, regions) / 2, std::max(kLeast, 2 * widest), std::max(kMost, 2 * widest));
    bool is_found = false;
    if (variables_ == 2) {
      for (const CriticalPoint& found : points_around(middle, window)) {
        if (apart(found.place, middle) > widest + window / 1000) continue;
        add_unproved(rounded(found.place, kDegeneratePlaces), found.kind, window);
        is_found = true;
      }
    }
    if (is_found) return true;
    const std::optional<CriticalKind> kind = surroundings_.kind_at(middle, window);
    if (kind) add_unproved(middle, *kind, window);
    return kind.has_value();
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

  void add_unproved(const Place& place, CriticalKind kind, double window) {
    const auto is_same = [&](const NamedPoint& other) { return apart(other.place, place) <= window / 100; };
    if (std::ranges::any_of(result_.points, is_same)) return;
    for (std::size_t k = 0; k < variables_; ++k) {
      if (place[k] < box_[k].low || place[k] > box_[k].high) return;
    }
    NamedPoint point = point_at(place, kind);
    if (!std::isfinite(point.f)) return;
    point.is_kink = surroundings_.show_kink(place, window);
    if (point.is_kink) {
      point.norm = kNan;
      std::ranges::fill(point.curvatures, kNan);
    }
    result_.points.push_back(std::move(point));
  }

  void add_level_set(const OpenRegion& region) {
    constexpr double kSlight = 0.02;
    LevelSet set{LevelSet::kUndecided, region.box};
    std::vector<double> norms;
    for (const Place& middle : region.middles) norms.push_back(surroundings_.norm_at(middle));
    const bool is_level =
        std::ranges::all_of(norms, [&](double norm) { return norm <= kSlight * surroundings_.usual_norm(); }) ||
        std::ranges::all_of(region.middles,
                            [&](const Place& middle) { return surroundings_.show_fold(middle, region.cell); });
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
  Surroundings surroundings_;
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
