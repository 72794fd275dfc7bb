// Pictures of all kinds: what is to be shown, which kind shows it, and what comes of it. A new kind is a row.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "field/view.hpp"
#include "plot/files/recipe.hpp"
#include "plot/gnuplot/terminals.hpp"
#include "plot/sheet/drawing.hpp"
#include "plot/sheet/notes.hpp"
#include "plot/sheet/picture_style.hpp"
#include "plot/text/text_screen.hpp"

namespace gradfield {

/// What a picture is to show.
struct Scene {
  FieldView view;
  PictureStyle style;
  std::vector<DescentPath> paths = {};   // on the axes of the view
  std::string condition = {};            // on which points are shown, as typed
  std::optional<PointList> listed = {};  // arrows stand at these points of all variables, not on the grid
  bool has_table = true;                 // a script has the table of what is shown, which drawing does without
  bool counts_given = false;  // how many points the axes have was asked for; else a kind may take what suits it
};

/// A picture ready to be drawn, what it shows in words, and what there is to say beside it.
struct Picture {
  Drawing drawing;
  PictureFacts facts;
  Notes notes;

  /// Whether the view had no point to show, as the notes say: there is nothing to draw.
  bool is_empty() const { return drawing.frames.empty(); }
};

struct PictureKind {
  bool (*shows)(const Scene& scene);
  /// Errors: kUsage for ranges too wide or too narrow to be drawn.
  Picture (*compose)(const Scene& scene, const Terminal& terminal);
  /// Likewise in characters, none where there is nothing to draw; null where this kind has no such picture.
  TextPicture (*compose_text)(const Scene& scene, const TextScreen& screen);
};

/// All kinds; the first that shows a scene is its kind.
std::span<const PictureKind> picture_kinds();

/// Requires: a view of one to three axes; of two where the style asks for a surface.
const PictureKind& kind_of(const Scene& scene);

}  // namespace gradfield
