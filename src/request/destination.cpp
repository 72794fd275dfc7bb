#include "request/destination.hpp"

#include <filesystem>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/screen.hpp"
#include "plot/gnuplot/gnuplot.hpp"

namespace gradfield {
namespace {

Error wrong(const std::string& message) { return Error(ExitCode::kUsage, message); }

const Format* named_format(const Options& options) {
  if (options.csv && options.format && *options.format != "csv") {
    throw wrong("--csv and -f " + printable(shortened(*options.format, 40)) + " ask for two formats; give one");
  }
  if (options.csv) return find_format("csv");
  if (!options.format) return nullptr;
  if (const Format* format = find_format(*options.format)) return format;
  throw wrong("-f: " + no_such("format", *options.format, format_names()));
}

const Format* format_for_file(const std::string& path) {
  if (const Format* format = format_of_file(path)) return format;
  throw wrong("-o " + printable(shortened(path, 200)) + ": its extension tells no format; choose one with -f (" +
              listed(format_names()) + ")");
}

// Of results that are a text whatever the extension says.
Destination text_destination(const Options& options, const std::string& option) {
  if (options.csv || options.format)
    throw wrong(option + " writes a text; leave " + (options.csv ? "--csv" : "-f") + " away");
  if (options.output && options.output->empty()) throw wrong("-o: the file name is empty");
  const bool to_file = options.output && *options.output != "-";
  return {find_format("text"), to_file ? options.output : std::nullopt, false};
}

}  // namespace

Destination choose_destination(const Options& options) {
  if (options.explain) return text_destination(options, "--explain");
  const Format* format = named_format(options);
  if (options.output && *options.output != "-") {
    std::error_code no_matter;
    if (options.output->empty()) throw wrong("-o: the file name is empty");
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
  if (options.at || !standard_output_is_terminal()) return {find_format("csv"), {}, true};
  return {find_format(has_display() ? "window" : "text"), {}, true};
}

TextScreen screen_of(const Destination& destination) { return destination.path ? file_screen() : standard_screen(); }

}  // namespace gradfield
