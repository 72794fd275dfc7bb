// What slopes around a place tell of it, where the Hessian and bounds tell nothing: kinks, poles, valley floors.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "analysis/critical/critical_points.hpp"
#include "analysis/critical/interval.hpp"
#include "program/program.hpp"

namespace gradfield {

using Place = std::vector<double>;

class Surroundings {
 public:
  /// `derivatives`: f with its first and second derivatives; must outlive this. Radii and windows are parts of the box.
  Surroundings(const Program& derivatives, const std::vector<Interval>& box);

  /// f, its slopes and the upper triangle of its Hessian.
  std::vector<double> values_at(std::span<const double> place) const;
  double norm_at(std::span<const double> place) const;
  /// The norm of the gradient that half of the box has less of.
  double usual_norm() const { return usual_norm_; }

  /// Whether bounds alone left a cell open: f rises all over it in one direction, as along the kink of max(x,y), or
  /// slopes grow as 1/r or faster, as towards a pole.
  bool pass_by(const std::vector<Interval>& cell) const;

  /// Whether f rises to both sides of a place, or falls, as from the floor of a valley that is a kink.
  bool show_fold(const Place& middle, double cell) const;

  /// What is at a place where there may be a critical point; none at a pole, and where slopes do not change their sign.
  /// In two variables saddles are told by the index (find_critical_points), not here.
  std::optional<CriticalKind> kind_at(const Place& middle, double window) const;

  /// Whether slopes do not shrink towards the place.
  bool show_kink(const Place& middle, double window) const;

 private:
  // The slopes outwards on a sphere in units of the box, and the steepest of all.
  struct Sphere {
    double least = std::numeric_limits<double>::infinity(), most = -std::numeric_limits<double>::infinity();
    double steepest = 0;
    bool is_defined = true;
  };
  Sphere sphere(const Place& middle, double radius) const;

  // On the sphere at `radius` in that direction, negative on the other side: the slope outwards, and the steepest.
  struct Slope {
    double outwards, steepest;
    bool is_defined;
  };
  Slope slope_outwards(const Place& middle, const Place& direction, double radius) const;

  // Directions and norms of the gradient around the middle of a cell.
  struct Slopes {
    std::vector<Place> directions;
    std::vector<double> norms;  // ascending
  };
  Slopes slopes_around(const std::vector<Interval>& cell, double reach) const;

  bool bends_both_ways(const Place& place) const;
  double width(std::size_t k) const { return width_of(box_[k]); }

  const Program& derivatives_;
  std::vector<Interval> box_;
  std::size_t variables_;
  std::vector<Place> few_, many_;  // points of the sphere of radius 1
  double usual_norm_;
};

}  // namespace gradfield
