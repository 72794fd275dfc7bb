#include "cli/slice.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "field/evaluator.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

std::vector<std::size_t> shown_axes(const Grid& grid) {
  std::vector<std::size_t> axes;
  for (std::size_t k = 0; k < grid.axes.size(); ++k) axes.push_back(k);
  for (std::size_t k = axes.size(); k-- > 0 && axes.size() > 2;) {
    if (grid.axes[k].count == 1) axes.erase(axes.begin() + static_cast<std::ptrdiff_t>(k));
  }
  return axes;
}

// Whether a condition holds at the points of a tile.
bool holds(const Evaluator& condition, std::size_t i) {
  const double value = condition.output(0)[i];
  return value != 0 && !std::isnan(value);
}

}  // namespace

Slice::Slice(const Work& work, const Grid& grid) : work_(work), grid_(grid), axes_(shown_axes(grid)) {
  for (const std::size_t k : axes_) shown_.axes.push_back(grid.axes[k]);
}

Field Slice::flat(Field field) const {
  Field out;
  out.f = std::move(field.f);
  for (const std::size_t k : axes_) {
    out.coordinates.push_back(std::move(field.coordinates[k]));
    out.slopes.push_back(std::move(field.slopes[k]));
  }
  return out;
}

std::string Slice::place() const {
  std::string text;
  for (std::size_t k = 0; k < grid_.axes.size(); ++k) {
    if (std::ranges::count(axes_, k) > 0) continue;
    text += (text.empty() ? "" : ", ") + grid_.axes[k].name + " = " + number_text(grid_.axes[k].min);
  }
  return text;
}

Grid Slice::whole(const Grid& shown) const {
  Grid grid = grid_;
  for (std::size_t i = 0; i < axes_.size(); ++i) grid.axes[axes_[i]] = shown.axes[i];
  return grid;
}

Field Slice::sample(const Grid& shown) const {
  const Grid grid = whole(shown);
  GridCursor points(grid);
  Field field = flat(collect(points, *work_.make_gradient(&grid), {work_.threads}));
  if (!work_.condition) return field;
  GridCursor again(grid);
  Evaluator condition(*work_.condition);
  Tile tile(grid.axes.size());
  for (std::size_t first = 0; again.next(tile); first += tile.size()) {
    condition.evaluate(tile);
    for (std::size_t i = 0; i < tile.size(); ++i) {
      if (!holds(condition, i)) field.f[first + i] = NAN;
    }
  }
  return field;
}

FieldAccess Slice::access() const {
  std::vector<double> place;
  for (const Axis& axis : grid_.axes) place.push_back(axis.min);
  FieldAccess access;
  access.sample = [this](const Grid& shown) { return sample(shown); };
  // Not specialised to the grid: what is asked for may lie beyond it.
  access.at_points = [this, place] { return PointGradient(*work_.make_gradient(nullptr), place, axes_); };
  if (work_.condition) {
    auto condition = std::make_shared<Evaluator>(*work_.condition);
    auto tile = std::make_shared<Tile>(place.size());
    tile->resize(1);
    for (std::size_t k = 0; k < place.size(); ++k) tile->mutable_coordinate(k)[0] = place[k];
    access.is_shown = [this, condition, tile](double x, double y) {
      tile->mutable_coordinate(axes_[0])[0] = x;
      tile->mutable_coordinate(axes_[1])[0] = y;
      condition->evaluate(*tile);
      return holds(*condition, 0);
    };
  }
  return access;
}

}  // namespace gradfield
