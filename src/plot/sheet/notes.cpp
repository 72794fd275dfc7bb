#include "plot/sheet/notes.hpp"

#include <algorithm>
#include <string_view>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "plot/gnuplot/commands.hpp"

namespace gradfield {
namespace {

// What `set` and `unset` take that is not gnuplot's: in space no axes are, elsewhere none of space.
struct SetRow {
  std::string_view name;  // whole; gnuplot takes its first letters too
  bool only_in_space;
  std::string_view cure;
};
constexpr std::string_view kRange = "; --x, --y, --z and --range have", kLabel = "; --xlabel and --ylabel have";
constexpr SetRow kSetRows[] = {
    {"view", true, "; --view AZIMUTH,ELEVATION has"},
    {"zrange", true, kRange},
    {"ztics", true, ""},
    {"zlabel", true, ""},
    {"xyplane", true, ""},
    {"hidden3d", true, ""},
    {"isosamples", true, ""},
    {"xrange", false, kRange},
    {"yrange", false, kRange},
    {"xtics", false, ""},
    {"ytics", false, ""},
    {"tics", false, ""},
    {"mxtics", false, ""},
    {"mytics", false, ""},
    {"grid", false, "; --no-grid has"},
    {"border", false, ""},
    {"logscale", false, ""},
    {"xlabel", false, kLabel},
    {"ylabel", false, kLabel},
};

}  // namespace

void append(Notes& notes, const Notes& more) { notes.insert(notes.end(), more.begin(), more.end()); }

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
  constexpr double kSpeck = 0.05, kNearlyAll = 2.0 / 3;
  const bool is_logarithm = lengths.rule->growth == &kLogarithmic;
  std::size_t shorter = 0;
  for (std::size_t i = 0; i < all && lengths.rule->shortest < 1; ++i) {
    shorter += has_arrow(field, i) && norm_at(field, i) > 0 &&
               (is_logarithm ? norm_at(field, i) < lengths.reach : lengths.share(norm_at(field, i)) < kSpeck);
  }
  if (static_cast<double>(shorter) > kNearlyAll * static_cast<double>(arrows.all - arrows.dots)) {
    const std::string count = std::to_string(shorter) + " of " + std::to_string(all) + " arrows ";
    notes.push_back(is_logarithm
                        ? count + "stand for less than " + number_text(lengths.reach, 3) +
                              " and are all as short as that; narrower ranges show how they differ"
                        : count + "are less than a twentieth as long as the longest; --length log tells them apart");
  }
  return notes;
}

Notes notes_between(const BetweenArrows& between, const LengthScale& lengths, const std::string& cure) {
  if (!between.turns) return {};
  return {"the field turns between the arrows, which do not show it: its gradient reaches " +
          number_text(between.greatest, 3) + " there, theirs " + number_text(lengths.largest, 3) + "; " + cure +
          "narrower ranges would show it"};
}

std::string turning_note(const PictureStyle& style, const std::string& parts) {
  return style.name + " turns within " + parts + ", which do not show it: its waves may be others, and far more; " +
         "narrower ranges would show them";
}

std::string unequal_scales_note(const PictureStyle& style, const std::string& what, const std::string& across) {
  const bool is_wished = style.aspect == Aspect::kFree;
  return (is_wished ? "the axes have unequal scales: "
                    : "the ranges are further apart than 4:1, so the axes have unequal scales: ") +
         what + " are not perpendicular to " + across;
}

Notes notes_on_commands(const PictureStyle& style, bool in_space) {
  Notes notes;
  const auto note = [&](std::string_view command) {
    const auto* row = std::ranges::find_if(kSetRows, [&](const SetRow& candidate) {
      return (in_space || candidate.only_in_space) && setting_of(command, candidate.name);
    });
    if (row == std::end(kSetRows)) return;
    notes.push_back("--set '" + printable(shortened(command, 40)) + "' has no effect on a " +
                    (in_space ? "picture of space or a surface" + std::string(row->cure) : "picture of a plane"));
  };
  for (const std::string& commands : style.commands) {
    for (const std::string_view command : commands_of(commands)) note(command);
  }
  return notes;
}

Notes notes_on_levels(const PictureStyle& style, const LevelSummary& levels) {
  if (!style.contour) return {};
  Notes notes;
  const auto is_among = [](const std::vector<double>& list, double level) {
    return std::ranges::count(list, level) > 0;
  };
  for (const double level : style.contour->levels) {
    const std::string text = number_text(level);
    if (is_among(levels.on_areas, level)) {
      notes.push_back(style.name + " is " + text + " all over a part of this picture, where that level has no line");
    } else if (!is_among(levels.drawn, level)) {
      notes.push_back("no line of the level " + text + " runs through this picture");
    }
  }
  if (!style.contour->levels.empty()) return notes;
  const std::size_t drawn = levels.drawn.size();
  if (drawn == 0) {
    const std::string reason = !levels.has_slopes   ? " has no slope on which one could lie"
                               : levels.is_rounding ? " changes by no more than the roundings of its values"
                                                    : " has slopes only where there is no room for one";
    return {"no level line runs through this picture: " + style.name + reason};
  }
  // What contour_levels() calls about as many, and a line more or less where there are few.
  const int wanted = style.contour->count.value_or(0);
  if (static_cast<double>(drawn) < std::min(0.75 * wanted, wanted - 1.0)) {
    const std::string reason = levels.are_crowded ? "more would fill the picture"
                                                  : style.name + " takes no more levels that can be told apart";
    notes.push_back("level lines at " + std::to_string(drawn) + (drawn == 1 ? " level" : " levels") + ", not at " +
                    std::to_string(wanted) + ": " + reason);
  }
  return notes;
}

Notes notes_on_curves(const PictureStyle& style, const std::vector<LevelLines>& curves) {
  Notes notes;
  for (std::size_t k = 0; k < curves.size(); ++k) {
    const std::string text = "'" + printable(shortened(style.curves[k].text, 60)) + "'";
    const LevelSummary& found = curves[k].summary;
    if (!found.on_areas.empty()) {
      notes.push_back(text + " holds all over a part of this picture, where it is no curve");
    } else if (found.drawn.empty()) {
      notes.push_back("the curve " + text + " does not run through this picture");
    }
  }
  return notes;
}

}  // namespace gradfield
