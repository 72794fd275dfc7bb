#include "result/picture_parts.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/numbers/number.hpp"
#include "request/style.hpp"

namespace gradfield {
namespace {

// A picture holds its field in memory, and no page shows more arrows than this.
constexpr double kMostArrows = 1e6;

}  // namespace

Slice read_slice(const Request& request) {
  const Grid& grid = request.domain.grid;
  Slice slice(request, grid);
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

PictureStyle read_style(const Request& request, const Slice& slice, const Options& options, const Terminal& terminal) {
  PictureStyle style = read_style(options, request.expression, terminal);
  for (const Axis& axis : request.domain.grid.axes) style.variables.push_back(axis.name);
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

std::string unequal_scales_note(const PictureStyle& style, const std::string& what, const std::string& across) {
  const bool is_wished = style.aspect == Aspect::kFree;
  return (is_wished ? "the axes have unequal scales: "
                    : "the ranges are further apart than 4:1, so the axes have unequal scales: ") +
         what + " are not perpendicular to " + across;
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

namespace {

// "x = -1, 0 and 1"; "7 places" where they are many.
std::string places_text(std::vector<double> places, const Axis& axis) {
  constexpr std::size_t kFew = 4;
  if (places.size() > kFew) return std::to_string(places.size()) + " places";
  std::ranges::sort(places);
  // To a thousandth of the range.
  const double unit = axis.max > axis.min ? std::pow(10, std::floor(std::log10(axis.max / 2 - axis.min / 2)) - 3) : 0;
  std::string text = axis.name + " = ";
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double place = unit > 0 ? std::round(places[i] / unit) * unit : places[i];
    text += (i == 0 ? "" : i + 1 == places.size() ? " and " : ", ") + number_text(place, 6);
  }
  return text;
}

}  // namespace

Notes notes_on(const SampledCurves& curves, const Axis& axis, bool descent) {
  Notes notes;
  if (!curves.has_missing_part && !curves.missing.empty()) {
    notes.push_back("f is not finite, or left out, at " + places_text(curves.missing, axis));
  } else if (curves.not_finite > 0) {
    const double share = 100.0 * static_cast<double>(curves.not_finite) / static_cast<double>(curves.sampled);
    notes.push_back("f is not finite, or left out, on " + number_text(share, 3) + " % of the range");
  }
  const std::string slope = descent ? "-f'" : "f'";
  const auto note_cut = [&](const std::string& names, const ValueRange& range, const std::vector<double>& poles) {
    notes.push_back(names + " cut at " + number_text(range.low, 3) + " and " + number_text(range.high, 3) +
                    ": poles near " + places_text(poles, axis));
  };
  const bool f_is_cut = !curves.f_poles.empty(), slope_is_cut = !curves.slope_poles.empty();
  if (f_is_cut && slope_is_cut && !curves.has_right) {
    note_cut("f and " + slope + " are", curves.f_range, curves.f_poles);
  } else {
    if (f_is_cut) note_cut("f is", curves.f_range, curves.f_poles);
    if (slope_is_cut) note_cut(slope + " is", curves.slope_range, curves.slope_poles);
  }
  return notes;
}

}  // namespace gradfield
