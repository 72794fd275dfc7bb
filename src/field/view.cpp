#include "field/view.hpp"

#include <algorithm>
#include <utility>

#include "field/filter.hpp"
#include "field/slice_gradient.hpp"

namespace gradfield {

std::vector<std::size_t> shown_axes(const Grid& grid) {
  std::vector<std::size_t> axes;
  for (std::size_t k = 0; k < grid.axes.size(); ++k) axes.push_back(k);
  for (std::size_t k = axes.size(); k-- > 0 && axes.size() > 2;) {
    if (grid.axes[k].count == 1) axes.erase(axes.begin() + static_cast<std::ptrdiff_t>(k));
  }
  return axes;
}

FieldView::FieldView(FieldSource source, Grid grid)
    : FieldView(std::make_shared<const FieldSource>(std::move(source)), shown_axes(grid), grid) {}

FieldView::FieldView(std::shared_ptr<const FieldSource> source, std::vector<std::size_t> axes, Grid whole)
    : source_(std::move(source)), axes_(std::move(axes)), whole_(std::move(whole)) {
  for (const std::size_t k : axes_) shown_.axes.push_back(whole_.axes[k]);
}

std::vector<Axis> FieldView::held() const {
  std::vector<Axis> held;
  for (std::size_t k = 0; k < whole_.axes.size(); ++k) {
    if (std::ranges::count(axes_, k) == 0) held.push_back(whole_.axes[k]);
  }
  return held;
}

FieldView FieldView::on(const Grid& shown) const { return {source_, axes_, whole(shown)}; }

Field FieldView::field() const {
  GridCursor points(whole_);
  return shown_field(points, &whole_);
}

Field FieldView::field_at(const PointList& points) const {
  ListedPoints listed(points, whole_.axes.size());
  return shown_field(listed, nullptr);
}

Field FieldView::shown_field(PointSource& all, const Grid* whole) const {
  std::optional<FilteredPoints> kept;
  if (source_->condition) kept.emplace(all, *source_->condition);
  PointSource& points = kept ? static_cast<PointSource&>(*kept) : all;
  Field field = collect(points, *make_gradient(whole), {source_->threads});
  Field shown;
  shown.f = std::move(field.f);
  for (const std::size_t k : axes_) {
    shown.coordinates.push_back(std::move(field.coordinates[k]));
    shown.slopes.push_back(std::move(field.slopes[k]));
  }
  return shown;
}

Field FieldView::sample(const Grid& shown) const {
  GridCursor points(shown);
  const Grid all = whole(shown);
  return collect(points, *slice(&all), {source_->threads});
}

Field FieldView::sample_at(PointList points) const {
  ListedPoints listed(std::move(points), axes_.size());
  return collect(listed, *slice(nullptr), {source_->threads});
}

Grid FieldView::whole(const Grid& shown) const {
  Grid grid = whole_;
  for (std::size_t i = 0; i < axes_.size(); ++i) grid.axes[axes_[i]] = shown.axes[i];
  return grid;
}

std::unique_ptr<Gradient> FieldView::make_gradient(const Grid* whole) const {
  MethodSettings settings = source_->settings;
  settings.box = {};  // what is asked for may lie beyond the grid of the view
  if (whole != nullptr) {
    settings.grid = *whole;
    settings.box = box_of(*whole);
  }
  if (settings.lost_points) *settings.lost_points = 0;  // those of the last gradient count
  return gradfield::make_gradient(source_->method, source_->f, settings);
}

std::unique_ptr<Gradient> FieldView::slice(const Grid* whole) const {
  std::vector<double> place;
  for (const Axis& axis : whole_.axes) place.push_back(axis.min);
  return std::make_unique<SliceGradient>(make_gradient(whole), std::move(place), axes_,
                                         source_->condition ? &*source_->condition : nullptr);
}

}  // namespace gradfield
