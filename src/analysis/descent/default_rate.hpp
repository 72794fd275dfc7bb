// The rate where nobody says one: rules for the rows of optimisers.
//
// Of steps against the gradient it is the largest of a few with which the whole path is sound, tried in falling order,
// of two significant digits so that it can be given again. The first is 0.4/curvature: on a bowl each step leaves 0.6
// of the way along the most curved direction, so that steps are seen, and curvature may grow fivefold before they
// overshoot; where that would step over more than a quarter of the box, or says nothing, it goes by the box. Each next
// is half as large.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>

#include "analysis/descent/descent.hpp"
#include "analysis/descent/objective.hpp"
#include "program/bounds.hpp"

namespace gradfield {

/// Looks at a path after its last step; its end is kIterations while it goes on. Returns whether it is good so far.
using DescentJudge = std::function<bool(const DescentPath& path)>;

struct RateJudge {
  DescentJudge (*make)();
  int halvings;             // of the first rate, at most, for it to find one that will do
  bool wants_calm = false;  // towards the end f must go up and down but little
};

/// Which rates are tried.
struct RateRule {
  /// The first one, from the start of the path.
  double (*first)(Objective& objective, std::span<const double> start, const Box& box);
  /// What the path must be, one judge after the other: where no rate pleases one, the next one judges. After the last,
  /// or where there is none, any path will do.
  std::span<const RateJudge> judges = {};
};

/// 0.4/curvature, and as much as suits a gradient that is followed with its length unknown; 1/curvature, for steps that
/// look before they are taken.
double rate_by_curvature(Objective& objective, std::span<const double> start, const Box& box);
double rate_to_be_searched(Objective& objective, std::span<const double> start, const Box& box);
/// 1, and parts of the narrowest range of the box: for optimisers whose steps are about as long as their rate.
double rate_of_one(Objective& objective, std::span<const double> start, const Box& box);
template <int kParts>
double rate_by_box(Objective& objective, std::span<const double> start, const Box& box);

/// For steps against the gradient. A path is sound where every step fulfils Armijo's condition: f falls by a quarter,
/// at least, of what the slope promises (Nocedal & Wright, "Numerical Optimization", 2nd ed., ch. 3). It is given up
/// for the next judge where it has become too slow.
DescentJudge falls_enough();
/// For functions that no constant rate brings to rest (kinks, jumps): f never rises above its lowest value by more than
/// a tenth of how far it has fallen.
DescentJudge rises_little();
/// For steps with a swing: f never rises above that of the start; and the path stays in the box, where that can be had.
DescentJudge stays_below_start();
DescentJudge stays_low_in_box();

/// How often a rate is halved: to less than a 10^12th of the first, since a start may be as flat as that beside what
/// comes; and where a few are to tell.
inline constexpr int kHalvings = 40, kFewHalvings = 8;

/// The rates that are tried for one path.
class RateSearch {
 public:
  /// `given`: the only one, where there is one.
  RateSearch(const RateRule& rule, std::optional<double> given, Objective& objective, std::span<const double> start,
             const Box& box);

  double rate() const { return rate_; }
  /// Empty: any path will do.
  const DescentJudge& judge() const { return judge_; }

  /// Whether the path with that rate is the one; else there is another rate. `path`: null where the judge gave it up.
  bool takes(const DescentPath* path);

 private:
  void begin(std::size_t stage);

  const RateRule& rule_;
  double first_, rate_;
  std::size_t stage_ = 0;
  int halvings_ = 0;
  DescentJudge judge_;
};

}  // namespace gradfield
