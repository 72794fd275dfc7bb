#include "plot/space/space_view.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "plot/look/tics.hpp"
#include "plot/look/typeset.hpp"

namespace gradfield {
namespace {

constexpr int kMostTics = 6;
constexpr double kTicSize = 10.5;  // type of their labels

Rgb mixed(Rgb a, Rgb b, double share) { return color_at(std::array{a, b}, share); }

constexpr Area kNothing{HUGE_VAL, -HUGE_VAL, HUGE_VAL, -HUGE_VAL};

void grow(Area& area, const Area& by) {
  area = {std::min(area.left, by.left), std::max(area.right, by.right), std::min(area.bottom, by.bottom),
          std::max(area.top, by.top)};
}

// What words take that are `ems` wide.
Area room_of(const Words& words, double ems) {
  // An em of 12 points takes 16 points of the page; a line with raised exponents is 1.3 ems high.
  const double em = words.font_size * 16 / 12, width = ems * em;
  const double left = words.at.x - (words.side < 0 ? width : words.side > 0 ? 0 : width / 2);
  return {left, left + width, words.at.y - 0.65 * em, words.at.y + 0.65 * em};
}

}  // namespace

SpaceBox padded_box(const Grid& grid, const PictureStyle& style) {
  const double reach = std::max(0.5, style.arrows.longest * (0.5 + std::fabs(style.arrows.pivot->place)));
  SpaceBox box;
  double widest = 0, narrowest = HUGE_VAL;
  for (const Axis& axis : grid.axes) {
    const double cell = axis.count > 1 ? (axis.max - axis.min) / static_cast<double>(axis.count - 1)
                                       : std::max(axis.largest_magnitude(), 1e-300) / 10;
    box.edges.push_back({axis.min - reach * cell, axis.max + reach * cell, cell, 1});
    widest = std::max(widest, box.edges.back().high - box.edges.back().low);
    narrowest = std::min(narrowest, box.edges.back().high - box.edges.back().low);
  }
  box.is_equal = has_equal_aspect(style, widest, narrowest);
  for (BoxEdge& edge : box.edges) edge.length = box.is_equal ? (edge.high - edge.low) / widest : 1;
  return box;
}

SpaceView::SpaceView(const std::array<SpaceAxis, 3>& axes, const View& view, const Area& area) : axes_(axes) {
  fit(view, area);
  aim(view.azimuth, view.elevation);
}

void SpaceView::aim(double azimuth, double elevation) {
  azimuth *= std::numbers::pi / 180;
  elevation *= std::numbers::pi / 180;
  eye_ = {std::cos(elevation) * std::cos(azimuth), std::cos(elevation) * std::sin(azimuth), std::sin(elevation)};
  right_ = {-std::sin(azimuth), std::cos(azimuth), 0};
  up_ = {-std::sin(elevation) * std::cos(azimuth), -std::sin(elevation) * std::sin(azimuth), std::cos(elevation)};
}

Area SpaceView::measured() const {
  Area area = kNothing;
  for (int corner = 0; corner < 8; ++corner) {
    Vector box;
    for (std::size_t k = 0; k < 3; ++k) box[k] = ((corner >> k) & 1 ? 0.5 : -0.5) * axes_[k].length;
    const Point at = flat(box);
    grow(area, {at.x, at.x, at.y, at.y});
  }
  return area;
}

// The box scales, its words do not, and how many tics an edge has depends on its length: the size is found in rounds,
// each of which takes off, or adds, what the last was too large or too small by.
void SpaceView::fit(const View& view, const Area& area) {
  constexpr int kAzimuths = 40, kRounds = 10;
  constexpr double kSmallest = 30, kClose = 0.5;  // points of the page
  middle_ = {0, 0};
  points_per_edge_ = std::min(area.width(), area.height()) / 2;
  for (int round = 0; round < kRounds; ++round) {
    Area box = kNothing;
    extent_ = kNothing;
    for (int k = 0; k < (view.turns ? kAzimuths : 1); ++k) {
      aim(view.azimuth + k * 360.0 / kAzimuths, view.elevation);
      grow(box, measured());
      Painting painting;
      draw_axes(painting, themes()[0], extent_);
    }
    grow(extent_, box);
    const double across = (area.width() - extent_.width()) / box.width();
    const double up = (area.height() - extent_.height()) / box.height();
    const double growth = std::min(across, up) * points_per_edge_;
    const bool is_close =
        growth >= 0 && std::min(area.width() - extent_.width(), area.height() - extent_.height()) < kClose;
    if (is_close || (growth < 0 && points_per_edge_ == kSmallest) || round + 1 == kRounds) break;
    points_per_edge_ = std::max(points_per_edge_ + growth, kSmallest);
  }
  middle_ = {(area.left + area.right - extent_.left - extent_.right) / 2,
             (area.bottom + area.top - extent_.bottom - extent_.top) / 2};
  extent_ = {extent_.left + middle_.x, extent_.right + middle_.x, extent_.bottom + middle_.y, extent_.top + middle_.y};
}

double SpaceView::scale(std::size_t axis) const { return axes_[axis].length / (axes_[axis].high - axes_[axis].low); }

Vector SpaceView::in_box(const Vector& data) const {
  Vector box;
  for (std::size_t k = 0; k < 3; ++k) {
    const double share = (data[k] - axes_[k].low) / (axes_[k].high - axes_[k].low);
    box[k] = (share - 0.5) * axes_[k].length;
  }
  return box;
}

Point SpaceView::flat(const Vector& box) const {
  return {middle_.x + dot(box, right_) * points_per_edge_, middle_.y + dot(box, up_) * points_per_edge_};
}

Point SpaceView::on_page(const Vector& data) const { return flat(in_box(data)); }

double SpaceView::nearness(const Vector& data) const { return dot(in_box(data), eye_); }

Vector SpaceView::towards_eye() const { return {eye_[0] / scale(0), eye_[1] / scale(1), eye_[2] / scale(2)}; }

Point SpaceView::direction_on_page(const Vector& direction) const {
  return {dot(direction, right_) * points_per_edge_, dot(direction, up_) * points_per_edge_};
}

double SpaceView::far_end(std::size_t axis) const { return eye_[axis] > 0 ? axes_[axis].low : axes_[axis].high; }
double SpaceView::near_end(std::size_t axis) const { return eye_[axis] > 0 ? axes_[axis].high : axes_[axis].low; }

std::vector<Tic> SpaceView::tics_of(std::size_t axis) const {
  constexpr double kApart = 24;  // in points of the page, of tics along an edge as it is seen
  Vector edge{};
  edge[axis] = axes_[axis].length;
  const Point seen = direction_on_page(edge);
  int most = std::clamp(static_cast<int>(std::hypot(seen.x, seen.y) / kApart), 2, kMostTics);
  const SpaceAxis& row = axes_[axis];
  const TicRange shown{row.shown_low, row.shown_high};
  std::vector<Tic> tics = choose_axis_tics(shown, shown, most);
  // Labels of a slanted edge stand beside each other, or one below the other.
  constexpr double kLine = 14, kGap = 5;
  const auto collide = [&] {
    if (tics.size() < 2) return false;
    const double step = (tics[1].value - tics[0].value) / (row.high - row.low);
    const double width = widest_typeset_label(tics) * kTicSize * 16 / 12;
    return std::fabs(seen.y * step) < kLine && std::fabs(seen.x * step) < width + kGap;
  };
  while (most > 2 && collide()) tics = choose_axis_tics(shown, shown, --most);
  return tics;
}

void SpaceView::draw_axis(Painting& painting, const Theme& theme, std::size_t axis, Vector edge, const Point& outwards,
                          Area& taken) const {
  const SpaceAxis& row = axes_[axis];
  const auto at = [&](double value) {
    edge[axis] = value;
    return on_page(edge);
  };
  painting.shapes.push_back({ShapeKind::kLine, {at(row.low), at(row.high)}, theme.border});
  const auto moved = [&](Point point, double points) {
    return Point{point.x + outwards.x * points, point.y + outwards.y * points};
  };
  const auto write = [&](const Words& words, double ems) {
    painting.words.push_back(words);
    grow(taken, room_of(words, ems));
  };
  const int side = outwards.x < -0.5 ? -1 : outwards.x > 0.5 ? 1 : 0;
  const double label = 12 + 6 * std::fabs(outwards.y);
  constexpr double kMark = 5, kNameSize = 12;
  const std::vector<Tic> tics = tics_of(axis);
  for (const Tic& tic : tics) {
    const Point point = at(tic.value);
    painting.shapes.push_back({ShapeKind::kLine, {point, moved(point, kMark)}, theme.border});
    write({typeset_label(tic.label), moved(point, label), side, kTicSize, theme.text}, widest_typeset_label({tic}));
  }
  const std::string markup = row.name + typeset_offset(tics);
  const double ems = markup_width(markup), widest = widest_typeset_label(tics) * kTicSize * 16 / 12;
  if (axis == 2) {
    // Above its end, where nothing else stands: beside the labels it would take room from the box. A long name does not
    // reach over the wall.
    constexpr double kAbove = 16, kFarthest = 12;
    const Point end = at(row.high);
    const double right = std::min(ems * kNameSize * 16 / 12 / 2, kFarthest);
    write({markup, {end.x + right, end.y + kAbove}, -1, kNameSize, theme.text}, ems);
    return;
  }
  const Point middle = at(row.shown_low / 2 + row.shown_high / 2);
  const double width = ems * kNameSize * 16 / 12;
  constexpr double kLong = 60, kBelow = 32;
  if (width > kLong) {
    // Beside the labels a long name would take room from the box: it stands below them, and below the edge all along,
    // also where its farther labels reach over it.
    const Point begin = at(row.low), end = at(row.high);
    const double across = std::max(std::fabs(end.x - begin.x), 1.0), down = std::fabs(end.y - begin.y);
    const double drop = std::min(down / across * (width / 2 + widest), down / 2);
    write({markup, {middle.x, middle.y - kBelow - drop}, 0, kNameSize, theme.text}, ems);
    return;
  }
  write({markup, moved(middle, label + 16 + widest * std::fabs(outwards.x)), side, kNameSize, theme.text}, ems);
}

void SpaceView::draw_axes(Painting& painting, const Theme& theme, Area& taken) const {
  // Names and tics stand along the near edges of the floor, and along the outermost upright edge on the left.
  const auto outwards = [&](std::size_t axis) {
    Vector direction{};
    direction[axis] = eye_[axis] > 0 ? 1 : -1;
    const Point seen = direction_on_page(direction);
    const double size = std::hypot(seen.x, seen.y);
    return Point{seen.x / size, seen.y / size};
  };
  Vector edge;
  edge[2] = far_end(2);
  edge[1] = near_end(1);
  draw_axis(painting, theme, 0, edge, outwards(1), taken);
  edge[0] = near_end(0);
  draw_axis(painting, theme, 1, edge, outwards(0), taken);
  Vector left{};
  for (int corner = 0; corner < 4; ++corner) {
    const Vector candidate{corner & 1 ? axes_[0].high : axes_[0].low, corner & 2 ? axes_[1].high : axes_[1].low,
                           axes_[2].low};
    if (corner == 0 || on_page(candidate).x < on_page(left).x) left = candidate;
  }
  draw_axis(painting, theme, 2, left, {-1, 0}, taken);
}

void SpaceView::draw_walls(Painting& painting, const Theme& theme, bool grid_lines) const {
  // Three walls, each where one axis is at its far end; the other two span it.
  for (std::size_t wall = 0; wall < 3; ++wall) {
    const std::size_t a = (wall + 1) % 3, b = (wall + 2) % 3;
    const auto at = [&](double u, double v) {
      Vector data;
      data[wall] = far_end(wall);
      data[a] = u;
      data[b] = v;
      return on_page(data);
    };
    const SpaceAxis &first = axes_[a], &second = axes_[b];
    const Point corner = at(first.low, second.low);
    painting.shapes.push_back(
        {ShapeKind::kPolygon,
         {corner, at(first.high, second.low), at(first.high, second.high), at(first.low, second.high), corner},
         mixed(theme.background, theme.grid, 0.35)});
  }
  for (std::size_t wall = 0; wall < 3; ++wall) {
    const std::size_t a = (wall + 1) % 3, b = (wall + 2) % 3;
    const auto line = [&](std::size_t along, double low, double high, std::size_t across, double value, Rgb color) {
      Vector from, to;
      from[wall] = to[wall] = far_end(wall);
      from[across] = to[across] = value;
      from[along] = low;
      to[along] = high;
      painting.shapes.push_back({ShapeKind::kLine, {on_page(from), on_page(to)}, color});
    };
    for (const auto& [along, across] : {std::pair{a, b}, std::pair{b, a}}) {
      const SpaceAxis &length = axes_[along], &tics = axes_[across];
      for (const Tic& tic : grid_lines ? tics_of(across) : std::vector<Tic>()) {
        line(along, length.low, length.high, across, tic.value, theme.grid);
      }
      line(along, length.low, length.high, across, tics.low, theme.grid);
      line(along, length.low, length.high, across, tics.high, theme.grid);
    }
  }
  Area taken = kNothing;
  draw_axes(painting, theme, taken);
}

}  // namespace gradfield
