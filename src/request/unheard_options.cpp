#include "request/unheard_options.hpp"

#include <algorithm>
#include <initializer_list>

#include "cli/option_table.hpp"
#include "cli/screen.hpp"
#include "request/slice.hpp"

namespace gradfield {
namespace {

using enum OptionGroup;

/// A kind of result, and which options it does not listen to: whole groups, and more by name.
struct Deafness {
  std::string_view result;
  bool (*applies)(const Work& work, FormatKind kind);
  std::initializer_list<OptionGroup> groups;
  std::initializer_list<std::string_view> options;
};

/// An option that says something about another one.
struct Companion {
  std::string_view option, other;
};
constexpr Companion kCompanions[] = {{"tolerance", "check"}, {"rate", "path"}, {"iterations", "path"}};

bool is_field(const Work& work) { return !work.options.check && !work.options.explain; }
bool is_table(const Work& work, FormatKind kind) { return is_field(work) && kind == FormatKind::kTable; }
bool is_path_table(const Work& work, FormatKind kind) { return is_table(work, kind) && !work.paths.starts.empty(); }
bool is_picture(const Work& work, FormatKind kind) { return is_field(work) && kind != FormatKind::kTable; }
bool is_text(const Work& work, FormatKind kind) { return is_field(work) && kind == FormatKind::kText; }
bool has_colors(const Work& work) { return screen_of(work.destination).colors != TextColors::kNone; }
bool has_one_color(const Work& work) {
  return work.options.color && *work.options.color != "norm" && *work.options.color != "f";
}

const Deafness kDeafness[] = {
    {"a check",
     [](const Work& work, FormatKind) { return work.options.check; },
     {kTable, kPicture},
     {"descent", "hessian", "threads"}},
    {"an explanation",
     [](const Work& work, FormatKind) { return work.options.explain; },
     {kTable, kPicture},
     {"descent", "points", "where", "threads"}},
    {"a binary table of paths",
     [](const Work& work, FormatKind kind) { return is_path_table(work, kind) && work.destination.format->is_binary; },
     {kPicture},
     {"descent", "hessian", "points", "precision", "threads"}},
    {"a table of paths", is_path_table, {kPicture}, {"descent", "hessian", "points", "threads"}},
    {"a table", is_table, {kPicture}, {}},
    {"a binary table",
     [](const Work& work, FormatKind kind) { return is_table(work, kind) && work.destination.format->is_binary; },
     {},
     {"precision"}},
    {"a picture", is_picture, {kTable}, {"hessian"}},
    {"a picture of one variable",
     [](const Work& work, FormatKind kind) { return is_picture(work, kind) && work.domain.grid.axes.size() == 1; },
     {},
     {"points", "length", "scale", "cap", "pivot", "color", "palette", "contour", "heatmap", "stream", "aspect"}},
    {"arrows of one colour",
     [](const Work& work, FormatKind kind) {
       const bool has_values = kind != FormatKind::kText && (work.options.heat_map || work.options.surface);
       return is_picture(work, kind) && has_one_color(work) && !has_values;
     },
     {},
     {"palette"}},
    {"a text picture",
     is_text,
     {},
     {"scale", "pivot", "contour", "heatmap", "stream", "surface", "size", "font", "xlabel", "ylabel", "no-grid",
      "set"}},
    {"a picture of space",
     [](const Work& work, FormatKind kind) {
       return is_picture(work, kind) && shown_axis_count(work.domain.grid) == 3;
     },
     {},
     {"contour", "heatmap", "stream"}},
    {"a surface",
     [](const Work& work, FormatKind kind) { return is_picture(work, kind) && work.options.surface; },
     {},
     {"heatmap", "stream"}},
    {"stream lines",
     [](const Work& work, FormatKind kind) {
       return is_picture(work, kind) && kind != FormatKind::kText && work.options.stream;
     },
     {},
     {"scale", "pivot"}},
    {"stream lines of one colour",
     [](const Work& work, FormatKind kind) {
       return is_picture(work, kind) && kind != FormatKind::kText && work.options.stream && has_one_color(work);
     },
     {},
     {"length", "cap"}},
    {"a picture in TeX, which has its own type",
     [](const Work& work, FormatKind kind) {
       const Terminal* const terminal = work.destination.format->terminal;
       const bool has_size = work.options.font && work.options.font->find(',') != std::string::npos;
       return is_picture(work, kind) && terminal != nullptr && terminal->typeset != nullptr && !has_size;
     },
     {},
     {"font"}},
    {"a text picture without colours",
     [](const Work& work, FormatKind kind) { return is_text(work, kind) && !has_colors(work); },
     {},
     {"length", "color", "palette", "theme"}},
    {"a text picture of one colour",
     [](const Work& work, FormatKind kind) { return is_text(work, kind) && has_one_color(work); },
     {},
     {"length", "theme"}},
    {"a text picture coloured by f",
     [](const Work& work, FormatKind kind) { return is_text(work, kind) && work.options.color == "f"; },
     {},
     {"length"}},
};

/// What does not listen to this option; null where the result of this kind does.
const Deafness* deafness_to(const OptionRow& row, const Work& work, FormatKind kind) {
  for (const Deafness& deafness : kDeafness) {
    const bool is_named =
        std::ranges::count(deafness.groups, row.group) > 0 || std::ranges::count(deafness.options, row.long_name) > 0;
    if (is_named && deafness.applies(work, kind)) return &deafness;
  }
  return nullptr;
}

void note(const Work& work, const OptionRow& row, std::string_view where) {
  work.note("--" + std::string(row.long_name) + " has no effect " + std::string(where));
}

}  // namespace

void note_idle_options(const Work& work) {
  for (const OptionRow& row : option_table()) {
    if (!work.options.given.contains(row.long_name)) continue;
    const Deafness* deafness = deafness_to(row, work, work.destination.format->kind);
    if (deafness != nullptr) note(work, row, "on " + std::string(deafness->result));
    for (const Companion& companion : kCompanions) {
      if (companion.option != row.long_name || work.options.given.contains(companion.other)) continue;
      note(work, row, "without --" + std::string(companion.other));
    }
  }
  // The count of a range is an option without a name.
  const std::vector<Axis>& axes = work.domain.grid.axes;
  if (is_picture(work, work.destination.format->kind) && axes.size() == 1 && work.domain.counts_given &&
      !work.options.given.contains("points") && axes[0].count > 1) {
    work.note("the count " + std::to_string(axes[0].count) + " of the range of " + axes[0].name +
              " has no effect on a picture of one variable");
  }
}

void note_idle_options_of_text(const Work& work) {
  for (const OptionRow& row : option_table()) {
    if (!work.options.given.contains(row.long_name)) continue;
    const Deafness* deafness = deafness_to(row, work, FormatKind::kText);
    if (deafness == nullptr || deafness_to(row, work, FormatKind::kWindow) != nullptr) continue;
    note(work, row, "on " + std::string(deafness->result));
  }
}

}  // namespace gradfield
