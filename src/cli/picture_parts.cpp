#include "cli/picture_parts.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "cli/style.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// A picture holds its field in memory, and no page shows more arrows than this.
constexpr double kMostArrows = 1e6;

}  // namespace

Slice read_slice(const Work& work) {
  const Grid& grid = work.domain.grid;
  Slice slice(work, grid);
  const std::size_t axes = slice.grid().axes.size();
  if (axes > 3) {
    throw Error(ExitCode::kUsage, "a picture shows up to three variables, and there are " + std::to_string(axes) +
                                      "; hold the others, as with --range " + grid.axes.back().name +
                                      "=0:0:1, or write a table with --csv");
  }
  if (axes > 1 && slice.grid().point_count() > kMostArrows) {
    throw Error(ExitCode::kUsage,
                "a picture has at most 1000000 arrows; take fewer points with -n, or write a table with --csv");
  }
  return slice;
}

PictureStyle read_style(const Work& work, const Slice& slice, const Options& options, const Terminal& terminal) {
  PictureStyle style = read_style(options, work.expression, terminal);
  for (const Axis& axis : work.domain.grid.axes) style.variables.push_back(axis.name);
  style.place = slice.place();
  return style;
}

Notes notes_on_arrows(std::size_t not_finite, std::size_t all) {
  if (not_finite == 0) return {};
  return {std::to_string(not_finite) + " of " + std::to_string(all) +
          (not_finite == 1 ? " points is not finite and has no arrow" : " points are not finite and have no arrow")};
}

Notes notes_on_arrows(const ArrowCounts& arrows, const LengthScale& lengths, const Field& field) {
  const std::size_t all = field.size();
  Notes notes = notes_on_arrows(arrows.not_finite, all);
  if (arrows.shortened > 0) {
    notes.push_back(std::to_string(arrows.shortened) + " of " + std::to_string(all) + " arrows stand for more than " +
                    number_text(lengths.reference, 4) + " and are drawn shortened");
  }
  // Of a hill on a plain, less: there the short ones tell what there is to tell.
  constexpr double kShort = 0.05, kNearlyAll = 2.0 / 3;
  std::size_t shorter = 0;
  for (std::size_t i = 0; i < all; ++i) {
    shorter += has_arrow(field, i) && norm_at(field, i) > 0 && lengths.share(norm_at(field, i)) < kShort;
  }
  if (static_cast<double>(shorter) > kNearlyAll * static_cast<double>(arrows.all - arrows.dots)) {
    notes.push_back(std::to_string(shorter) + " of " + std::to_string(all) +
                    " arrows are less than a twentieth as long as the longest; --length log shows them");
  }
  return notes;
}

Notes notes_on_levels(const PictureStyle& style, const std::vector<double>& drawn) {
  if (!style.contour) return {};
  if (style.contour->levels.empty()) {
    if (!drawn.empty()) return {};
    return {"no level line runs through this picture: f has no slope on which one could lie"};
  }
  Notes notes;
  for (const double level : style.contour->levels) {
    if (std::ranges::count(drawn, level) > 0) continue;
    notes.push_back("no line of the level " + number_text(level) + " runs through this picture");
  }
  return notes;
}

Notes notes_on(const SampledCurves& curves) {
  if (curves.not_finite == 0) return {};
  const double share = 100.0 * static_cast<double>(curves.not_finite) / static_cast<double>(curves.sampled);
  return {"f is not finite, or left out, on " + number_text(share, 3) + " % of the range"};
}

}  // namespace gradfield
