// The layer of a heat map: f, or the length of its gradient, as colours below everything else.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/numbers/number.hpp"
#include "plot/colors/area_colors.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

// Colours a pixel can have: as finely as a page can show them, and short in a script.
constexpr double kLevels = 250;
constexpr int kLevelDigits = 3;

// The points of an axis of `count` pixels that fill the scale.
Axis pixel_axis(const Axis& axis, const Scale& scale, std::size_t count) {
  const double half = (scale.high - scale.low) / static_cast<double>(count) / 2;
  return {axis.name, scale.low + half, scale.high - half, count};
}

std::size_t level_of(const HeatLayer& heat, double value) {
  return static_cast<std::size_t>(std::lround(heat.scale.share(value) * kLevels));
}

double place_of(const HeatLayer& heat, double value) { return static_cast<double>(level_of(heat, value)) / kLevels; }

// A matrix as gnuplot has them: the coordinates of the columns, then lines with that of a row, and its pixels as places
// on the colour scale.
std::string places_of(const HeatLayer& heat) {
  const Axis &x = heat.grid.axes[0], &y = heat.grid.axes[1];
  constexpr int kDigits = 9;
  std::string rows = std::to_string(x.count);
  for (std::size_t i = 0; i < x.count; ++i) append_number(rows += ' ', x.point(i), kDigits);
  for (std::size_t i = 0; i < heat.values.size(); ++i) {
    if (i % x.count == 0) append_number(rows += '\n', y.point(i / x.count), kDigits);
    const std::string place = number_text(place_of(heat, heat.values[i]), kLevelDigits);
    (rows += ' ') += std::string_view(place).substr(place.starts_with("0.") ? 1 : 0);
  }
  return rows + '\n';
}

// " 12 34 56", and where the ground shows through how much of it is covered, 0 to 255.
std::string color_columns(const HeatLayer& heat, Rgb color, double share, Rgb ground) {
  if (heat.holes == ImageHoles::kNone) color = color_at(std::array{ground, color}, share);
  std::string columns;
  for (const std::uint8_t channel : {color.red, color.green, color.blue}) {
    (columns += ' ') += std::to_string(static_cast<int>(channel));
  }
  if (heat.holes == ImageHoles::kNone) return columns;
  const double covered = heat.holes == ImageHoles::kWhole ? std::round(share) : share;
  return columns + ' ' + std::to_string(std::lround(255 * covered));
}

// Columns and rows of the pixels that show something: gnuplot has less to read.
struct Frame {
  std::size_t left = SIZE_MAX, right = 0, bottom = SIZE_MAX, top = 0;  // the last ones too
};

Frame frame_of(const HeatLayer& heat) {
  Frame frame;
  const auto add = [&](std::size_t i) {
    const std::size_t column = i % heat.grid.axes[0].count, row = i / heat.grid.axes[0].count;
    frame = {std::min(frame.left, column), std::max(frame.right, column), std::min(frame.bottom, row),
             std::max(frame.top, row)};
  };
  for (std::size_t i = 0; i < heat.values.size(); ++i) {
    if (std::isfinite(heat.values[i])) add(i);
  }
  for (const EdgePixel& edge : heat.edges) add(edge.at);
  return frame;
}

// A line for each pixel: its place, and the columns of its colour. gnuplot takes longer for one expression of each than
// for reading all this.
std::string colors_of(const HeatLayer& heat, const Page& page, Rgb ground) {
  const auto places = [](const Axis& axis, const Scale& scale) {
    const PageNumbers numbers(scale);
    std::vector<std::string> texts(axis.count);
    for (std::size_t i = 0; i < axis.count; ++i) numbers.append(texts[i], axis.point(i));
    return texts;
  };
  const std::vector<std::string> x = places(heat.grid.axes[0], page.x), y = places(heat.grid.axes[1], page.y);
  std::array<std::string, static_cast<std::size_t>(kLevels) + 1> levels;
  for (std::size_t k = 0; k < levels.size(); ++k) {
    levels[k] = color_columns(heat, color_at(heat.scale.colors, static_cast<double>(k) / kLevels), 1, ground);
  }
  const std::string blank = color_columns(heat, ground, 0, ground);
  constexpr std::size_t kUsualLine = 32;
  const Frame frame = frame_of(heat);
  std::string rows;
  rows.reserve(heat.values.size() * kUsualLine);
  auto edge = heat.edges.begin();
  for (std::size_t row = frame.bottom; row <= frame.top; ++row) {
    for (std::size_t column = frame.left; column <= frame.right; ++column) {
      const std::size_t i = row * x.size() + column;
      ((rows += x[column]) += ' ') += y[row];
      if (edge != heat.edges.end() && edge->at == i) {
        rows += color_columns(heat, edge->color, edge->share, ground);
        ++edge;
      } else {
        rows += std::isfinite(heat.values[i]) ? levels[level_of(heat, heat.values[i])] : blank;
      }
      rows += '\n';
    }
  }
  return rows;
}

