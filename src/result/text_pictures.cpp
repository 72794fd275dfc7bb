// The pictures of characters: what fits the screen, drawn, and written with what is to be said after it.
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/screen.hpp"
#include "plot/arrows/arrow_lengths.hpp"
#include "plot/text/text_curves.hpp"
#include "plot/text/text_frame.hpp"
#include "plot/text/text_grid.hpp"
#include "plot/text/text_picture.hpp"
#include "request/paths.hpp"
#include "request/points.hpp"
#include "result/path_notes.hpp"
#include "result/picture_parts.hpp"
#include "result/pictures.hpp"

namespace gradfield {
namespace {

// A picture in characters, and what is to be said after it; nothing where --where leaves no point, as a note then says.
struct TextAndNotes {
  std::string picture;
  Notes notes;
};
using MaybeText = std::optional<TextAndNotes>;

using Paths = std::vector<DescentPath>;

MaybeText text_of_curves(const Request&, const Slice& slice, const PictureStyle& style, const TextScreen& screen,
                         const Paths& paths) {
  const Axis& axis = slice.grid().axes[0];
  const SampledCurves curves = sample_curves(axis, style.arrows.descent, slice.access());
  return TextAndNotes{draw_text_curves(axis, curves, style, screen, paths),
                      notes_on(curves, axis, style.arrows.descent)};
}

MaybeText text_of_plane(const Request& request, const Slice& slice, const PictureStyle& style, const TextScreen& screen,
                        const Paths& paths) {
  const Grid shown = fit_grid(slice.grid(), screen, request.domain.counts_given, style, !paths.empty());
  const Grid grid = slice.whole(shown);
  Points points(request, grid);
  const Field field = slice.flat(collect(points.source(), *request.make_gradient(&grid), {request.threads}));
  if (!points.note_if_none()) return std::nullopt;
  std::size_t not_finite = 0;
  for (std::size_t i = 0; i < field.size(); ++i) not_finite += !has_arrow(field, i);
  return TextAndNotes{draw_text(shown, field, style, screen, paths), notes_on_arrows(not_finite, field.size())};
}

// The lines that notes take on the screen below the picture, where both are on a terminal.
std::size_t lines_of_notes(const Request& request, const Notes& notes, std::size_t columns) {
  if (request.options.quiet || request.destination.path || !standard_output_is_terminal() || isatty(STDERR_FILENO) != 1)
    return 0;
  constexpr std::size_t kFront = std::string_view("gradfield: note: ").size();
  std::size_t lines = 0;
  for (const std::string& note : notes) lines += (kFront + note.size() + columns - 1) / columns;
  return lines;
}

// Whether a picture is no larger than the screen, whose last line is the prompt's.
bool fits(const std::string& picture, const TextScreen& screen) {
  std::size_t lines = 1, columns = 0;
  for (std::size_t i = 0; i < picture.size();) {
    if (picture[i] == '\x1b') {
      i = picture.find('m', i) + 1;
      continue;
    }
    const Character character = decode_character(picture, i);
    i += character.bytes;
    const bool is_end = character.code_point == '\n';
    lines += is_end;
    columns = is_end ? 0 : columns + 1;
    if (columns > screen.columns) return false;
  }
  return lines <= screen.rows;
}

}  // namespace

void make_text(const Request& request) {
  const Slice slice = read_slice(request);
  Options options = request.options;
  options.size.reset();  // a page in another unit says nothing here
  const PictureStyle style = read_style(request, slice, options, script_terminal());
  const std::size_t axes = slice.grid().axes.size();
  if (axes > 2) {
    throw Error(ExitCode::kUsage,
                "a text picture shows one or two variables, and there are 3; draw a file with -o field.png, or write a "
                "table with --csv");
  }
  TextScreen screen = screen_of(request.destination);
  if (options.given.contains("theme")) screen.background = style.theme->background;
  const TextScreen whole = screen;
  Paths paths = make_paths(request);
  const Notes on_paths = path_notes(paths, request.domain.grid);
  paths = slice.flat(std::move(paths));
  constexpr MaybeText (*kDraw[])(const Request&, const Slice&, const PictureStyle&, const TextScreen&, const Paths&) = {
      text_of_curves, text_of_plane};
  MaybeText text = kDraw[axes - 1](request, slice, style_within(style, screen, !paths.empty()), screen, paths);
  // The notes that follow must not push its first lines off the screen.
  const auto lines_below = [&] {
    return lines_of_notes(request, on_paths, screen.columns) + lines_of_notes(request, text->notes, screen.columns);
  };
  if (const std::size_t lines = text ? lines_below() : 0; lines > 0) {
    screen.rows -= std::min(lines, screen.rows);
    text = kDraw[axes - 1](request, slice, style_within(style, screen, !paths.empty()), screen, paths);
  }
  if (!text) return;
  if (!fits(text->picture, whole)) {
    request.note("a screen of " + std::to_string(whole.columns) + "x" + std::to_string(whole.rows) +
                 " is too small for this picture; enlarge it, or draw a file with -o field.png");
    return;
  }
  Output output = request.open_output();
  output.write(text->picture);
  output.commit();
  for (const Notes& notes : {on_paths, text->notes}) {
    for (const std::string& note : notes) request.note(note);
  }
}

}  // namespace gradfield
