// What a picture sees of a field: some axes of its grid, the others held, and the field wherever the picture asks.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "field/grid/grid.hpp"
#include "field/grid/listed_points.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/methods.hpp"
#include "field/sample.hpp"
#include "program/program.hpp"

namespace gradfield {

/// A function, how it is differentiated, and where it is to be shown.
struct FieldSource {
  Program f;
  const Method& method;
  MethodSettings settings;
  std::optional<Program> condition;  // of the same variables; no point is shown where it is 0 or nan
  int threads = 1;
};

/// The axes of a grid that a picture shows, ascending: all of one or two; of more those along which there are points,
/// but two at least.
std::vector<std::size_t> shown_axes(const Grid& grid);

class FieldView {
 public:
  /// Of `source` on the shown_axes() of `grid`, one axis a variable; the other variables are held.
  FieldView(FieldSource source, Grid grid);

  /// The shown axes, with the points of the grid; which axes of the whole grid they are; and those that are held.
  const Grid& grid() const { return shown_; }
  const std::vector<std::size_t>& axes() const { return axes_; }
  std::vector<Axis> held() const;

  /// The same view with other points on its axes.
  FieldView on(const Grid& shown) const;

  /// The field at the points of the grid, in their order, without those where it is not to be shown.
  /// Shapes: coordinates and slopes are those of the shown axes.
  Field field() const;

  /// The field at these points, one coordinate a variable of f each, likewise.
  Field field_at(const PointList& points) const;

  /// The field at all points of another grid of these axes; f is nan where it is not to be shown.
  Field sample(const Grid& shown) const;

  /// The same at these points, one coordinate an axis shown each.
  Field sample_at(PointList points) const;

  /// The same at any point of these axes. The view must outlive it.
  std::unique_ptr<Gradient> gradient() const { return slice(nullptr); }

 private:
  FieldView(std::shared_ptr<const FieldSource> source, std::vector<std::size_t> axes, Grid whole);

  /// The whole grid with these points on the shown axes.
  Grid whole(const Grid& shown) const;
  /// For the tiles of `whole` where there is one.
  std::unique_ptr<Gradient> make_gradient(const Grid* whole) const;
  std::unique_ptr<Gradient> slice(const Grid* whole) const;
  Field shown_field(PointSource& points, const Grid* whole) const;

  std::shared_ptr<const FieldSource> source_;
  std::vector<std::size_t> axes_;
  Grid whole_, shown_;
};

}  // namespace gradfield
