// What options cannot stand beside, as the rows of the option table name it.
#pragma once

#include "base/spelling.hpp"
#include "cli/option_table.hpp"
#include "field/methods/methods.hpp"

namespace gradfield {

inline std::string picture_format(const Options&, const Format* format) {
  return format != nullptr && format->kind != FormatKind::kTable ? std::string(format->name) : "";
}

inline std::string method_with_step(const Options& options, const Format*) {
  const Method* method = find_method(options.method);
  return options.explain && method != nullptr && method->takes_step() ? options.method : "";
}

inline std::string method_without_step(const Options& options, const Format*) {
  const Method* method = find_method(options.method);
  return method != nullptr && !method->takes_step() ? options.method : "";
}

// What says where points lie, beside a table of points that are given; in a picture it says what is shown.
inline std::string place_of_table(const Options& options, const Format* format) {
  if (format == nullptr || format->kind != FormatKind::kTable) return "";
  for (const std::string_view name : {"x", "y", "z", "range", "points"}) {
    if (options.given.contains(name)) return shortest_name(*find_option(name));
  }
  return "";
}

inline std::string text_format(const Options&, const Format* format) {
  return format != nullptr && format->kind == FormatKind::kText ? std::string(format->name) : "";
}

// Whose points are a table, where no picture is known to be asked for.
inline std::string points_of_table(const Options& options, const Format* format) {
  if (format != nullptr && format->kind != FormatKind::kTable) return "";
  return options.at ? "--at" : options.marks.empty() ? "" : "--point";
}

inline constexpr Exclusion kBesidePoints[] = {
    {"--at: the file gives the points of a table; leave {} away", "", place_of_table},
    {"--at: points of a file make a table or a drawn picture, and {} is neither; write a table with --csv, or draw a "
     "file with -o field.png",
     "", text_format},
    {"--at: the points and the expression cannot both come from standard input; give the formula in quotes, or the "
     "points in a file",
     "", [](const Options& o, const Format*) { return std::string(o.at == "-" && o.expression == "-" ? "-" : ""); }},
};

inline constexpr Exclusion kBesidePoint[] = {
    {"--point: it is the point of a table; leave {} away", "", place_of_table},
    {"--point: --at gives the points already; leave one of them away", "at"},
};

inline constexpr Exclusion kBesideMethod[] = {
    {"--explain shows the exact derivative; leave --method {} away", "explain", method_with_step},
};

inline constexpr Exclusion kBesideStep[] = {
    {"--step: the method {} takes no step; add --method central", "method", method_without_step},
};

inline constexpr Exclusion kBesideCheck[] = {
    {"--check and --explain are two results; give one", "explain"},
    {"--check writes a line of text, no {}; leave -f away", "format",
     [](const Options& o, const Format* f) { return o.format ? picture_format(o, f) : ""; }},
    {"--check writes a line of text, no {}; choose another file, such as check.txt", "output", picture_format},
};

inline constexpr std::string_view kWithoutPaths = "--path: {} has no paths; leave one of them away";
inline constexpr Exclusion kBesidePath[] = {
    {kWithoutPaths, "check"},
    {kWithoutPaths, "explain"},
    {"--path: the points of {} are a table of their own; leave one of them away", "", points_of_table},
};

inline constexpr Exclusion kBesideAscent[] = {
    {"--ascent: paths climb, and {} points down; leave one of them away", "descent"},
};

inline constexpr std::string_view kWithoutCritical = "--critical: {} has no critical points; leave one of them away";
inline constexpr Exclusion kBesideCritical[] = {
    {kWithoutCritical, "check"},
    {kWithoutCritical, "explain"},
    {"--critical: the points of {} are a table of their own; leave one of them away", "", points_of_table},
    {"--critical: the paths of {} are a table of their own; leave one of them away", "",
     [](const Options& o, const Format* f) {
       return std::string(!o.paths.empty() && (f == nullptr || f->kind == FormatKind::kTable) ? "--path" : "");
     }},
};

inline constexpr Exclusion kBesideCsv[] = {
    {"--csv and -f {} ask for two formats; give one", "format",
     [](const Options& o, const Format*) {
       return o.format && *o.format != "csv" ? printable(shortened(*o.format, 40)) : "";
     }},
};

inline constexpr std::string_view kOneOfAGrid = "--part: a part is one of a grid's table; leave {} away";
inline constexpr Exclusion kBesidePart[] = {
    {kOneOfAGrid, "check"},
    {kOneOfAGrid, "explain"},
    {kOneOfAGrid, "at"},
    {kOneOfAGrid, "point"},
    {kOneOfAGrid, "path"},
    {kOneOfAGrid, "critical"},
    {"--part: a picture has no parts, and {} is a picture; write a table with --csv", "", picture_format},
};

inline constexpr std::string_view kText = "--explain writes a text; leave {} away";
inline constexpr Exclusion kBesideExplanation[] = {{kText, "csv"}, {kText, "format"}};

inline constexpr std::string_view kInWords = "--describe writes a text; leave {} away",
                                  kTwoResults = "--describe and {} are two results; give one";
inline constexpr Exclusion kBesideDescription[] = {
    {kInWords, "csv"},
    {kInWords, "format"},
    {kTwoResults, "check"},
    {kTwoResults, "explain"},
    {"--describe: it tells of a field on a grid; leave {} away", "at"},
    {"--describe: it tells of the whole field; leave {} away", "part"},
};

}  // namespace gradfield
