#include "analysis/critical/critical_points.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "field/grid/tile.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

// f at a place, with its derivatives by the place.
struct Values {
  double f;
  Point slopes;
  std::optional<std::array<double, 3>> second;  // by x twice, by x and y, by y twice
};

// The field on a square: places from -1 to 1 on both axes.
class SquareField {
 public:
  SquareField(Gradient& gradient, const Grid& grid) : gradient_(gradient), tile_(2) {
    tile_.resize(1);
    for (std::size_t k = 0; k < 2; ++k) {
      const Axis& axis = grid.axes[k];
      low_[k] = axis.min;
      high_[k] = axis.max;
      half_[k] = axis.max / 2 - axis.min / 2;  // halves first: the width of -1e308:1e308 is no double
      pitch_[k] = 2 / static_cast<double>(axis.count - 1);
    }
  }

  Values at(const Point& place) {
    const Point there = data(place);
    for (std::size_t k = 0; k < 2; ++k) tile_.mutable_coordinate(k)[0] = there[k];
    const GradientTile& tile = gradient_.evaluate(tile_);
    Values values{tile.f[0], {tile.slopes[0][0] * half_.x, tile.slopes[1][0] * half_.y}, {}};
    if (!tile.second.empty()) {
      values.second = {tile.second[0][0] * half_.x * half_.x, tile.second[1][0] * half_.x * half_.y,
                       tile.second[2][0] * half_.y * half_.y};
    }
    return values;
  }

  bool has_second() { return at({0, 0}).second.has_value(); }

  std::optional<Point> direction(const Point& place) {
    const Values values = at(place);
    const double norm = hypotenuse(values.slopes.x, values.slopes.y);
    if (!std::isfinite(values.f) || !(norm > 0) || !std::isfinite(norm)) return std::nullopt;
    return values.slopes / norm;
  }

  Point data(const Point& place) const {
    Point there{};
    for (std::size_t k = 0; k < 2; ++k) {
      there[k] = low_[k] * ((1 - place[k]) / 2) + high_[k] * ((1 + place[k]) / 2);
    }
    return there;
  }

  /// A cell of the grid.
  const Point& pitch() const { return pitch_; }

 private:
  Gradient& gradient_;
  Tile tile_;
  Point low_, high_, half_, pitch_;
};

struct Found {
  Point place;
  double f;
  CriticalKind kind;
};

class Search {
 public:
  Search(Gradient& gradient, const Grid& grid)
      : field_(gradient, grid),
        directions_([this](const Point& place) { return field_.direction(place); }),
        cell_(std::min(field_.pitch().x, field_.pitch().y)),
        counts_{grid.axes[0].count, grid.axes[1].count} {}

  std::vector<Found> run() {
    // From a cell outside the border on: nodes lie inside of cells.
    const Lattice lattice{Point{-1, -1} - field_.pitch(), field_.pitch(), {counts_[0] + 1, counts_[1] + 1}};
    for (const auto& [place, index] : find_singularities(directions_, lattice, cell_ / 2000)) {
      if (!add_by_newton(place)) add_by_ring(place);
    }
    if (field_.has_second()) {
      for (std::size_t j = 0; j < counts_[1]; ++j) {
        for (std::size_t i = 0; i < counts_[0]; ++i) {
          add_by_newton(Point{-1, -1} +
                        Point{static_cast<double>(i) * field_.pitch().x, static_cast<double>(j) * field_.pitch().y});
        }
      }
    }
    std::ranges::sort(found_, {}, [](const Found& found) { return std::pair(found.place.y, found.place.x); });
    return std::move(found_);
  }

  Point data(const Point& place) const { return field_.data(place); }

 private:
  // In cells: how near to each other two are one.
  static constexpr double kOne = 1e-6;
  // In cells: radius of the ring that tells of a kind.
  static constexpr double kRing = 0.02;

  void add(Point place, CriticalKind kind, double reach) {
    // A point on the border may be found a rounding outside of it.
    constexpr double kBorder = 1e-12;
    for (std::size_t k = 0; k < 2; ++k) {
      if (std::fabs(place[k]) > 1 + kBorder) return;
      place[k] = std::clamp(place[k], -1.0, 1.0);
    }
    const auto is_same = [&](const Found& found) { return distance(found.place, place) < reach * cell_; };
    const double f = field_.at(place).f;
    if (std::isfinite(f) && std::ranges::none_of(found_, is_same)) found_.push_back({place, f, kind});
  }

