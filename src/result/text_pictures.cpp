// The pictures of characters: what fits the screen, drawn, and written with what is to be said after it.
#include <unistd.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/options.hpp"
#include "cli/screen.hpp"
#include "plot/text/text_frame.hpp"
#include "request/paths.hpp"
#include "result/makers.hpp"
#include "result/paths/path_notes.hpp"
#include "result/scene.hpp"
#include "result/unheard_options.hpp"

namespace gradfield {
namespace {

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
  Options options = request.options;
  options.size.reset();  // a page in another unit says nothing here
  options.surface = false;
  const std::vector<DescentPath> paths = make_paths(request);
  Scene scene = read_scene(request, options, script_terminal(), paths);
  const PictureKind& kind = kind_of(scene);
  if (kind.compose_text == nullptr) {
    throw Error(ExitCode::kUsage,
                "a text picture shows one or two variables, and there are 3; draw a file with -o field.png, or write a "
                "table with --csv");
  }
  TextScreen screen = screen_of(request.destination);
  if (options.given.contains("theme")) screen.background = scene.style.theme->background;
  const TextScreen whole = screen;
  const PictureStyle style = scene.style;
  const auto compose = [&] {
    scene.style = style_within(style, screen, !paths.empty());
    return kind.compose_text(scene, screen);
  };
  TextPicture text = compose();
  Notes notes = path_notes(paths, request.domain.grid, request.name);
  append(notes, text.notes);
  // The notes that follow must not push its first lines off the screen.
  if (const std::size_t lines = lines_of_notes(request, notes, screen.columns); lines > 0 && !text.characters.empty()) {
    screen.rows -= std::min(lines, screen.rows);
    text = compose();
  }
  if (text.characters.empty()) {
    for (const std::string& note : text.notes) request.note(note);
    return;
  }
  if (!fits(text.characters, whole)) {
    request.note("a screen of " + std::to_string(whole.columns) + "x" + std::to_string(whole.rows) +
                 " is too small for this picture; enlarge it, or draw a file with -o field.png");
    return;
  }
  Output output = request.open_output();
  output.write(text.characters);
  output.commit();
  for (const std::string& note : path_notes(paths, request.domain.grid, request.name)) request.note(note);
  for (const std::string& note : text.notes) request.note(note);
}

void make_text_for_window(const Request& request) {
  for (const std::string& note : unheard_options_of_text(request)) request.note(note);
  make_text(request);
}

}  // namespace gradfield
