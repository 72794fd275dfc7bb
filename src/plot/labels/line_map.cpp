#include "plot/labels/line_map.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {
namespace {

constexpr double kSquare = 16;  // points of the page: about a label's height

}  // namespace

LineMap::LineMap(const Page& page)
    : left_(page.x.begin),
      bottom_(page.y.begin),
      columns_(static_cast<std::size_t>((page.x.end - page.x.begin) / kSquare) + 1),
      rows_(static_cast<std::size_t>((page.y.end - page.y.begin) / kSquare) + 1),
      squares_(columns_ * rows_) {}

// What lies beyond the axes is counted with the squares at their edge.
std::size_t LineMap::column(double x) const {
  return static_cast<std::size_t>(std::clamp((x - left_) / kSquare, 0.0, static_cast<double>(columns_ - 1)));
}
std::size_t LineMap::row(double y) const {
  return static_cast<std::size_t>(std::clamp((y - bottom_) / kSquare, 0.0, static_cast<double>(rows_ - 1)));
}

void LineMap::add(const PageLine& line) {
  const std::size_t steps = static_cast<std::size_t>(line.length() / LineMap::kBetween) + 1;
  for (std::size_t k = 0; k <= steps; ++k) {
    const double along = line.length() * static_cast<double>(k) / static_cast<double>(steps);
    const Point point = line.at(along);
    squares_[row(point.y) * columns_ + column(point.x)].push_back({point, lines_, along});
  }
  lengths_.push_back(line.is_closed() ? line.length() : 0);
  ++lines_;
}

std::size_t LineMap::met(const TextBox& box, std::size_t number, Stretch except) const {
  const double reach = std::hypot(box.half_width, box.half_height);
  const auto is_within = [&](double along) {
    if (along >= except.begin && along <= except.end) return true;
    const double turn = lengths_[number];
    return turn > 0 && (along + turn <= except.end || along - turn >= except.begin);
  };
  std::size_t count = 0;
  for (std::size_t j = row(box.middle.y - reach); j <= row(box.middle.y + reach); ++j) {
    for (std::size_t i = column(box.middle.x - reach); i <= column(box.middle.x + reach); ++i) {
      for (const Mark& mark : squares_[j * columns_ + i]) {
        if ((mark.line != number || !is_within(mark.along)) && box.contains(mark.point)) ++count;
      }
    }
  }
  return count;
}

}  // namespace gradfield
