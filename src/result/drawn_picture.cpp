#include "result/drawn_picture.hpp"

#include <utility>

#include "cli/formats.hpp"
#include "cli/options.hpp"
#include "plot/sheet/script.hpp"
#include "request/paths.hpp"
#include "result/paths/path_notes.hpp"
#include "result/scene.hpp"

namespace gradfield {

std::optional<DrawnPicture> draw_picture(const Request& request, bool has_table) {
  const Options& options = request.options;
  const Terminal& terminal = *request.destination.format->terminal;
  const std::vector<DescentPath> paths = make_paths(request);
  Scene scene = read_scene(request, options, terminal, paths);
  scene.has_table = has_table;
  Picture picture = kind_of(scene).compose(scene, terminal);
  const bool is_empty = picture.is_empty();
  if (!is_empty) note_paths(request, paths);
  for (const std::string& note : picture.notes) request.note(note);
  if (is_empty) return std::nullopt;
  Recipe recipe = recipe_of(picture.facts, request.expression, options.words, options.expression == "-");
  Paper paper = picture.drawing.sheet;
  const auto write = [drawing = std::move(picture.drawing), &terminal](std::ostream& out) {
    write_script(out, drawing, terminal);
  };
  return DrawnPicture{write, std::move(paper), std::move(recipe)};
}

}  // namespace gradfield
