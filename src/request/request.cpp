#include "request/request.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/error.hpp"
#include "base/input.hpp"
#include "base/spelling.hpp"
#include "cli/formats.hpp"
#include "cli/option_table.hpp"
#include "cli/options.hpp"
#include "cli/values.hpp"
#include "field/sample.hpp"
#include "formula/compile.hpp"
#include "formula/left_side.hpp"
#include "formula/words/words.hpp"
#include "request/paths.hpp"
#include "request/points.hpp"
#include "request/refusals.hpp"

namespace gradfield {
namespace {

// The lines of a file, without what stands behind a #.
std::string without_comments(const std::string& text) {
  std::string kept;
  bool in_comment = false;
  for (const char c : text) {
    in_comment = c != '\n' && c != '\r' && (in_comment || c == '#');
    if (!in_comment) kept += c;
  }
  return kept;
}

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
  return without_comments(text);
}

// Where the shell found a file whose name fits a pattern such as x*y, the name came in its place.
Program compile_formula(const std::string& text, const Names& names, std::size_t begin) {
  try {
    return compile_expression(text, names, begin);
  } catch (const Error& fault) {
    if (fault.code() != ExitCode::kData || access(text.c_str(), F_OK) != 0) throw;
    throw Error(fault.code(), std::string(fault.what()) + "\nThere is a file '" + printable(shortened(text, 40)) +
                                  "': the shell may have put its name in place of a *; put the formula in quotes");
  }
}

int read_threads(const Options& options) {
  constexpr std::size_t kMostThreads = 1024;
  if (!options.threads) return available_threads();
  return static_cast<int>(read_count("--threads", *options.threads, 1, kMostThreads));
}

const Method& read_method(const Options& options) {
  if (const Method* method = find_method(options.method)) return *method;
  throw Error(ExitCode::kUsage, "--method: " + no_such("method", options.method, choices_of("method")));
}

// Whether the points of the result are given one by one, and there is no grid.
bool has_own_points(const Options& options, const Format& format) {
  return format.kind == FormatKind::kTable && (options.at || !options.marks.empty());
}

MethodSettings read_settings(const Options& options, const Names& names, const Grid& grid, bool lie_anywhere) {
  MethodSettings settings;
  // Points of a file lie anywhere, and have no axes whose magnitude could stand for theirs.
  if (!lie_anywhere) settings.box = box_of(grid);
  for (const Axis& axis : grid.axes) settings.lengths.push_back(lie_anywhere ? 0 : length_of(axis));
  if (options.step) {
    refuse_beside("step", options);
    settings.lost_points = std::make_shared<std::atomic<std::size_t>>(0);
    settings.step = read_constant("--step", *options.step, names.constants);
    if (!(*settings.step > 0)) throw Error(ExitCode::kUsage, "--step: the step must be larger than 0");
  }
  return settings;
}

}  // namespace

void Log::note(const std::string& text) {
  if (quiet_ || !said_.insert(text).second) return;
  const std::string line = "gradfield: note: " + text + "\n";
  const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  static_cast<void>(written);  // there is nowhere left to complain
}

std::unique_ptr<Gradient> Request::make_gradient(const Grid* grid, const std::optional<GradientParts>& parts) const {
  MethodSettings all = settings;
  if (grid != nullptr) all.grid = *grid;
  all.parts = parts;
  all.second = parts && std::ranges::count(parts->second, true) > 0;
  if (all.lost_points) *all.lost_points = 0;  // a text picture after a window that did not open counts anew
  return gradfield::make_gradient(method, f, all);
}

const Grid* Request::grid() const { return has_own_points(options, *destination.format) ? nullptr : &domain.grid; }

std::vector<Constant> Request::constants_in_formula() const {
  const std::vector<Word> words = split_words(formula);
  std::vector<Constant> found;
  std::ranges::copy_if(names.constants, std::back_inserter(found), [&](const Constant& constant) {
    return std::ranges::find(words, constant.name, &Word::text) != words.end();
  });
  return found;
}

Output Request::open_output() const {
  Output output = destination.path ? Output::file(*destination.path) : Output::standard_output();
  if (destination.format->is_binary && isatty(output.descriptor()) == 1) {
    throw Error(ExitCode::kUsage, "-o " + printable(output.name()) + ": binary data does not go to a terminal");
  }
  return output;
}

void Request::note_lost_points() const {
  const std::size_t lost = settings.lost_points ? settings.lost_points->load() : 0;
  if (lost == 0) return;
  note("--step " + printable(shortened(*options.step, 40)) + " is below the rounding of a variable at " +
       std::to_string(lost) + (lost == 1 ? " point" : " points") + ": slopes there are nan; take a larger step");
}

Request read_request(const Options& options, Destination (*destination)(const Options& options), Log& log) {
  refuse_beside("at", options);  // before standard input is read for the one or the other
  const std::string expression = read_expression(*options.expression);
  const std::optional<LeftSide> left = find_left_side(expression);
  const std::size_t begin = left ? left->end : 0;
  const Names names = read_names(options, left ? &*left : nullptr);
  Domain domain = read_domain(options, names);
  const Destination chosen = destination(options);
  refuse_beside("at", options, chosen.format);
  const Method& method = read_method(options);
  if (left) check_left_side(expression, *left, names);
  const Program f = compile_formula(expression, names, begin);
  const std::optional<Program> condition = read_condition(options, names);
  PointList listed;
  if (options.at && chosen.format->kind != FormatKind::kTable) {
    listed = read_listed_points(*options.at, names, log);
    show_points(domain, listed);
  }
  const bool lie_anywhere = has_own_points(options, *chosen.format);
  const MethodSettings settings = read_settings(options, names, domain.grid, lie_anywhere);
  const std::optional<Part> part = read_part(options, *chosen.format);
  const int threads = read_threads(options);
  refuse_beside("path", options, chosen.format);
  return {.options = options,
          .expression = expression,
          .formula = expression.substr(begin),
          .name = left ? left->name : "f",
          .names = names,
          .f = f,
          .condition = condition,
          .domain = domain,
          .method = method,
          .settings = settings,
          .destination = chosen,
          .part = part,
          .threads = threads,
          .paths = read_paths(options, names, domain.grid, condition),
          .marks = read_marks(options, names, lie_anywhere ? boundless(domain.grid) : domain.grid),
          .listed = std::move(listed),
          .log = log};
}

}  // namespace gradfield
