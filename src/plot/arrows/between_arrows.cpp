#include "plot/arrows/between_arrows.hpp"

#include <algorithm>
#include <cmath>

#include "kernel/mathematics.hpp"
#include "plot/arrows/arrow_lengths.hpp"

namespace gradfield {
namespace {

// Where in its cell the field is looked at, along each axis: not in the middle, nor at any part of small numbers, which
// a wave of a whole number of periods to the cell would hide from.
constexpr double kParts[] = {0.381966, 0.292893, 0.414214};

constexpr double kGoodPart = 0.2;  // of the cells

// Such a point in each cell; the single point of an axis stays.
Grid points_between(const Grid& grid) {
  Grid out = grid;
  for (std::size_t k = 0; k < grid.axes.size(); ++k) {
    Axis& axis = out.axes[k];
    if (axis.count < 2) continue;
    const double cell = (axis.max / 2 - axis.min / 2) / static_cast<double>(axis.count - 1) * 2;
    axis = {axis.name, axis.min + kParts[k] * cell, axis.max - (1 - kParts[k]) * cell, axis.count - 1};
  }
  return out;
}

// A point of the grid around the one between.
struct Corner {
  std::size_t step;  // from the first of them
  double weight;     // in what they suggest, linear along each axis
};

std::vector<Corner> corners_of(const Grid& grid) {
  std::vector<Corner> corners{{0, 1}};
  std::size_t stride = 1;
  for (std::size_t k = 0; k < grid.axes.size(); ++k) {
    const std::size_t known = corners.size();
    for (std::size_t i = 0; i < known && grid.axes[k].count > 1; ++i) {
      corners.push_back({corners[i].step + stride, corners[i].weight * kParts[k]});
      corners[i].weight *= 1 - kParts[k];
    }
    stride *= grid.axes[k].count;
  }
  return corners;
}

}  // namespace

BetweenArrows look_between(const FieldView& view, const Field& field) {
  constexpr double kOther = 0.5;  // of the longest around it
  const Grid& grid = view.grid();
  const bool is_whole = static_cast<double>(field.size()) == grid.point_count();
  const Field around = is_whole ? Field() : view.sample(grid);
  const Field& known = is_whole ? field : around;
  const Grid between_grid = points_between(grid);
  const Field between = view.sample(between_grid);
  const std::vector<Corner> corners = corners_of(grid);
  BetweenArrows found;
  std::size_t cells = 0, others = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (has_arrow(field, i)) found.greatest = std::max(found.greatest, norm_at(field, i));
  }
  for (std::size_t i = 0; i < between.size(); ++i) {
    std::size_t first = 0, stride = 1, rest = i;
    for (std::size_t k = 0; k < grid.axes.size(); ++k) {
      first += rest % between_grid.axes[k].count * stride;
      rest /= between_grid.axes[k].count;
      stride *= grid.axes[k].count;
    }
    if (!has_arrow(between, i)) continue;
    if (!std::ranges::all_of(corners, [&](const Corner& corner) { return has_arrow(known, first + corner.step); })) {
      continue;
    }
    double longest = norm_at(between, i), apart = 0;
    found.greatest = std::max(found.greatest, longest);
    for (const Corner& corner : corners) longest = std::max(longest, norm_at(known, first + corner.step));
    for (std::size_t k = 0; k < grid.axes.size(); ++k) {
      double suggested = 0;
      for (const Corner& corner : corners) suggested += corner.weight * known.slopes[k][first + corner.step];
      apart = hypotenuse(apart, between.slopes[k][i] - suggested);
    }
    ++cells;
    others += apart > kOther * longest;
  }
  found.turns = corners.size() > 1 && static_cast<double>(others) > kGoodPart * static_cast<double>(cells);
  return found;
}

bool turns_between_points(const FieldView& view, const Grid& grid) {
  constexpr double kOther = 0.2;      // of the range of f: a wave of five points or fewer
  constexpr std::size_t kLooks = 50;  // at cells, along an axis
  constexpr std::size_t kOfOneCell = 5;
  const Axis &x = grid.axes[0], &y = grid.axes[1];
  const auto stride = [](const Axis& axis) { return std::max<std::size_t>((axis.count - 1) / kLooks, 1); };
  PointList points;
  for (std::size_t row = 0; row + 1 < y.count; row += stride(y)) {
    for (std::size_t column = 0; column + 1 < x.count; column += stride(x)) {
      const double left = x.point(column), right = x.point(column + 1), low = y.point(row), high = y.point(row + 1);
      points.insert(points.end(), {{left, low}, {right, low}, {left, high}, {right, high}});
      points.push_back({left + kParts[0] * (right - left), low + kParts[1] * (high - low)});
    }
  }
  const std::vector<double> f = view.sample_at(std::move(points)).f;
  double least = INFINITY, largest = -INFINITY;
  for (const double value : f) {
    if (!std::isfinite(value)) continue;
    least = std::min(least, value);
    largest = std::max(largest, value);
  }
  std::size_t cells = 0, others = 0;
  for (std::size_t i = 0; i < f.size(); i += kOfOneCell) {
    const double below = f[i] + kParts[0] * (f[i + 1] - f[i]), above = f[i + 2] + kParts[0] * (f[i + 3] - f[i + 2]);
    const double apart = f[i + 4] - (below + kParts[1] * (above - below));
    if (!std::isfinite(apart)) continue;
    ++cells;
    others += std::fabs(apart) > kOther * (largest - least);
  }
  return static_cast<double>(others) > kGoodPart * static_cast<double>(cells);
}

}  // namespace gradfield
