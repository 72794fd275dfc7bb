// What a picture shows of a grid: all of one or two axes, and of more those along which there are points.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "field/field_access.hpp"
#include "field/grid/grid.hpp"
#include "field/sample.hpp"
#include "request/request.hpp"

namespace gradfield {

class Slice {
 public:
  /// Of the variables of `request` on `grid`; both must outlive the slice and what it gives.
  /// Of three and more axes those of a single point are held, but for two.
  Slice(const Request& request, const Grid& grid);

  /// Of the axes that are not held.
  const Grid& grid() const { return shown_; }

  /// Coordinates and slopes of these axes alone.
  Field flat(Field field) const;
  /// Likewise of paths.
  std::vector<DescentPath> flat(std::vector<DescentPath> paths) const;

  /// Where the others are held: "z = 0.5"; empty where there are none.
  std::string place() const;

  /// The field elsewhere on the slice; for one or two axes.
  FieldAccess access() const;

  /// The grid with these axes in place of the slice's.
  Grid whole(const Grid& shown) const;

  /// f and its gradient on the slice, specialised to a grid of its axes where one is given; f is nan where --where
  /// leaves points out.
  std::unique_ptr<Gradient> gradient(const Grid* shown) const;

  /// The field on another grid of these axes; f is nan where --where leaves points out.
  Field sample(const Grid& shown) const;

 private:
  const Request& request_;
  const Grid& grid_;
  std::vector<std::size_t> axes_;  // ascending
  Grid shown_;
};

/// Whether a range is a single value, which the variable keeps.
inline bool is_held(const Axis& axis) { return axis.count == 1 && axis.min == axis.max; }

/// How many axes of a grid a picture shows.
std::size_t shown_axis_count(const Grid& grid);

}  // namespace gradfield