LayerMarks draw_heat(const PlanePicture& picture) {
  const HeatLayer& heat = *picture.heat;
  if (heat.edges.empty() && !has_blanks(heat)) {
    return {{{"The heat map: the places of its pixels along both axes, and their values as places on the colour scale "
              "(0 to 1).",
              "heat", places_of(heat)}},
            {"$heat nonuniform matrix notitle with image"}};
  }
  const bool is_opaque = heat.holes == ImageHoles::kNone;
  return {{{std::string("The heat map: the places of its pixels along both axes, and their colours") +
                (is_opaque ? "." : ", with how much of them is covered."),
            "heat", colors_of(heat, picture.page, picture.style.theme->background)}},
          {std::string("$heat notitle with ") + (is_opaque ? "rgbimage" : "rgbalpha")}};
}

void tell_heat(const PlanePicture& picture, PictureFacts& facts) {
  if (!picture.heat) return;
  const std::string norm =
      "the length of the gradient" + std::string(picture.style.place.empty() ? "" : " in the slice");
  facts.description += " Colours show " + (picture.style.heat_map == HeatMap::kNorm ? norm : picture.style.name) +
                       " from " + number_text(picture.heat->scale.low(), 4) + " to " +
                       number_text(picture.heat->scale.high(), 4) + ".";
}

// Pixels come nearer to poles than what the scale is made of; the bar is to tell.
void widen_reach(HeatLayer& heat) {
  constexpr double kBeyond = 0.02;  // of the scale: a hill is a little higher between points of a coarse grid
  ColorScale& scale = heat.scale;
  const double beyond = kBeyond * (scale.high() - scale.low());
  for (const double value : heat.values) {
    if (value < scale.low() - beyond) scale.least = std::min(scale.least, value);
    if (value > scale.high() + beyond) scale.largest = std::max(scale.largest, value);
  }
}

Notes note_heat(const PlanePicture& picture) {
  const PictureStyle& style = picture.style;
  const bool is_norm = style.heat_map == HeatMap::kNorm;
  Notes notes;
  if (!picture.heat) return notes;
  if (picture.heat->turns) notes.push_back(turning_note(style, "the pixels of the heat map"));
  if (style.color_by == (is_norm ? ColorBy::kNorm : ColorBy::kValue)) {
    notes.push_back("--color " + std::string(is_norm ? "norm" : "f") + " has no effect over a heat map of the same: " +
                    (style.stream ? "stream lines" : "arrows") + " in its colours could not be seen");
  }
  return notes;
}

}  // namespace

Grid heat_grid(const PlanePicture& picture, double pixels_per_point) {
  const auto pixels = [&](const Scale& scale) {
    constexpr double kFewest = 8, kMost = 2000;
    return static_cast<std::size_t>(
        std::lround(std::clamp((scale.end - scale.begin) * pixels_per_point, kFewest, kMost)));
  };
  const Page& page = picture.page;
  return {{pixel_axis(picture.grid.axes[0], page.x, pixels(page.x)),
           pixel_axis(picture.grid.axes[1], page.y, pixels(page.y))}};
}

Field sample_heat(HeatLayer& heat, const PlanePicture& picture, const FieldView& view, double pixels_per_point) {
  heat.grid = heat_grid(picture, pixels_per_point);
  Field fine = view.sample(heat.grid);
  heat.values = values_of(fine, picture.style.heat_map == HeatMap::kNorm);
  if (heat.scale.has_range()) widen_reach(heat);
  return fine;
}

HeatLayer make_heat(const PlanePicture& picture, const FieldView& view) {
  constexpr double kPixels = 240;  // along the longer axis: enough for the scale
  const Page& page = picture.page;
  HeatLayer heat;
  const Field coarse =
      sample_heat(heat, picture, view, kPixels / std::max(page.x.end - page.x.begin, page.y.end - page.y.begin));
  const bool by_norm = picture.style.heat_map == HeatMap::kNorm;
  heat.scale = area_scale(picture.style, coarse, by_norm ? &picture.lengths : nullptr, [&](const Palette& palette) {
    return colors_for_areas(palette, picture.style.theme->background);
  });
  const auto is_finite = [](double value) { return std::isfinite(value); };
  if (std::ranges::any_of(heat.values, is_finite)) heat.scale = around_constant(heat.scale, by_norm);
  return heat;
}

bool has_blanks(const HeatLayer& heat) {
  return std::ranges::any_of(heat.values, [](double value) { return !std::isfinite(value); });
}

Rgb heat_color(const HeatLayer& heat, double value) { return color_at(heat.scale.colors, place_of(heat, value)); }

const Layer kHeatLayer{.is_shown = [](const PlanePicture& picture) { return picture.heat.has_value(); },
                       .draw = draw_heat,
                       .tell = tell_heat,
                       .notes = note_heat};

}  // namespace gradfield
