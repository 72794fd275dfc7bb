#include "request/unheard_options.hpp"

#include <algorithm>
#include <initializer_list>

#include "cli/option_table.hpp"
#include "cli/screen.hpp"
#include "field/view.hpp"

namespace gradfield {
namespace {

using enum OptionGroup;

/// A kind of result, and which options it does not listen to: whole groups, and more by name.
struct Deafness {
  std::string_view result;
  bool (*applies)(const Request& request, FormatKind kind);
  std::initializer_list<OptionGroup> groups;
  std::initializer_list<std::string_view> options;
};

/// An option that says something about another one.
struct Companion {
  std::string_view option, other;
};
constexpr Companion kCompanions[] = {{"tolerance", "check"}, {"rate", "path"}, {"iterations", "path"}};

bool is_field(const Request& request) { return !request.options.check && !request.options.explain; }
bool is_table(const Request& request, FormatKind kind) { return is_field(request) && kind == FormatKind::kTable; }
bool is_path_table(const Request& request, FormatKind kind) {
  return is_table(request, kind) && !request.paths.starts.empty();
}
bool is_picture(const Request& request, FormatKind kind) { return is_field(request) && kind != FormatKind::kTable; }
bool is_text(const Request& request, FormatKind kind) { return is_field(request) && kind == FormatKind::kText; }
bool has_colors(const Request& request) { return screen_of(request.destination).colors != TextColors::kNone; }
bool has_one_color(const Request& request) {
  return request.options.color && *request.options.color != "norm" && *request.options.color != "f";
}

const Deafness kDeafness[] = {
    {"a check",
     [](const Request& request, FormatKind) { return request.options.check; },
     {kTable, kPicture},
     {"descent", "hessian", "threads"}},
    {"an explanation",
     [](const Request& request, FormatKind) { return request.options.explain; },
     {kTable, kPicture},
     {"descent", "points", "where", "threads"}},
    {"a binary table of paths",
     [](const Request& request, FormatKind kind) {
       return is_path_table(request, kind) && request.destination.format->is_binary;
     },
     {kPicture},
     {"descent", "hessian", "points", "precision", "threads"}},
    {"a table of paths", is_path_table, {kPicture}, {"descent", "hessian", "points", "threads"}},
    {"a table", is_table, {kPicture}, {}},
    {"a binary table",
     [](const Request& request, FormatKind kind) {
       return is_table(request, kind) && request.destination.format->is_binary;
     },
     {},
     {"precision"}},
    {"a picture", is_picture, {kTable}, {"hessian"}},
    {"a picture of one variable",
     [](const Request& request, FormatKind kind) {
       return is_picture(request, kind) && request.domain.grid.axes.size() == 1;
     },
     {},
     {"points", "length", "scale", "cap", "pivot", "color", "palette", "contour", "heatmap", "stream", "aspect"}},
    {"arrows of one colour",
     [](const Request& request, FormatKind kind) {
       const bool has_values = kind != FormatKind::kText && (request.options.heat_map || request.options.surface);
       return is_picture(request, kind) && has_one_color(request) && !has_values;
     },
     {},
     {"palette"}},
    {"a text picture",
     is_text,
     {},
     {"scale", "pivot", "contour", "heatmap", "stream", "surface", "size", "font", "xlabel", "ylabel", "no-grid",
      "set"}},
    {"a picture of space",
     [](const Request& request, FormatKind kind) {
       return is_picture(request, kind) && shown_axes(request.domain.grid).size() == 3;
     },
     {},
     {"contour", "heatmap", "stream"}},
    {"a surface",
     [](const Request& request, FormatKind kind) { return is_picture(request, kind) && request.options.surface; },
     {},
     {"heatmap", "stream"}},
    {"stream lines",
     [](const Request& request, FormatKind kind) {
       return is_picture(request, kind) && kind != FormatKind::kText && request.options.stream;
     },
     {},
     {"scale", "pivot"}},
    {"stream lines of one colour",
     [](const Request& request, FormatKind kind) {
       return is_picture(request, kind) && kind != FormatKind::kText && request.options.stream &&
              has_one_color(request);
     },
     {},
     {"length", "cap"}},
    {"a picture in TeX, which has its own type",
     [](const Request& request, FormatKind kind) {
       const Terminal* const terminal = request.destination.format->terminal;
       const bool has_size = request.options.font && request.options.font->find(',') != std::string::npos;
       return is_picture(request, kind) && terminal != nullptr && terminal->typeset != nullptr && !has_size;
     },
     {},
     {"font"}},
    {"a text picture without colours",
     [](const Request& request, FormatKind kind) { return is_text(request, kind) && !has_colors(request); },
     {},
     {"length", "color", "palette", "theme"}},
    {"a text picture of one colour",
     [](const Request& request, FormatKind kind) { return is_text(request, kind) && has_one_color(request); },
     {},
     {"length", "theme"}},
    {"a text picture coloured by f",
     [](const Request& request, FormatKind kind) { return is_text(request, kind) && request.options.color == "f"; },
     {},
     {"length"}},
};

/// What does not listen to this option; null where the result of this kind does.
const Deafness* deafness_to(const OptionRow& row, const Request& request, FormatKind kind) {
  for (const Deafness& deafness : kDeafness) {
    const bool is_named =
        std::ranges::count(deafness.groups, row.group) > 0 || std::ranges::count(deafness.options, row.long_name) > 0;
    if (is_named && deafness.applies(request, kind)) return &deafness;
  }
  return nullptr;
}

void note(const Request& request, const OptionRow& row, std::string_view where) {
  request.note("--" + std::string(row.long_name) + " has no effect " + std::string(where));
}

}  // namespace

void note_idle_options(const Request& request) {
  for (const OptionRow& row : option_table()) {
    if (!request.options.given.contains(row.long_name)) continue;
    const Deafness* deafness = deafness_to(row, request, request.destination.format->kind);
    if (deafness != nullptr) note(request, row, "on " + std::string(deafness->result));
    for (const Companion& companion : kCompanions) {
      if (companion.option != row.long_name || request.options.given.contains(companion.other)) continue;
      note(request, row, "without --" + std::string(companion.other));
    }
  }
  // The count of a range is an option without a name.
  const std::vector<Axis>& axes = request.domain.grid.axes;
  if (is_picture(request, request.destination.format->kind) && axes.size() == 1 && request.domain.counts_given &&
      !request.options.given.contains("points") && axes[0].count > 1) {
    request.note("the count " + std::to_string(axes[0].count) + " of the range of " + axes[0].name +
                 " has no effect on a picture of one variable");
  }
}

void note_idle_options_of_text(const Request& request) {
  for (const OptionRow& row : option_table()) {
    if (!request.options.given.contains(row.long_name)) continue;
    const Deafness* deafness = deafness_to(row, request, FormatKind::kText);
    if (deafness == nullptr || deafness_to(row, request, FormatKind::kWindow) != nullptr) continue;
    note(request, row, "on " + std::string(deafness->result));
  }
}

}  // namespace gradfield
