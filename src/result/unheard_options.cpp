#include "result/unheard_options.hpp"

#include "cli/option_table.hpp"
#include "cli/screen.hpp"
#include "field/view.hpp"
#include "plot/gnuplot/terminals.hpp"
#include "result/results.hpp"

namespace gradfield {
namespace {

/// A kind of table or picture; the first of those to which a result belongs and that do not hear an option is named.
struct Kind {
  Hearer of;  // the result
  Hearer hearer;
  std::string_view name;
  bool (*applies)(const Request& request, const Format& format);
};

bool is_text(const Format& format) { return format.kind == FormatKind::kText; }

bool has_colors(const Request& request) { return screen_of(request.destination).colors != TextColors::kNone; }

bool has_one_color(const Request& request) {
  return request.options.color && *request.options.color != "norm" && *request.options.color != "f";
}

bool has_heat_map(const Request& request) { return request.options.layers.contains("heatmap"); }

using enum Hearer;
constexpr Kind kKinds[] = {
    {kTables, kBinaryTables, "a binary table", [](const Request&, const Format& format) { return format.is_binary; }},
    {kPictures, kCurves, "a picture of one variable",
     [](const Request& request, const Format&) { return request.domain.grid.axes.size() == 1; }},
    {kPictures, kOneColorArrows, "arrows of one colour",
     [](const Request& request, const Format& format) {
       const bool has_surface = request.options.surface && !is_text(format);
       return has_one_color(request) && !has_heat_map(request) && !has_surface;
     }},
    {kPictures, kTextPictures, "a text picture", [](const Request&, const Format& format) { return is_text(format); }},
    {kPictures, kPlanes, "a picture of the plane",
     [](const Request& request, const Format& format) {
       return !is_text(format) && !request.options.surface && shown_axes(request.domain.grid).size() == 2;
     }},
    {kPictures, kSpace, "a picture of space",
     [](const Request& request, const Format&) { return shown_axes(request.domain.grid).size() == 3; }},
    {kPictures, kSurfaces, "a surface", [](const Request& request, const Format&) { return request.options.surface; }},
    {kPictures, kStreams, "stream lines",
     [](const Request& request, const Format& format) {
       return !is_text(format) && request.options.layers.contains("stream");
     }},
    {kPictures, kOneColorStreams, "stream lines of one colour",
     [](const Request& request, const Format& format) {
       return !is_text(format) && request.options.layers.contains("stream") && has_one_color(request);
     }},
    {kPictures, kTexPictures, "a picture in TeX, which has its own type",
     [](const Request& request, const Format& format) {
       const bool has_size = request.options.font && request.options.font->find(',') != std::string::npos;
       return format.terminal->typeset != nullptr && !has_size;
     }},
    {kPictures, kWindows, "a window",
     [](const Request&, const Format& format) { return format.kind == FormatKind::kWindow; }},
    {kPictures, kSharpPictures, "a picture of lines, which is sharp at any size",
     [](const Request&, const Format& format) { return !is_text(format) && !format.terminal->has_pixels; }},
    {kPictures, kGroundedPictures, "a web page or a moving picture",
     [](const Request&, const Format& format) { return !is_text(format) && format.terminal->has_ground; }},
    {kPictures, kColorlessText, "a text picture without colours",
     [](const Request& request, const Format& format) { return is_text(format) && !has_colors(request); }},
    {kPictures, kOneColorText, "a text picture of one colour",
     [](const Request& request, const Format& format) {
       return is_text(format) && has_one_color(request) && !has_heat_map(request);
     }},
    {kPictures, kValueColoredText, "a text picture coloured by f",
     [](const Request& request, const Format& format) {
       return is_text(format) && request.options.color == "f" && !has_heat_map(request);
     }},
    {kPictures, kHeatMappedText, "a text picture over a heat map",
     [](const Request& request, const Format& format) { return is_text(format) && has_heat_map(request); }},
    {kPictures, kScaleColoredText, "a text picture over a heat map, whose arrows have one colour",
     [](const Request& request, const Format& format) {
       return is_text(format) && has_heat_map(request) && !has_one_color(request);
     }},
    {kPictures, kFieldPictures, "a picture of more than one variable",
     [](const Request& request, const Format&) { return request.domain.grid.axes.size() > 1; }},
};
static_assert([] {
  int hearer = static_cast<int>(kPictures);  // after it come the kinds
  for (const Kind& kind : kKinds) {
    if (static_cast<int>(kind.hearer) != ++hearer) return false;
  }
  return hearer == static_cast<int>(kFieldPictures);
}());

// What does not hear this option, a result of this format or its kind; "" where it does.
std::string_view deaf_to(const OptionRow& row, const Request& request, const Format& format) {
  const Hearers heard_by = row.rules.heard_by;
  const Result& result = result_of(request.options, format);
  if (!heard_by.has(result.hearer)) return result.name;
  for (const Kind& kind : kKinds) {
    if (kind.of == result.hearer && !heard_by.has(kind.hearer) && kind.applies(request, format)) return kind.name;
  }
  return "";
}

std::string no_effect(const OptionRow& row, const std::string& where) {
  return "--" + std::string(row.long_name) + " has no effect " + where;
}

}  // namespace

std::vector<std::string> unheard_options(const Request& request) {
  const Options& options = request.options;
  const Format& format = *request.destination.format;
  std::vector<std::string> notes;
  for (const OptionRow& row : option_table()) {
    if (!options.given.contains(row.long_name)) continue;
    const std::string_view deaf = deaf_to(row, request, format), needed = row.rules.needs;
    if (!deaf.empty()) notes.push_back(no_effect(row, "on " + std::string(deaf)));
    if (!needed.empty() && !options.given.contains(needed)) {
      notes.push_back(no_effect(row, "without --" + std::string(needed)));
    }
  }
  const Hearer hearer = result_of(options, format).hearer;
  if (request.domain.values && hearer != kPictures && hearer != kDescriptions) {
    notes.push_back("the scale of " + request.name + " has no effect on " +
                    std::string(result_of(options, format).name));
  }
  // The count of a range is an option without a name.
  const std::vector<Axis>& axes = request.domain.grid.axes;
  if (result_of(options, format).hearer == kPictures && axes.size() == 1 && request.domain.counts_given &&
      !options.given.contains("points") && axes[0].count > 1) {
    notes.push_back("the count " + std::to_string(axes[0].count) + " of the range of " + axes[0].name +
                    " has no effect on a picture of one variable");
  }
  return notes;
}

std::vector<std::string> unheard_options_of_text(const Request& request) {
  const Format &text = *find_format("text"), &window = *find_format("window");
  std::vector<std::string> notes;
  for (const OptionRow& row : option_table()) {
    if (!request.options.given.contains(row.long_name)) continue;
    const std::string_view deaf = deaf_to(row, request, text);
    if (!deaf.empty() && deaf_to(row, request, window).empty()) {
      notes.push_back(no_effect(row, "on " + std::string(deaf)));
    }
  }
  return notes;
}

}  // namespace gradfield
