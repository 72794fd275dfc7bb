// How many arrows suit a page, and how large a page suits its axes, where nobody said.
#include <algorithm>
#include <cmath>

#include "plot/plane/picture.hpp"
#include "plot/sheet/layout.hpp"

namespace gradfield {
namespace {

double length_of(const Scale& scale) { return scale.end - scale.begin; }

}  // namespace

Grid fit_to_page(Grid grid, const PictureStyle& style, const Terminal& terminal) {
  constexpr double kMost = 20, kFewest = 5, kCell = 24;  // the last in pixels
  Axis &x = grid.axes[0], &y = grid.axes[1];
  if (x.count < 2 || y.count < 2) return grid;
  const Sheet sheet = make_sheet(style, terminal);
  PageParts parts;
  parts.key_height = key_height({{}});
  if (style.color_by != ColorBy::kOneColor) parts.bar = {choose_tics(0, 1, 5), "|∇f|", 2};  // a usual one
  const Page page = lay_out(grid, style, sheet.points, parts);
  const double across = length_of(page.x), up = length_of(page.y), longer = std::max(across, up);
  const double count = std::clamp(std::floor(longer * sheet.zoom / kCell), kFewest, kMost);
  const double x_part = page.equal_aspect ? x.max - x.min : across, y_part = page.equal_aspect ? y.max - y.min : up;
  const auto count_for = [&](double part) {
    const double share = part / std::max(x_part, y_part);
    return static_cast<std::size_t>(std::max(std::round(1 + (count - 1) * share), kFewest));
  };
  x.count = count_for(x_part);
  y.count = count_for(y_part);
  return grid;
}

void cut_to_content(PlanePicture& picture, const Terminal& terminal) {
  constexpr double kMuch = 0.2;  // of a page; less is air
  constexpr double kLeast = 300, kBesideTitle = 12;
  const Page& page = picture.page;
  const auto cut = [&](double whole, double spare, double least) {
    return spare > kMuch * whole ? std::max(whole - spare, std::min(least, whole)) : whole;
  };
  PageSize points{cut(page.width, page.spare.width, std::max(kLeast, page.title.width + 2 * kBesideTitle)),
                  cut(page.height, page.spare.height, kLeast)};
  // A narrower page has a higher key, which is not to take its room from the axes.
  std::vector<KeyEntry> entries;
  for (const KeyRow& row : picture.key) entries.insert(entries.end(), row.begin(), row.end());
  const double key = key_height(arrange_key(entries, points.width));
  points.height = std::min(points.height + std::max(key - key_height(picture.key), 0.0), page.height);
  // A terminal's page is as large as its unit allows: whole pixels.
  const auto in_unit = [&](double length) {
    const double size = length * picture.zoom / terminal.points_per_unit;
    return terminal.points_per_unit == 1 ? std::round(size) : std::round(100 * size) / 100;
  };
  picture.size = {in_unit(points.width), in_unit(points.height)};
  picture.points = {picture.size.width * terminal.points_per_unit / picture.zoom,
                    picture.size.height * terminal.points_per_unit / picture.zoom};
}

}  // namespace gradfield
