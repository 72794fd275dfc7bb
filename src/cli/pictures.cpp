#include "cli/pictures.hpp"

#include <unistd.h>

#include <functional>
#include <optional>
#include <sstream>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/idle_options.hpp"
#include "cli/points.hpp"
#include "cli/screen.hpp"
#include "cli/slice.hpp"
#include "cli/style.hpp"
#include "plot/arrows.hpp"
#include "plot/curves.hpp"
#include "plot/gnuplot.hpp"
#include "plot/script.hpp"
#include "plot/space_picture.hpp"
#include "plot/text_curves.hpp"
#include "plot/text_grid.hpp"
#include "plot/text_picture.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// A picture holds its field in memory, and no page shows more arrows than this.
constexpr double kMostArrows = 1e6;

// What can be drawn of the grid: one to three axes.
Slice read_slice(const Work& work) {
  const Grid& grid = work.domain.grid;
  Slice slice(work, grid);
  const std::size_t axes = slice.grid().axes.size();
  if (axes > 3) {
    throw Error(ExitCode::kUsage, "a picture shows up to three variables, and there are " + std::to_string(axes) +
                                      "; hold the others, as with --range " + grid.axes.back().name +
                                      "=0:0:1, or write a table with --csv");
  }
  if (axes > 1 && slice.grid().point_count() > kMostArrows) {
    throw Error(ExitCode::kUsage,
                "a picture has at most 1000000 arrows; take fewer points with -n, or write a table with --csv");
  }
  return slice;
}

PictureStyle read_style(const Work& work, const Slice& slice, const Options& options, const Terminal& terminal) {
  PictureStyle style = read_style(options, work.expression, terminal);
  for (const Axis& axis : work.domain.grid.axes) style.variables.push_back(axis.name);
  style.place = slice.place();
  return style;
}

// What there is to say beside a picture.
using Notes = std::vector<std::string>;

Notes notes_on_arrows(std::size_t not_finite, std::size_t all) {
  if (not_finite == 0) return {};
  return {std::to_string(not_finite) + " of " + std::to_string(all) +
          (not_finite == 1 ? " points is not finite and has no arrow" : " points are not finite and have no arrow")};
}

Notes notes_on(const SampledCurves& curves) {
  if (curves.not_finite == 0) return {};
  const double share = 100.0 * static_cast<double>(curves.not_finite) / static_cast<double>(curves.sampled);
  return {"f is not finite, or left out, on " + number_text(share, 3) + " % of the range"};
}

// Writes the picture as a script: for a file with the table of its field, which drawing does without.
using DrawScript = std::function<void(std::ostream& script, bool has_table)>;
// Nothing where --where leaves no point, as a note then says.
using MaybeScript = std::optional<DrawScript>;

// Ends the drawing of a picture on which there is nothing.
struct NothingToDraw {};

MaybeScript draw_plane(const Work& work, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *work.destination.format->terminal;
  const Grid& grid = work.domain.grid;
  Points points(work, grid);
  Field field = collect(points.source(), *work.make_gradient(&grid), {work.threads});
  if (!points.note_if_none()) return std::nullopt;
  const Picture picture = compose_picture(slice.grid(), slice.flat(std::move(field)), style, terminal, slice.access());
  for (const std::string& note : notes_on_arrows(picture.arrows.not_finite, picture.field.size())) work.note(note);
  if (picture.arrows.shortened > 0 && picture.lengths.rule->name != "unit") {
    work.note(std::to_string(picture.arrows.shortened) + " of " + std::to_string(picture.field.size()) +
              " arrows stand for more than " + number_text(picture.lengths.reference, 4) + " and are drawn shortened");
  }
  if (!picture.page.equal_aspect) {
    work.note(
        "the ranges are further apart than 4:1, so the axes have unequal scales: arrows are not perpendicular to "
        "contours");
  }
  return [picture, &terminal](std::ostream& script, bool has_table) {
    write_script(script, picture, terminal, has_table);
  };
}

MaybeScript draw_curves(const Work& work, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *work.destination.format->terminal;
  const CurvesPicture picture =
      compose_curves(slice.grid().axes[0], style, terminal, [&](const Grid& grid) { return slice.sample(grid); });
  for (const std::string& note : notes_on(picture)) work.note(note);
  return [picture, &terminal](std::ostream& script, bool) { write_script(script, picture, terminal); };
}

MaybeScript draw_space(const Work& work, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *work.destination.format->terminal;
  Grid grid = slice.whole(slice.grid());
  if (!work.domain.counts_given) {
    constexpr std::size_t kReadable = 7;  // more points along an axis of space hide each other
    for (Axis& axis : grid.axes) axis.count = std::min(axis.count, kReadable);
  }
  const Slice shown(work, grid);
  Points points(work, grid);
  const Field field = shown.flat(collect(points.source(), *work.make_gradient(&grid), {work.threads}));
  if (!points.note_if_none()) return std::nullopt;
  const SpacePicture picture = compose_space(shown.grid(), field, style, terminal);
  for (const std::string& note : notes_on_arrows(picture.arrows.not_finite, field.size())) work.note(note);
  return [picture, &terminal](std::ostream& script, bool) { write_script(script, picture, terminal); };
}

