#include "plot/arrows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

// All in units of a grid cell (its shorter side on the page).
constexpr double kLongest = 0.92;
constexpr double kShortest = 0.08;
constexpr double kDotRadius = 0.035;
// Points of the page: a few points on a page do not make giants of its arrows.
constexpr double kLargestCell = 100;

// The outline of an arrow of `length` along (1, 0) with its middle at the origin: shaft, then head. The head grows with
// the length, but never below what can be seen nor beyond the arrow itself; the tip is exactly at the end.
std::array<Point, 8> outline(double length) {
  const double head = std::min(0.11 + 0.27 * length, length);
  const double half_head = 0.40 * head;
  const double half_shaft = std::min(0.020 + 0.020 * length, 0.45 * half_head);
  const double tail = -length / 2, tip = length / 2, neck = tip - head;
  return {{{tail, half_shaft},
           {neck, half_shaft},
           {neck, half_head},
           {tip, 0},
           {neck, -half_head},
           {neck, -half_shaft},
           {tail, -half_shaft},
           {tail, half_shaft}}};
}

}  // namespace

double norm_at(const Field& field, std::size_t i) { return hypotenuse(field.slopes[0][i], field.slopes[1][i]); }

bool has_arrow(const Field& field, std::size_t i) {
  return std::isfinite(field.f[i]) && std::isfinite(norm_at(field, i));
}

double reference_norm(const Field& field) {
  std::vector<double> norms;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (has_arrow(field, i) && norm_at(field, i) > 0) norms.push_back(norm_at(field, i));
  }
  if (norms.empty()) return 0;
  const auto percentile = norms.begin() + static_cast<std::ptrdiff_t>((norms.size() - 1) * 95 / 100);
  std::nth_element(norms.begin(), percentile, norms.end());
  const double usual = *percentile;
  const double largest = *std::max_element(percentile, norms.end());
  return largest > 4 * usual ? usual : largest;
}

Arrows make_arrows(const Field& field, const Page& page, double reference, bool descent) {
  Arrows arrows;
  arrows.reference = reference;
  // Shapes are made in points of the page, where they are not distorted, and carried back to data.
  const double x_scale = page.x.points_per_unit(), y_scale = page.y.points_per_unit();
  const double cell = std::min({page.x.cell * x_scale, page.y.cell * y_scale, kLargestCell});
  const double sign = descent ? -1 : 1;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (!has_arrow(field, i)) {
      ++arrows.not_finite;
      continue;
    }
    const double norm = norm_at(field, i);
    Arrow arrow{{}, norm, field.f[i]};
    const Point center{field.coordinates[0][i], field.coordinates[1][i]};
    const auto put = [&](double along, double across) {
      arrow.outline.push_back({center.x + along * cell / x_scale, center.y + across * cell / y_scale});
    };
    if (norm == 0) {
      for (int corner = 0; corner <= 8; ++corner) {
        const double angle = corner * std::numbers::pi / 4;
        put(kDotRadius * std::cos(angle), kDotRadius * std::sin(angle));
      }
    } else {
      if (norm > reference) ++arrows.shortened;
      const double length = std::clamp(kLongest * (norm / reference), kShortest, kLongest);
      // The direction on the page; divided by the norm first, so that no product overflows.
      const double u = sign * field.slopes[0][i] / norm * x_scale, v = sign * field.slopes[1][i] / norm * y_scale;
      const double size = hypotenuse(u, v);
      for (const Point corner : outline(length)) {
        put((corner.x * u - corner.y * v) / size, (corner.x * v + corner.y * u) / size);
      }
    }
    arrows.list.push_back(std::move(arrow));
  }
  return arrows;
}

}  // namespace gradfield
