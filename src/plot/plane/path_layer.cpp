// The layer of paths down, over everything else.
#include "plot/paths/path_lines.hpp"
#include "plot/paths/path_marks.hpp"
#include "plot/plane/layers.hpp"

namespace gradfield {
namespace {

LayerMarks draw_paths(const PlanePicture& picture) {
  const PathLines so_far = paths_on_plane(first_steps(picture.paths, picture.steps_shown), picture.style);
  const std::optional<Rgb> casing = picture.heat ? std::optional(picture.style.theme->background) : std::nullopt;
  LayerMarks marks{path_line_blocks(so_far, picture.page, {}), path_line_plots(so_far, picture.page, {}, casing)};
  if (!picture.frames.empty()) {
    marks.words.push_back(step_words(picture.paths, picture.steps_shown, picture.style, picture.page));
  }
  return marks;
}

void tell_paths(const PlanePicture& picture, PictureFacts& facts) { facts.description += path_facts(picture.paths); }

}  // namespace

const Layer kPathLayer{.is_shown = [](const PlanePicture& picture) { return !picture.paths.empty(); },
                       .draw = draw_paths,
                       .tell = tell_paths,
                       .grows = true};

}  // namespace gradfield
