#include "request/slice.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/numbers/number.hpp"
#include "field/slice_gradient.hpp"

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

}  // namespace

std::size_t shown_axis_count(const Grid& grid) { return shown_axes(grid).size(); }

Slice::Slice(const Request& request, const Grid& grid) : request_(request), grid_(grid), axes_(shown_axes(grid)) {
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

std::vector<DescentPath> Slice::flat(std::vector<DescentPath> paths) const {
  for (DescentPath& path : paths) {
    std::vector<std::vector<double>> coordinates;
    for (const std::size_t k : axes_) coordinates.push_back(std::move(path.coordinates[k]));
    path.coordinates = std::move(coordinates);
  }
  return paths;
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

std::unique_ptr<Gradient> Slice::gradient(const Grid* shown) const {
  std::vector<double> place;
  for (const Axis& axis : grid_.axes) place.push_back(axis.min);
  const std::optional<Grid> all = shown != nullptr ? std::optional(whole(*shown)) : std::nullopt;
  return std::make_unique<SliceGradient>(request_.make_gradient(all ? &*all : nullptr), std::move(place), axes_,
                                         request_.condition ? &*request_.condition : nullptr);
}

Field Slice::sample(const Grid& shown) const {
  GridCursor points(shown);
  return collect(points, *gradient(&shown), {request_.threads});
}

FieldAccess Slice::access() const {
  FieldAccess access;
  access.sample = [this](const Grid& shown) { return sample(shown); };
  // Not specialised to the grid: what is asked for may lie beyond it.
  access.gradient = [this] { return gradient(nullptr); };
  return access;
}

}  // namespace gradfield
