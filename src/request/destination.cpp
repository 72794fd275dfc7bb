#include "request/destination.hpp"

#include <filesystem>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/formats.hpp"
#include "cli/option_table.hpp"
#include "cli/screen.hpp"
#include "plot/gnuplot/gnuplot.hpp"
#include "request/refusals.hpp"

namespace gradfield {
namespace {

Error wrong(const std::string& message) { return Error(ExitCode::kUsage, message); }

bool is_file(const std::optional<std::string>& output) { return output && *output != "-"; }

const Format* named_format(const Options& options) {
  refuse_beside("csv", options);
  if (options.csv) return find_format("csv");
  if (!options.format) return nullptr;
  if (const Format* format = find_format(*options.format)) return format;
  throw wrong("-f: " + no_such("format", *options.format, choices_of("format")));
}

const Format* format_for_file(const std::string& path) {
  if (const Format* format = format_of_file(path)) return format;
  throw wrong("-o " + printable(shortened(path, 200)) + ": its extension tells no format; choose one with -f (" +
              listed(choices_of("format")) + ")");
}

void require_name(const Options& options) {
  if (options.output && options.output->empty()) throw wrong("-o: the file name is empty");
}

// `format`: as it is named, or null.
Destination destination_of(const Options& options, const Format* format) {
  if (is_file(options.output)) {
    std::error_code no_matter;
    require_name(options);
    if (format == nullptr && std::filesystem::is_directory(*options.output, no_matter)) {
      throw Error(ExitCode::kCannotCreate, "cannot create '" + printable(*options.output) + "': it is a directory");
    }
    if (format == nullptr) format = format_for_file(*options.output);
    if (format->kind == FormatKind::kWindow) throw wrong("-f window draws no file; leave -o away, or choose png");
    return {format, options.output, false};
  }
  if (options.output && format == nullptr) throw wrong("-o - does not tell the format; add -f, such as -f png");
  if (format != nullptr) {
    if (format->is_binary && standard_output_is_terminal()) {
      throw wrong("-f " + std::string(format->name) + ": binary data does not go to a terminal; add -o FILE." +
                  std::string(format->name));
    }
    return {format, {}, false};
  }
  if (options.at || !options.marks.empty() || options.summary || !standard_output_is_terminal())
    return {find_format("csv"), {}, true};
  return {find_format(has_display() ? "window" : "text"), {}, true};
}

}  // namespace

Destination field_destination(const Options& options) { return destination_of(options, named_format(options)); }

Destination check_destination(const Options& options) {
  refuse_beside("check", options);
  const Format* format = named_format(options);
  if (format == nullptr) {
    const Format* of_file = is_file(options.output) ? format_of_file(*options.output) : nullptr;
    // A .txt is a text picture elsewhere; here it is text.
    if (of_file == nullptr || of_file->kind == FormatKind::kText) format = find_format("csv");
  }
  const Destination destination = destination_of(options, format);
  refuse_beside("check", options, destination.format);
  return destination;
}

Destination text_destination(const Options& options, std::string_view option) {
  refuse_beside(option, options);
  require_name(options);
  return {find_format("text"), is_file(options.output) ? options.output : std::nullopt, false};
}

TextScreen screen_of(const Destination& destination) { return destination.path ? file_screen() : standard_screen(); }

}  // namespace gradfield
