#include "plot/plane/layers.hpp"

#include <algorithm>
#include <cmath>

#include "base/numbers/number.hpp"
#include "plot/look/page_number.hpp"
#include "plot/plane/heat_ink.hpp"
#include "plot/plane/line_layers.hpp"

namespace gradfield {
namespace {

constexpr int kShareDigits = 4;

std::string rgb_clause(Rgb color) { return "rgb \"" + hex_text(color) + "\""; }

// The heat map: shares of the colour scale, or colours where blanks have one, a line for each row of pixels.
bool has_heat(const Picture& picture) { return picture.heat.has_value(); }

void write_heat(std::ostream& script, const Picture& picture) {
  const HeatLayer& heat = *picture.heat;
  script << "# The heat map: a line for each row of pixels, "
         << (heat.blank ? "their colours" : "their values as places on the colour scale (0 to 1)") << ".\n"
         << "$heat << EOD\n";
  const std::size_t columns = heat.grid.axes[0].count;
  std::string row;
  for (std::size_t i = 0; i < heat.values.size(); i += columns) {
    row.clear();
    for (std::size_t k = i; k < i + columns; ++k) {
      if (k > i) row += ' ';
      const bool is_blank = !std::isfinite(heat.values[k]);
      if (heat.blank) {
        const Rgb color = is_blank ? *heat.blank : color_at(heat.scale.colors, heat.scale.share(heat.values[k]));
        row += std::to_string(65536 * color.red + 256 * color.green + color.blue);
      } else if (is_blank) {
        row += "NaN";
      } else {
        append_number(row, heat.scale.share(heat.values[k]), kShareDigits);
      }
    }
    script << row << '\n';
  }
  script << "EOD\n\n";
}

std::vector<std::string> heat_plots(const Picture& picture) {
  const auto place = [](const Axis& axis, const char* index) {
    const double step = (axis.max - axis.min) / static_cast<double>(axis.count - 1);
    return "(" + number_text(axis.min) + "+" + index + "*" + number_text(step) + ")";
  };
  const Grid& grid = picture.heat->grid;
  const std::string colors = ":(int($3)/65536):(int($3)/256%256):(int($3)%256) notitle with rgbimage";
  return {"$heat matrix using " + place(grid.axes[0], "$1") + ":" + place(grid.axes[1], "$2") +
          (picture.heat->blank ? colors : ":3 notitle with image")};
}

// Arrows: one block for those that are whole (and dots), one for those shortened.
bool has_arrows(const Picture& picture) { return !picture.arrows.list.empty() && !picture.style.stream; }

// Whether all arrows have one colour: but over a heat map, where no ink is chosen, each takes the one that shows there.
bool is_one_color(const Picture& picture) {
  return picture.color_by == ColorBy::kOneColor && (!picture.heat || picture.style.color);
}

Rgb ink_of(const Picture& picture, const Arrow& arrow) {
  const double value = picture.style.heat_map == HeatMap::kNorm ? arrow.norm : arrow.value;
  return ink_over(*picture.heat, value, {rgb(0x101010), rgb(0xffffff)});
}

// The last column of an arrow's corners: its place on the palette, or its colour where the palette is a heat map's.
std::string color_column(const Picture& picture, const Arrow& arrow) {
  if (is_one_color(picture)) return "";
  if (picture.color_by == ColorBy::kOneColor) return " 0x" + hex_text(ink_of(picture, arrow)).substr(1);
  const double value = picture.color_by == ColorBy::kValue ? arrow.value : arrow.norm;
  const double share = picture.arrow_colors.share(value);
  if (!picture.heat) return " " + number_text(share, kShareDigits);
  return " 0x" + hex_text(color_at(picture.arrow_colors.colors, share)).substr(1);
}

void write_arrow_block(std::ostream& script, const Picture& picture, bool shortened) {
  std::string block;
  const PageNumbers x(picture.page.x), y(picture.page.y);
  for (const Arrow& arrow : picture.arrows.list) {
    if ((arrow.kind == ArrowKind::kShortened) != shortened) continue;
    const std::string color = color_column(picture, arrow);
    block.clear();
    for (const std::vector<Point>* piece : {&arrow.outline, &arrow.rest}) {
      for (const Point corner : *piece) {
        x.append(block, corner.x);
        block += ' ';
        y.append(block, corner.y);
        block += color;
        block += '\n';
      }
      if (!piece->empty()) block += '\n';
    }
    script << block;
  }
  script << "EOD\n\n";
}

bool has_shortened(const Picture& picture) { return picture.arrows.shortened > 0; }
bool has_whole(const Picture& picture) { return picture.arrows.list.size() > picture.arrows.shortened; }

void write_arrows(std::ostream& script, const Picture& picture) {
  script << "# What is drawn: the outline of each arrow"
         << (is_one_color(picture) ? ".\n"
             : picture.heat        ? ", and its colour.\n"
                                   : ", and where its magnitude stands on the colour scale (0 to 1).\n");
  if (has_whole(picture)) {
    script << "$arrows << EOD\n";
    write_arrow_block(script, picture, false);
  }
  if (has_shortened(picture)) {
    script << "# Arrows that stand for more than " << number_text(picture.lengths.reference)
           << " and are drawn as long as that: head and shaft, then the rest of the shaft.\n"
           << "$shortened << EOD\n";
    write_arrow_block(script, picture, true);
  }
}

std::vector<std::string> arrow_plots(const Picture& picture) {
  const std::string color = is_one_color(picture) ? rgb_clause(picture.color)
                            : picture.heat        ? "rgb variable"
                                                  : "palette";
  const std::string columns = is_one_color(picture) ? "1:2" : "1:2:3";
  std::vector<std::string> plots;
  const auto plot = [&](const std::string& block, const std::string& title) {
    plots.push_back("$" + block + " using " + columns + " title \"" + title +
                    "\" with polygons fillstyle solid noborder fillcolor " + color);
  };
  if (has_whole(picture)) plot("arrows", "gradient");
  if (has_shortened(picture)) plot("shortened", "gradient, shortened");
  return plots;
}

}  // namespace

std::span<const Layer> layers() {
  static const Layer kLayers[] = {
      {has_heat, write_heat, heat_plots},
      kContourLayer,
      {has_arrows, write_arrows, arrow_plots},
      kStreamLayer,
      kLabelGroundLayer,
      kPathLayer,
  };
  return kLayers;
}

}  // namespace gradfield
