#include "cli/run.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <sstream>

#include "base/output.hpp"
#include "base/spelling.hpp"
#include "cli/destination.hpp"
#include "cli/domain.hpp"
#include "cli/help.hpp"
#include "cli/option_table.hpp"
#include "cli/screen.hpp"
#include "cli/style.hpp"
#include "expression/compile.hpp"
#include "field/methods.hpp"
#include "plot/arrows.hpp"
#include "plot/gnuplot.hpp"
#include "plot/script.hpp"
#include "table/number.hpp"
#include "table/table.hpp"

namespace gradfield {
namespace {

// A picture holds its field in memory, and no page shows more arrows than this.
constexpr double kMostArrows = 1e6;

/// Everything the formats need to do their part.
struct Work {
  const Options& options;
  std::string expression;
  Domain domain;
  std::unique_ptr<Gradient> gradient;
  Destination destination;

  void note(const std::string& text) const {
    if (options.quiet) return;
    const std::string line = "gradfield: note: " + text + "\n";
    const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
    static_cast<void>(written);
  }
};

Output open_output(const Destination& destination) {
  return destination.path ? Output::file(*destination.path) : Output::standard_output();
}

std::string read_standard_input() {
  std::string text;
  std::array<char, 4096> buffer;
  for (;;) {
    const ssize_t length = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (length < 0 && errno == EINTR) continue;
    if (length < 0) throw Error(ExitCode::kNoInput, std::string("cannot read standard input: ") + std::strerror(errno));
    if (length == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(length));
    if (text.size() > (1u << 20)) return text;  // far too long for a formula, as its error will say
  }
}

std::unique_ptr<Gradient> make_gradient(const Options& options, const Program& f, const Names& names,
                                        const Grid& grid) {
  const Method* method = find_method(options.method);
  if (method == nullptr) {
    std::vector<std::string_view> known;
    for (const Method& row : methods()) known.push_back(row.name);
    throw Error(ExitCode::kUsage, "--method: " + no_such("method", options.method, known));
  }
  MethodSettings settings;
  for (const Axis& axis : grid.axes) settings.magnitudes.push_back(axis.largest_magnitude());
  if (options.step) {
    if (!method->takes_step) {
      throw Error(ExitCode::kUsage,
                  "--step: the method " + std::string(method->name) + " takes no step; add --method central");
    }
    settings.step = read_constant("--step", *options.step, names.constants);
    if (!(*settings.step > 0)) throw Error(ExitCode::kUsage, "--step: the step must be larger than 0");
  }
  return method->make(f, settings);
}

// Options of pictures that a picture of characters has no place for.
constexpr std::string_view kNotInText[] = {"size", "xlabel", "ylabel", "no-grid"};

// Notes for options that say nothing about this kind of result.
void note_idle_options(const Work& work) {
  const FormatKind kind = work.destination.format->kind;
  for (const OptionRow& row : option_table()) {
    if (!work.options.given.contains(row.long_name)) continue;
    std::string_view idle_on;
    if (row.group == OptionGroup::kTable && kind != FormatKind::kTable) idle_on = "a picture";
    if (row.group == OptionGroup::kPicture && kind == FormatKind::kTable) idle_on = "a table";
    if (kind == FormatKind::kText && std::ranges::count(kNotInText, row.long_name) > 0) idle_on = "a text picture";
    if (!idle_on.empty()) work.note("--" + std::string(row.long_name) + " has no effect on " + std::string(idle_on));
  }
}

void make_table(const Work& work) {
  std::vector<std::string> variables;
  for (const Axis& axis : work.domain.grid.axes) variables.push_back(axis.name);
  const TableLayout layout = read_layout(work.options, variables);
  Output output = open_output(work.destination);
  write_table(work.domain.grid, *work.gradient, *work.destination.format->table, layout, output);
  output.commit();
}

void check_is_plane(const Grid& grid) {
  if (grid.axes.size() != 2) {
    throw Error(ExitCode::kUsage,
                "a picture needs two variables, and there " +
                    std::string(grid.axes.size() == 1 ? "is 1" : "are " + std::to_string(grid.axes.size())) +
                    "; write a table with --csv");
  }
  if (grid.point_count() > kMostArrows) {
    throw Error(ExitCode::kUsage,
                "a picture has at most 1000000 arrows; take fewer points with -n, or write a table with --csv");
  }
}

void note_left_out(const Work& work, std::size_t not_finite, std::size_t all) {
  if (not_finite == 0) return;
  work.note(std::to_string(not_finite) + " of " + std::to_string(all) +
            (not_finite == 1 ? " points is not finite and has no arrow" : " points are not finite and have no arrow"));
}

Picture make_picture(const Work& work) {
  const Grid& grid = work.domain.grid;
  check_is_plane(grid);
  const Terminal& terminal = *work.destination.format->terminal;
  const PictureStyle style = read_style(work.options, work.expression, terminal);
  Picture picture = compose_picture(grid, collect(grid, *work.gradient), style, terminal);
  note_left_out(work, picture.arrows.not_finite, picture.field.size());
  if (picture.arrows.shortened > 0) {
    work.note(std::to_string(picture.arrows.shortened) + " of " + std::to_string(picture.field.size()) +
              " arrows stand for more than " + number_text(picture.arrows.reference, 4) + " and are drawn shortened");
  }
  if (!picture.page.equal_aspect) {
    work.note(
        "the ranges are further apart than 4:1, so the axes have unequal scales: arrows are not perpendicular to "
        "contours");
  }
  return picture;
}

void make_image(const Work& work) {
  const Terminal& terminal = *work.destination.format->terminal;
  Output output = open_output(work.destination);
  if (terminal.is_binary && isatty(output.descriptor()) == 1) {
    throw Error(ExitCode::kUsage, "-o " + printable(output.name()) + ": binary data does not go to a terminal");
  }
  require_gnuplot();
  const Picture picture = make_picture(work);
  draw_with_gnuplot([&](std::ostream& script) { write_script(script, picture, terminal); }, terminal, output);
  output.commit();
}

void make_script(const Work& work) {
  Output output = open_output(work.destination);
  const Picture picture = make_picture(work);
  std::ostringstream script;
  script.imbue(std::locale::classic());
  write_script(script, picture, *work.destination.format->terminal);
  output.write(script.view());
  output.commit();
}

void make_text(const Work& work) {
  check_is_plane(work.domain.grid);
  Options options = work.options;
  options.size.reset();  // a page in another unit says nothing here
  const PictureStyle style = read_style(options, work.expression, terminals()[0]);
  const TextScreen screen = work.destination.path ? file_screen() : standard_screen();
  const Grid grid = fit_grid(work.domain.grid, screen, work.domain.counts_given);
  const Field field = collect(grid, *work.gradient);
  Output output = open_output(work.destination);
  output.write(draw_text(grid, field, style, screen));
  output.commit();
  std::size_t not_finite = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    not_finite += !has_arrow(field, i);
  }
  note_left_out(work, not_finite, field.size());
}

void make_window(const Work& work) {
  const Picture picture = make_picture(work);
  const Terminal& terminal = *work.destination.format->terminal;
  std::string why;
  try {
    switch (show_in_window([&](std::ostream& script) { write_script(script, picture, terminal); })) {
      case WindowResult::kShown:
        return;
      case WindowResult::kNoDisplay:
        why = "no display: neither DISPLAY nor WAYLAND_DISPLAY is set";
        break;
      case WindowResult::kNoTerminal:
        why = "this gnuplot opens no windows (apt install gnuplot-qt does)";
        break;
      case WindowResult::kTimedOut:
        why = "gnuplot opened no window within 5 seconds";
        break;
    }
  } catch (const Error& fault) {
    if (!work.destination.automatic || fault.code() != ExitCode::kUnavailable) throw;
    why = fault.what();
  }
  if (!work.destination.automatic) throw Error(ExitCode::kUnavailable, why + "; draw a file with -o field.png");
  work.note(why + "; this is the picture as text");
  make_text(work);
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
  const bool from_input = *options.expression == "-";
  const std::string expression = from_input ? read_standard_input() : *options.expression;
  const Program f = compile_expression(expression, names);
  const Work work{options, expression, domain, make_gradient(options, f, names, domain.grid), destination};
  note_idle_options(work);
  std::ranges::find(kMakers, destination.format->kind, &Maker::kind)->make(work);
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
