#include "cli/run.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/input.hpp"
#include "cli/explain.hpp"
#include "cli/help.hpp"
#include "cli/option_table.hpp"
#include "cli/pictures.hpp"
#include "cli/points.hpp"
#include "cli/tables.hpp"
#include "cli/work.hpp"
#include "expression/compile.hpp"

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

// Options of pictures that a picture of characters has no place for.
constexpr std::string_view kNotInText[] = {"size", "xlabel", "ylabel", "no-grid"};

// Options of derivatives that no picture shows.
constexpr std::string_view kNotInPictures[] = {"hessian"};

// Notes for options that say nothing about this kind of result.
void note_idle_options(const Work& work) {
  const FormatKind kind = work.destination.format->kind;
  for (const OptionRow& row : option_table()) {
    if (!work.options.given.contains(row.long_name)) continue;
    std::string_view idle_on;
    const bool is_of_tables = row.group == OptionGroup::kTable || std::ranges::count(kNotInPictures, row.long_name) > 0;
    if (is_of_tables && kind != FormatKind::kTable) idle_on = "a picture";
    if (row.group == OptionGroup::kPicture && kind == FormatKind::kTable) idle_on = "a table";
    if (kind == FormatKind::kText && std::ranges::count(kNotInText, row.long_name) > 0) idle_on = "a text picture";
    if (!idle_on.empty()) work.note("--" + std::string(row.long_name) + " has no effect on " + std::string(idle_on));
  }
}

struct Maker {
  FormatKind kind;
  void (*make)(const Work& work);
};
constexpr Maker kMakers[] = {
    {FormatKind::kTable, make_table}, {FormatKind::kImage, make_image},   {FormatKind::kScript, make_script},
    {FormatKind::kText, make_text},   {FormatKind::kWindow, make_window},
};

void print(const std::string& text) {
  Output output = Output::standard_output();
  output.write(text);
}

void make_result(const Options& options) {
  const Names names = read_names(options);
  const Domain domain = read_domain(options, names);
  const Destination destination = choose_destination(options);
  check_points(options, destination);
  const std::string expression = read_expression(*options.expression);
  const Method& method = read_method(options);
  const Work work{options,
                  expression,
                  names,
                  compile_expression(expression, names),
                  read_condition(options, names),
                  domain,
                  method,
                  read_settings(options, method, names, domain.grid),
                  destination};
  if (options.explain) return make_explanation(work);
  note_idle_options(work);
  std::ranges::find(kMakers, destination.format->kind, &Maker::kind)->make(work);
  work.note_lost_points();
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
    make_result(options);
  }
  return ExitCode::kSuccess;
}

}  // namespace gradfield