  // Newton's method; returns whether it led to a plain zero of the gradient, with a regular Hessian. Towards such a
  // zero the steps shrink as their squares, once they are short; towards one with a singular Hessian by a part of
  // themselves.
  bool add_by_newton(Point place) {
    constexpr double kLongest = 1, kShort = 0.01, kSettled = 1e-8;  // steps, in cells
    constexpr int kMost = 20;
    // Of the largest second derivative squared. In a row of critical points the determinant is as far from 0 as the
    // place is from the row, and rounding: once the steps have settled, far less.
    constexpr double kSingular = 1e-7;
    double last = kLongest * cell_;
    for (int count = 0; count < kMost; ++count) {
      const Values values = field_.at(place);
      if (!values.second) return false;
      // By the largest first: products may leave the range.
      const auto& [xx, xy, yy] = *values.second;
      const double scale = std::max({std::fabs(xx), std::fabs(xy), std::fabs(yy)});
      const double a = xx / scale, b = xy / scale, c = yy / scale, determinant = a * c - b * b;
      if (!(std::fabs(determinant) > kSingular)) return false;
      const Point slopes = values.slopes / scale;
      const Point step = Point{b * slopes.y - c * slopes.x, b * slopes.x - a * slopes.y} / determinant;
      const double size = length(step);
      // Where steps shrink no more, the slopes are rounding, or do not lead to a zero.
      if (!(size <= last) && !(size <= kSettled * cell_)) return false;
      if (size == 0 || !(size <= last)) return add_plain(place, determinant, a + c);
      place = place + step;
      last = size <= kShort * cell_ ? size / 4 : size;
    }
    return false;
  }

  bool add_plain(const Point& place, double determinant, double trace) {
    const CriticalKind kind = determinant < 0 ? CriticalKind::kSaddle
                              : trace > 0     ? CriticalKind::kMinimum
                                              : CriticalKind::kMaximum;
    add(place, kind, kOne);
    return true;
  }

  // What is at a singularity, by the directions around it.
  void add_by_ring(Point place) {
    place = refined(place);
    constexpr int kHalvings = 16;  // to 7e-7 rad: so fast an extremum turns that is a million times as steep across
    const std::optional<Ring> ring = ring_around(directions_, place, kRing * cell_, kHalvings);
    if (!ring || is_pole(place)) return;
    if (const std::optional<CriticalKind> kind = kind_of(*ring, place)) add(place, *kind, kRing);
  }

  // The same point, known better.
  Point refined(const Point& place) {
    const Point pitch = field_.pitch() / 100;
    const Lattice around{place - 0.9 * pitch, pitch, {2, 2}};
    const std::vector<Singularity> points = find_singularities(directions_, around, 1e-9 * cell_);
    return points.empty() ? place : points.front().place;
  }

  // None where the directions are not those of a gradient around one point.
  static std::optional<CriticalKind> kind_of(const Ring& ring, const Point& middle) {
    std::vector<double> outwards;  // cosines of directions to the way out
    for (const auto& [place, direction] : ring.points) {
      outwards.push_back(dot(direction, place - middle) / distance(place, middle));
    }
    // Of an extremum that is 4e12 times as steep across as along the least is this; along a ridge it is 0.
    constexpr double kLeast = 1e-6;
    const auto [least, most] = std::ranges::minmax(outwards);
    if (least > kLeast) return CriticalKind::kMinimum;
    if (most < -kLeast) return CriticalKind::kMaximum;
    // Kinks through a saddle, as of abs(x)-abs(y), turn by a right angle; ridges by 180 degrees.
    if (ring.index >= 0 || ring.sharpest_turn > 2 * std::numbers::pi / 3) return std::nullopt;
    // Between a way up and the next way down f neither rises nor falls outwards.
    int level = 0;
    for (std::size_t i = 0; i < outwards.size(); ++i) {
      level += (outwards[i] > 0) != (outwards[(i + 1) % outwards.size()] > 0) ? 1 : 0;
    }
    if (level != 2 * (1 - ring.index)) return std::nullopt;
    return ring.index == -1 ? CriticalKind::kSaddle : CriticalKind::kDegenerate;
  }

  // Whether slopes grow towards the place as 1/r does or faster: then their sum has no limit.
  bool is_pole(const Point& place) {
    const auto steepest_at = [&](double radius) {
      double steepest = 0;
      for (int k = 0; k < 16; ++k) {
        const double angle = k * std::numbers::pi / 8 + 0.1;
        const Point slopes = field_.at(place + radius * Point{cosine(angle), sine(angle)}).slopes;
        steepest = std::max(steepest, hypotenuse(slopes.x, slopes.y));
      }
      return steepest;
    };
    return !(steepest_at(kRing / 2 * cell_) < 1.9 * steepest_at(kRing * cell_));  // 1/r: 2
  }

  SquareField field_;
  Directions directions_;
  double cell_;
  std::array<std::size_t, 2> counts_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<CriticalPoint> find_critical_points(Gradient& gradient, const Grid& grid) {
  Search search(gradient, grid);
  std::vector<CriticalPoint> points;
  for (const auto& [place, f, kind] : search.run()) {
    const Point there = search.data(place);
    points.push_back({{there.x, there.y}, f, kind});
  }
  return points;
}

}  // namespace gradfield
