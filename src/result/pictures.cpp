#include "result/pictures.hpp"

#include <optional>
#include <sstream>

#include "base/error.hpp"
#include "plot/files/finish.hpp"
#include "plot/gnuplot/gnuplot.hpp"
#include "plot/sheet/script.hpp"
#include "request/paths.hpp"
#include "result/path_notes.hpp"
#include "result/scene.hpp"
#include "result/unheard_options.hpp"

namespace gradfield {
namespace {

// The picture, told of; nothing where there is nothing to draw. `has_table`: see Scene.
std::optional<Picture> make_picture(const Request& request, bool has_table = true) {
  const Terminal& terminal = *request.destination.format->terminal;
  const std::vector<DescentPath> paths = make_paths(request);
  Scene scene = read_scene(request, request.options, terminal, paths);
  scene.has_table = has_table;
  Picture picture = kind_of(scene).compose(scene, terminal);
  if (!picture.is_empty()) note_paths(request, paths);
  for (const std::string& note : picture.notes) request.note(note);
  return picture.is_empty() ? std::nullopt : std::optional(std::move(picture));
}

Recipe recipe_of(const Picture& picture, const Request& request) {
  return recipe_of(picture.facts, request.expression, request.options.words, request.options.expression == "-");
}

}  // namespace

void make_image(const Request& request) {
  const Terminal& terminal = *request.destination.format->terminal;
  Output output = request.open_output();
  require_gnuplot();
  GnuplotRun gnuplot;  // it starts while the field is evaluated
  const std::optional<Picture> picture = make_picture(request, false);
  if (!picture) return;
  const auto script = [&](std::ostream& out) { write_script(out, picture->drawing, terminal); };
  try {
    const Sheet& sheet = picture->drawing.sheet;
    output.write(terminal.finish(gnuplot.draw(script, terminal, output.name()), recipe_of(*picture, request),
                                 {sheet.size, sheet.seconds}));
  } catch (const Error& fault) {
    // gnuplot names a line of a script that nobody has seen.
    if (fault.code() != ExitCode::kUnavailable || request.options.commands.empty()) throw;
    throw Error(fault.code(), std::string(fault.what()) + "; without --set it may draw: see to its commands");
  }
  output.commit();
}

void make_script(const Request& request) {
  Output output = request.open_output();
  const std::optional<Picture> picture = make_picture(request);
  if (!picture) return;
  std::ostringstream script;
  script.imbue(std::locale::classic());
  write_script(script, picture->drawing, *request.destination.format->terminal);
  output.write(finish_script(script.str(), recipe_of(*picture, request)));
  output.commit();
}

void make_window(const Request& request) {
  const std::optional<Picture> picture = make_picture(request);
  if (!picture) return;
  std::string why;
  try {
    switch (show_in_window(
        [&](std::ostream& out) { write_script(out, picture->drawing, *request.destination.format->terminal); })) {
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
  for (const std::string& note : unheard_options_of_text(request)) request.note(note);
  make_text(request);
}

}  // namespace gradfield
