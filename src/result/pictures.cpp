// Pictures that gnuplot draws: as files, as scripts, in windows.
#include <optional>
#include <sstream>

#include "cli/formats.hpp"
#include "cli/options.hpp"
#include "plot/gnuplot/fonts.hpp"
#include "plot/gnuplot/gnuplot.hpp"
#include "result/drawn_picture.hpp"
#include "result/makers.hpp"

namespace gradfield {

void make_image(const Request& request) {
  const Terminal& terminal = *request.destination.format->terminal;
  Output output = request.open_output();
  require_gnuplot();
  GnuplotRun gnuplot;  // it starts while the field is evaluated
  std::optional<FontQuery> font;
  const std::optional<DrawnPicture> picture = draw_picture(request, false);
  if (!picture) return;
  if (draws_letters(terminal) && (request.options.font || !has_usual_fonts())) font.emplace(picture->paper.font);
  try {
    output.write(
        terminal.finish(gnuplot.draw(picture->write_script, terminal, output.name()), picture->recipe, picture->paper));
  } catch (const Error& fault) {
    // gnuplot names a line of a script that nobody has seen.
    if (fault.code() != ExitCode::kUnavailable || request.options.commands.empty()) throw;
    throw Error(fault.code(), std::string(fault.what()) + "; without --set it may draw: see to its commands");
  }
  if (const std::string note = font ? font->note() : ""; !note.empty()) request.note(note);
  output.commit();
}

void make_script(const Request& request) {
  Output output = request.open_output();
  const std::optional<DrawnPicture> picture = draw_picture(request, true);
  if (!picture) return;
  std::ostringstream script;
  script.imbue(std::locale::classic());
  picture->write_script(script);
  output.write(finish_script(script.str(), picture->recipe));
  output.commit();
}

void make_window(const Request& request) {
  const std::optional<DrawnPicture> picture = draw_picture(request, true);
  if (!picture) return;
  std::string why;
  try {
    switch (show_in_window(picture->write_script)) {
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
  make_text_for_window(request);
}

}  // namespace gradfield