MaybeScript draw_surface(const Work& work, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *work.destination.format->terminal;
  const Grid& grid = work.domain.grid;
  Points points(work, grid);
  const Field field = slice.flat(collect(points.source(), *work.make_gradient(&grid), {work.threads}));
  if (!points.note_if_none()) return std::nullopt;
  const SpacePicture picture = compose_surface(slice.grid(), field, style, terminal, slice.access());
  for (const std::string& note : notes_on_arrows(picture.arrows.not_finite, field.size())) work.note(note);
  return [picture, &terminal](std::ostream& script, bool) { write_script(script, picture, terminal); };
}

MaybeScript make_picture(const Work& work) {
  const Slice slice = read_slice(work);
  const PictureStyle style = read_style(work, slice, work.options, *work.destination.format->terminal);
  if (work.options.surface) {
    if (slice.grid().axes.size() != 2) {
      throw Error(ExitCode::kUsage, "--surface shows two variables, and there " +
                                        std::string(slice.grid().axes.size() == 1 ? "is 1" : "are 3"));
    }
    return draw_surface(work, slice, style);
  }
  constexpr MaybeScript (*kDraw[])(const Work&, const Slice&, const PictureStyle&) = {draw_curves, draw_plane,
                                                                                      draw_space};
  return kDraw[slice.grid().axes.size() - 1](work, slice, style);
}

// A picture in characters, and what is to be said after it; nothing where --where leaves no point, as a note then says.
struct TextAndNotes {
  std::string picture;
  Notes notes;
};
using MaybeText = std::optional<TextAndNotes>;

MaybeText text_of_curves(const Work&, const Slice& slice, const PictureStyle& style, const TextScreen& screen) {
  const Axis& axis = slice.grid().axes[0];
  const SampledCurves curves =
      sample_curves(axis, style.arrows.descent, [&](const Grid& grid) { return slice.sample(grid); });
  return TextAndNotes{draw_text_curves(axis, curves, style, screen), notes_on(curves)};
}

MaybeText text_of_plane(const Work& work, const Slice& slice, const PictureStyle& style, const TextScreen& screen) {
  const Grid shown = fit_grid(slice.grid(), screen, work.domain.counts_given, style);
  const Grid grid = slice.whole(shown);
  Points points(work, grid);
  const Field field = slice.flat(collect(points.source(), *work.make_gradient(&grid), {work.threads}));
  if (!points.note_if_none()) return std::nullopt;
  std::size_t not_finite = 0;
  for (std::size_t i = 0; i < field.size(); ++i) not_finite += !has_arrow(field, i);
  return TextAndNotes{draw_text(shown, field, style, screen), notes_on_arrows(not_finite, field.size())};
}

// The lines that notes take on the screen below the picture, where both are on a terminal.
std::size_t lines_of_notes(const Work& work, const Notes& notes, std::size_t columns) {
  if (work.options.quiet || work.destination.path || !standard_output_is_terminal() || isatty(STDERR_FILENO) != 1)
    return 0;
  constexpr std::size_t kFront = std::string_view("gradfield: note: ").size();
  std::size_t lines = 0;
  for (const std::string& note : notes) lines += (kFront + note.size() + columns - 1) / columns;
  return lines;
}

}  // namespace

void make_image(const Work& work) {
  const Terminal& terminal = *work.destination.format->terminal;
  Output output = work.open_output();
  require_gnuplot();
  // gnuplot starts while the field is evaluated.
  const auto script = [&](std::ostream& out) {
    const MaybeScript picture = make_picture(work);
    if (!picture) throw NothingToDraw();
    (*picture)(out, false);
  };
  try {
    draw_with_gnuplot(script, terminal, output);
  } catch (const NothingToDraw&) {
    return;
  }
  output.commit();
}

void make_script(const Work& work) {
  Output output = work.open_output();
  const MaybeScript picture = make_picture(work);
  if (!picture) return;
  std::ostringstream script;
  script.imbue(std::locale::classic());
  (*picture)(script, true);
  output.write(script.view());
  output.commit();
}

void make_text(const Work& work) {
  const Slice slice = read_slice(work);
  Options options = work.options;
  options.size.reset();  // a page in another unit says nothing here
  const PictureStyle style = read_style(work, slice, options, terminals()[0]);
  const std::size_t axes = slice.grid().axes.size();
  if (axes > 2) {
    throw Error(ExitCode::kUsage,
                "a text picture shows one or two variables, and there are 3; draw a file with -o field.png, or write a "
                "table with --csv");
  }
  TextScreen screen = screen_of(work.destination);
  if (options.given.contains("theme")) screen.background = style.theme->background;
  constexpr MaybeText (*kDraw[])(const Work&, const Slice&, const PictureStyle&, const TextScreen&) = {text_of_curves,
                                                                                                       text_of_plane};
  MaybeText text = kDraw[axes - 1](work, slice, style, screen);
  // The notes that follow must not push its first lines off the screen.
  const std::size_t lines = text ? lines_of_notes(work, text->notes, screen.columns) : 0;
  if (lines > 0) {
    screen.rows -= std::min(lines, screen.rows);
    text = kDraw[axes - 1](work, slice, style, screen);
  }
  if (!text) return;
  Output output = work.open_output();
  output.write(text->picture);
  output.commit();
  for (const std::string& note : text->notes) work.note(note);
}

void make_window(const Work& work) {
  const MaybeScript picture = make_picture(work);
  if (!picture) return;
  std::string why;
  try {
    switch (show_in_window([&](std::ostream& script) { (*picture)(script, true); })) {
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
  note_idle_options_of_text(work);
  make_text(work);
}

}  // namespace gradfield
