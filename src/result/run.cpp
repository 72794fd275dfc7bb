#include "result/run.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/input.hpp"
#include "cli/help.hpp"
#include "formula/compile.hpp"
#include "request/part.hpp"
#include "request/paths.hpp"
#include "request/points.hpp"
#include "request/request.hpp"
#include "request/unheard_options.hpp"
#include "result/check.hpp"
#include "result/explain.hpp"
#include "result/pictures.hpp"
#include "result/tables.hpp"

namespace gradfield {
namespace {

// The formula itself, or that on standard input, without the byte order mark that some editors put before a text.
std::string read_expression(const std::string& given) {
  constexpr std::size_t kFarTooLong = 1u << 20;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (given != "-") return given;
  Input input = Input::standard_input();
  std::string text;
  std::array<char, 4096> buffer;
  while (const std::size_t length = input.read(buffer)) {
    text.append(buffer.data(), length);
    if (text.size() > kFarTooLong) {
      throw Error(ExitCode::kData, "standard input has more than " + std::to_string(kFarTooLong) +
                                       " bytes, too many for a formula; - reads one formula");
    }
  }
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  return text;
}

struct Maker {
  FormatKind kind;
  void (*make)(const Request& request);
};
constexpr Maker kMakers[] = {
    {FormatKind::kTable, make_table}, {FormatKind::kImage, make_image},   {FormatKind::kScript, make_script},
    {FormatKind::kText, make_text},   {FormatKind::kWindow, make_window},
};

void print(const std::string& text) {
  Output output = Output::standard_output();
  output.write(text);
}

ExitCode make_result(const Options& options) {
  const Names names = read_names(options);
  const Domain domain = read_domain(options, names);
  if (options.check && options.explain)
    throw Error(ExitCode::kUsage, "--check and --explain are two results; give one");
  const Destination destination = options.check ? choose_check_destination(options) : choose_destination(options);
  check_points(options, destination);
  const std::string expression = read_expression(*options.expression);
  const Method& method = read_method(options);
  Request request{options,
                  expression,
                  names,
                  compile_expression(expression, names),
                  read_condition(options, names),
                  domain,
                  method,
                  read_settings(options, method, names, domain.grid),
                  destination,
                  read_part(options, destination),
                  read_threads(options),
                  {}};
  request.paths = read_paths(options, names, domain.grid, request.condition);
  note_idle_options(request);
  ExitCode code = ExitCode::kSuccess;
  if (options.check) {
    code = make_check(request);
  } else if (options.explain) {
    make_explanation(request);
  } else {
    std::ranges::find(kMakers, destination.format->kind, &Maker::kind)->make(request);
  }
  request.note_lost_points();
  return code;
}

}  // namespace

ExitCode run(const Options& options) {
  if (options.help) {
    print(help_text());
  } else if (options.version) {
    print(version_text());
  } else if (options.list_functions) {
    print(functions_text());
  } else if (!options.expression) {
    if (!options.given.empty()) {
      throw Error(ExitCode::kUsage, "there is no expression: give a formula such as \"x^2+y^2\"");
    }
    const std::string text = short_help_text();
    const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
    static_cast<void>(written);
    return ExitCode::kUsage;
  } else {
    return make_result(options);
  }
  return ExitCode::kSuccess;
}

}  // namespace gradfield
