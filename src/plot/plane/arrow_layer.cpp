// The layer of arrows, what most pictures are of.
#include <algorithm>
#include <optional>

#include "base/numbers/number.hpp"
#include "plot/plane/heat_ink.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

constexpr int kShareDigits = 4;

// Whether all arrows have one colour: but over a heat map, where no ink is chosen, each takes the one that shows there.
bool is_one_color(const PlanePicture& picture) {
  return picture.colors.by == ColorBy::kOneColor && (!picture.heat || picture.style.color);
}

Rgb ink_of(const PlanePicture& picture, const Arrow& arrow) {
  const double value = picture.style.heat_map == HeatMap::kNorm ? arrow.norm : arrow.value;
  return ink_over(*picture.heat, value, {rgb(0x101010), rgb(0xffffff)});
}

// The last column of an arrow's corners: its place on the palette, or its colour where the palette is a heat map's.
std::string last_column(const PlanePicture& picture, const Arrow& arrow) {
  if (is_one_color(picture)) return "";
  if (picture.heat) {
    return color_column(picture.colors.by == ColorBy::kOneColor ? ink_of(picture, arrow)
                                                                : picture.colors.of(arrow.norm, arrow.value));
  }
  const double value = picture.colors.by == ColorBy::kValue ? arrow.value : arrow.norm;
  return " " + number_text(picture.colors.scale.share(value), kShareDigits);
}

std::string rows_of(const PlanePicture& picture, bool shortened) {
  BlockRows rows(picture.page);
  for (const Arrow& arrow : picture.arrows.list) {
    if ((arrow.kind == ArrowKind::kShortened) != shortened) continue;
    const std::string more = last_column(picture, arrow);
    rows.add_line(arrow.outline, more);
    if (!arrow.rest.empty()) rows.add_line(arrow.rest, more);
  }
  return rows.take();
}

// One block for those that are whole (and dots), one for those shortened.
LayerMarks draw_arrows(const PlanePicture& picture) {
  const bool one_color = is_one_color(picture);
  const std::string color = one_color ? color_clause(picture.colors.single) : picture.heat ? "rgb variable" : "palette";
  LayerMarks marks;
  const bool has_casing = picture.heat && picture.colors.by != ColorBy::kOneColor;
  const auto add = [&](const std::string& comment, const std::string& block, const std::string& title, bool shortened) {
    marks.blocks.push_back({comment, block, rows_of(picture, shortened)});
    if (has_casing) {
      marks.plots.push_back(plot_lines("$" + block + " using 1:2", "casing of " + title, 2 * kCasing,
                                       color_clause(picture.style.theme->background)));
    }
    marks.plots.push_back(plot_polygons("$" + block + (one_color ? " using 1:2" : " using 1:2:3"), title, color));
  };
  if (picture.arrows.list.size() > picture.arrows.shortened) {
    add(std::string("What is drawn: the outline of each arrow") +
            (one_color      ? "."
             : picture.heat ? ", and its colour."
                            : ", and where its magnitude stands on the colour scale (0 to 1)."),
        "arrows", "gradient", false);
  }
  if (picture.arrows.shortened > 0) {
    add("Arrows that stand for more than " + number_text(picture.lengths.reference) +
            " and are drawn as long as that: head and shaft, then the rest of the shaft.",
        "shortened", "gradient, shortened", true);
  }
  return marks;
}

void tell_arrows(const PlanePicture& picture, PictureFacts& facts) {
  if (picture.style.stream) return;
  if (!picture.style.shows_arrows) {
    facts = title_facts(picture.grid, picture.style, "");
    facts.scale = facts.cap = "none";
    facts.description = function_text(picture.grid, picture.style) + " for " + ranges_text(picture.grid) + ".";
    return;
  }
  facts = arrow_facts(picture.grid, picture.style, picture.arrows, picture.lengths, field_name(picture.style));
}

// Fewer points along an axis on which arrows are too close to be read.
std::optional<std::size_t> readable_count(const Scale& scale, std::size_t count, double longest) {
  constexpr double kReadable = 8, kWell = 16;  // length of an arrow, in pixels of the page
  const double length = longest * scale.cell * scale.points_per_unit();
  if (count < 2 || length >= kReadable) return std::nullopt;
  return static_cast<std::size_t>(std::max(static_cast<double>(count) * length / kWell, 2.0));
}

Notes note_arrows(const PlanePicture& picture) {
  if (!has_arrows(picture.style)) return {};
  Notes notes = notes_on_arrows(picture.arrows, picture.lengths, picture.field);
  append(notes, notes_between(picture.between, picture.lengths, picture.heat ? "" : "--heatmap or "));
  const std::size_t across = picture.grid.axes[0].count, up = picture.grid.axes[1].count;
  const double longest = std::min(picture.style.arrows.longest, 1.0) * picture.zoom;
  const auto fewer_across = readable_count(picture.page.x, across, longest);
  const auto fewer_up = readable_count(picture.page.y, up, longest);
  if (fewer_across || fewer_up) {
    const std::size_t columns = fewer_across.value_or(across), rows = fewer_up.value_or(up);
    notes.push_back("arrows this close are hard to read; fewer would show more, as with -n " + std::to_string(columns) +
                    (rows == columns ? "" : "x" + std::to_string(rows)));
  }
  return notes;
}

}  // namespace

const Layer kArrowLayer{
    .is_shown = [](const PlanePicture& picture) { return !picture.arrows.list.empty() && has_arrows(picture.style); },
    .draw = draw_arrows,
    .tell = tell_arrows,
    .notes = note_arrows,
    .is_subject = true};

}  // namespace gradfield
