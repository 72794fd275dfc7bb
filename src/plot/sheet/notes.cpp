#include "plot/sheet/notes.hpp"

#include <algorithm>
#include <string_view>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"

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

// Whether a command is `set` or `unset` of this row.
bool sets(std::string_view command, const SetRow& row) {
  constexpr std::string_view kBlanks = " \t";
  constexpr std::size_t kFewest = 2;  // letters that gnuplot needs
  const auto next_word = [&] {
    command.remove_prefix(std::min(command.find_first_not_of(kBlanks), command.size()));
    const std::string_view word = command.substr(0, command.find_first_of(kBlanks));
    command.remove_prefix(word.size());
    return word;
  };
  const std::string_view verb = next_word(), object = next_word();
  const auto is_short_for = [](std::string_view word, std::string_view whole) {
    return word.size() >= kFewest && whole.starts_with(word);
  };
  return (is_short_for(verb, "set") || is_short_for(verb, "unset")) && is_short_for(object, row.name);
}

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

Notes notes_on_commands(const PictureStyle& style, bool in_space) {
  Notes notes;
  for (const std::string& command : style.commands) {
    for (const SetRow& row : kSetRows) {
      if (!(in_space || row.only_in_space) || !sets(command, row)) continue;
      notes.push_back("--set '" + printable(shortened(command, 40)) + "' has no effect on a " +
                      (in_space ? "picture of space or a surface" + std::string(row.cure) : "picture of a plane"));
      break;
    }
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

}  // namespace gradfield
