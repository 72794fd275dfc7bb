#include "result/pictures.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <sstream>
#include <type_traits>

#include "base/error.hpp"
#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/curve/curves.hpp"
#include "plot/files/finish.hpp"
#include "plot/files/recipe.hpp"
#include "plot/gnuplot/gnuplot.hpp"
#include "plot/picture_facts.hpp"
#include "plot/plane/script.hpp"
#include "plot/space/space_picture.hpp"
#include "plot/surface/surface.hpp"
#include "request/paths.hpp"
#include "request/points.hpp"
#include "request/slice.hpp"
#include "request/unheard_options.hpp"
#include "result/path_notes.hpp"
#include "result/picture_parts.hpp"
#include "result/plane_notes.hpp"
#include "result/space_notes.hpp"

namespace gradfield {
namespace {

// A picture ready to be drawn.
struct Drawn {
  /// Writes it as a script: for a file with the table of its field, which drawing does without.
  std::function<void(std::ostream& script, bool has_table)> write;
  SheetFacts facts;
  Recipe recipe;
};
// Nothing where --where leaves no point, as a note then says.
using MaybeDrawn = std::optional<Drawn>;

template <typename AnyPicture>
Drawn drawn(const Request& request, const AnyPicture& picture) {
  const Terminal& terminal = *request.destination.format->terminal;
  const auto write = [picture, &terminal](std::ostream& script, bool has_table) {
    if constexpr (std::is_same_v<AnyPicture, Picture>) {
      write_script(script, picture, terminal, has_table);
    } else {
      write_script(script, picture, terminal);
    }
  };
  const Options& options = request.options;
  return {write,
          {picture.size, picture.seconds},
          recipe_of(facts_of(picture), request.expression, options.words, options.expression == "-")};
}

// The paths down, told of, as the picture shows them.
std::vector<DescentPath> paths_on(const Request& request, const Slice& slice) {
  std::vector<DescentPath> paths = make_paths(request);
  note_paths(request, paths);
  return slice.flat(std::move(paths));
}

// Ends the drawing of a picture on which there is nothing.
struct NothingToDraw {};

MaybeDrawn draw_plane(const Request& request, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *request.destination.format->terminal;
  const Grid& grid = request.domain.grid;
  Points points(request, grid);
  Field field = collect(points.source(), *request.make_gradient(&grid), {request.threads});
  if (!points.note_if_none()) return std::nullopt;
  const Picture picture = compose_picture(slice.grid(), slice.flat(std::move(field)), style, terminal, slice.access(),
                                          paths_on(request, slice));
  for (const std::string& note : notes_on(picture)) request.note(note);
  return drawn(request, picture);
}

MaybeDrawn draw_curves(const Request& request, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *request.destination.format->terminal;
  const CurvesPicture picture =
      compose_curves(slice.grid().axes[0], style, terminal, slice.access(), paths_on(request, slice));
  for (const std::string& note : notes_on(picture, picture.axis, style.arrows.descent)) request.note(note);
  return drawn(request, picture);
}

MaybeDrawn draw_space(const Request& request, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *request.destination.format->terminal;
  Grid grid = slice.whole(slice.grid());
  if (!request.domain.counts_given) {
    constexpr std::size_t kReadable = 7;  // more points along an axis of space hide each other
    for (Axis& axis : grid.axes) axis.count = std::min(axis.count, kReadable);
  }
  const Slice shown(request, grid);
  Points points(request, grid);
  const Field field = shown.flat(collect(points.source(), *request.make_gradient(&grid), {request.threads}));
  if (!points.note_if_none()) return std::nullopt;
  const std::vector<DescentPath> paths = paths_on(request, shown);
  const SpacePicture picture = compose_turning(
      terminal, [&](const Frame& frame) { return compose_space(shown.grid(), field, style, terminal, paths, frame); });
  for (const std::string& note : notes_on(picture, field)) request.note(note);
  return drawn(request, picture);
}

MaybeDrawn draw_surface(const Request& request, const Slice& slice, const PictureStyle& style) {
  const Terminal& terminal = *request.destination.format->terminal;
  const Grid& grid = request.domain.grid;
  Points points(request, grid);
  const Field field = slice.flat(collect(points.source(), *request.make_gradient(&grid), {request.threads}));
  if (!points.note_if_none()) return std::nullopt;
  const SurfaceField surface = sample_surface(slice.grid(), style, terminal, slice.access());
  const std::vector<DescentPath> paths = paths_on(request, slice);
  const SpacePicture picture = compose_turning(terminal, [&](const Frame& frame) {
    return compose_surface(slice.grid(), field, style, terminal, surface, paths, frame);
  });
  for (const std::string& note : notes_on(picture, field)) request.note(note);
  return drawn(request, picture);
}

MaybeDrawn make_picture(const Request& request) {
  const Slice slice = read_slice(request);
  const PictureStyle style = read_style(request, slice, request.options, *request.destination.format->terminal);
  if (request.options.surface) {
    if (slice.grid().axes.size() != 2) {
      throw Error(ExitCode::kUsage, "--surface shows two variables, and there " +
                                        std::string(slice.grid().axes.size() == 1 ? "is 1" : "are 3"));
    }
    return draw_surface(request, slice, style);
  }
  constexpr MaybeDrawn (*kDraw[])(const Request&, const Slice&, const PictureStyle&) = {draw_curves, draw_plane,
                                                                                        draw_space};
  return kDraw[slice.grid().axes.size() - 1](request, slice, style);
}

}  // namespace

void make_image(const Request& request) {
  const Terminal& terminal = *request.destination.format->terminal;
  Output output = request.open_output();
  require_gnuplot();
  // gnuplot starts while the field is evaluated.
  MaybeDrawn picture;
  const auto script = [&](std::ostream& out) {
    picture = make_picture(request);
    if (!picture) throw NothingToDraw();
    picture->write(out, false);
  };
  const auto finish = [&](std::string bytes) {
    return terminal.finish(std::move(bytes), picture->recipe, picture->facts);
  };
  try {
    draw_with_gnuplot(script, terminal, finish, output);
  } catch (const NothingToDraw&) {
    return;
  } catch (const Error& fault) {
    // gnuplot names a line of a script that nobody has seen.
    if (fault.code() != ExitCode::kUnavailable || request.options.commands.empty() || !picture) throw;
    throw Error(fault.code(), std::string(fault.what()) + "; without --set it may draw: see to its commands");
  }
  output.commit();
}

void make_script(const Request& request) {
  Output output = request.open_output();
  const MaybeDrawn picture = make_picture(request);
  if (!picture) return;
  std::ostringstream script;
  script.imbue(std::locale::classic());
  picture->write(script, true);
  output.write(finish_script(script.str(), picture->recipe));
  output.commit();
}

void make_window(const Request& request) {
  const MaybeDrawn picture = make_picture(request);
  if (!picture) return;
  std::string why;
  try {
    switch (show_in_window([&](std::ostream& script) { picture->write(script, true); })) {
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
    if (!request.destination.automatic || fault.code() != ExitCode::kUnavailable) throw;
    why = fault.what();
  }
  if (!request.destination.automatic) throw Error(ExitCode::kUnavailable, why + "; draw a file with -o field.png");
  request.note(why + "; this is the picture as text");
  note_idle_options_of_text(request);
  make_text(request);
}

}  // namespace gradfield
