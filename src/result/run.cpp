#include "result/run.hpp"

#include <unistd.h>

#include "cli/help.hpp"
#include "request/real_roots.hpp"
#include "request/refusals.hpp"
#include "request/request.hpp"
#include "result/results.hpp"
#include "result/unheard_options.hpp"

namespace gradfield {
namespace {

/// A text about gradfield itself; whoever asks for it gets it, whatever else is said.
struct Text {
  bool Options::*is_asked;
  std::string (*make)();
};
constexpr Text kTexts[] = {
    {&Options::help, help_text}, {&Options::version, version_text}, {&Options::list_functions, functions_text}};

ExitCode make_result(const Options& options) {
  Log log(options.quiet);
  const Request request = read_request(options, asked_result(options).destination, log);
  const Format& format = *request.destination.format;
  for (const std::string& note : unheard_options(request)) log.note(note);
  refuse_exclusions(options, format);
  const Result& result = result_of(options, format);
  const ExitCode code = result.make(request);
  const bool has_values = result.hearer != Hearer::kExplanations && request.grid() != nullptr;
  if (has_values) {
    for (const std::string& note : notes_on_real_roots(request.f, *request.grid(), request.condition)) log.note(note);
  }
  request.note_lost_points();
  return code;
}

}  // namespace

ExitCode run(const Options& options) {
  for (const Text& text : kTexts) {
    if (!(options.*text.is_asked)) continue;
    Output::standard_output().write(text.make());
    return ExitCode::kSuccess;
  }
  if (options.expression) return make_result(options);
  if (!options.given.empty()) {
    throw Error(ExitCode::kUsage, "there is no expression: give a formula such as \"x^2+y^2\"");
  }
  const std::string text = short_help_text();
  const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
  static_cast<void>(written);
  return ExitCode::kUsage;
}

}  // namespace gradfield
