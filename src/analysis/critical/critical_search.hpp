// All critical points of f in a box: found, proved, and named.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/critical/critical_points.hpp"
#include "analysis/critical/interval.hpp"
#include "program/program.hpp"

namespace gradfield {

/// "minimum", "saddle": in tables and notes; of a kink "kink minimum".
struct CriticalWords {
  std::string_view one, many;
};
/// By kind, then those of kinks.
std::span<const CriticalWords> critical_words();

/// A critical point with what is known of it.
struct NamedPoint {
  std::vector<double> place;
  double f;
  CriticalKind kind;
  std::vector<double> curvatures;  // the eigenvalues of the Hessian, ascending; nan where it has no value
  double norm;                     // of the gradient, as computed: rounding; nan at a kink
  bool is_proved = false;          // that there is one, alone in a region around it
  bool is_kink = false;            // f is not smooth there: slopes change their sign, and are not 0
  bool is_on_border = false;       // of the box

  std::size_t word() const { return static_cast<std::size_t>(kind) + (is_kink ? 4 : 0); }  // among critical_words()
};

/// Where f is level, or may be, on more than a point.
struct LevelSet {
  enum Kind {
    kRegion,    // it is constant there
    kCurve,     // the gradient is 0 along a curve (of three variables: or a surface), but for rounding
    kUndecided  // nothing is known: the search ended
  };
  Kind kind;
  std::vector<Interval> box;  // that holds it
};

struct CriticalReport {
  std::vector<NamedPoint> points;  // by the last variable, then by the one before it
  std::vector<LevelSet> level_sets;
  bool is_complete = false;  // there is no other point, but in the places of the level sets
  bool has_doubt = false;    // that is not proved all over: at kinks and poles slopes tell it, at some points around
};

/// The critical points of f in a box, its border included.
///
/// Method: search_zeros; where it leaves a point open, f has no regular Hessian there: slopes on small circles tell the
/// kind (see find_critical_points; in one variable on both sides, in three and more in many directions). Poles are left
/// out.
///
/// A variable whose range is one point is held there: curvatures are those in the others.
///
/// Requires: `f` with one output; a finite box, one range a variable.
CriticalReport all_critical_points(const Program& f, const std::vector<Interval>& box, int threads = 1);

}  // namespace gradfield
