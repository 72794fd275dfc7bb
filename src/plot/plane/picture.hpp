// Everything that a picture of a plane field shows, laid out for its page.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "analysis/contours/contours.hpp"
#include "analysis/descent/descent.hpp"
#include "analysis/streams/stream_lines.hpp"
#include "field/view.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/colors/arrow_colors.hpp"
#include "plot/labels/contour_labels.hpp"
#include "plot/sheet/drawing.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/marked_points.hpp"
#include "plot/sheet/notes.hpp"
#include "plot/sheet/sheet.hpp"

namespace gradfield {

/// A pixel of a heat map that an edge runs through: of what is shown, or of colours that jump.
struct EdgePixel {
  std::size_t at;
  Rgb color;     // the mean of what it shows
  double share;  // of its area that shows something
};

/// A heat map: values of a grid that fills the axes, its points the middles of the pixels.
struct HeatLayer {
  Grid grid;
  std::vector<double> values;  // nan where there is nothing to show
  ColorScale scale;
  std::vector<EdgePixel> edges;  // ascending
  ImageHoles holes = ImageHoles::kNone;
  bool turns = false;  // f, within the pixels
};

/// What the colours of stream lines show, a list a line: at its points, and at its heads.
struct StreamShades {
  std::vector<std::vector<double>> points, heads;
};

struct PlanePicture : Sheet {
  Grid grid;
  Field field;
  Page page;
  LengthScale lengths;
  Arrows arrows;
  BetweenArrows between;
  ArrowColors colors;  // of the arrows, or of stream lines
  std::optional<HeatLayer> heat;
  std::vector<LabelledLine> contours;  // in points of the page
  LevelSummary levels;                 // of these
  std::vector<LevelLines> curves;      // of --curve
  std::vector<StreamLine> streams;     // in place of arrows
  StreamShades shades;                 // of these
  double stream_spacing = 0;           // of neighbours, in points of the page
  double without_streams = 0;          // the share of the page on which none found room
  std::vector<MarkedPoint> points_marked;
  Arrows point_arrows;                     // at these
  std::vector<LabelledLine> point_levels;  // through these
  std::vector<DescentPath> paths;
  std::size_t steps_shown = std::numeric_limits<std::size_t>::max();  // of the paths, at most
  ColorBar bar;
  std::vector<KeyRow> key;

  /// What the colour bar shows: the heat map where there is one, else the arrows.
  const ColorScale& bar_scale() const { return heat ? heat->scale : colors.scale; }
};

/// Lays out what there is of the view, whose grid has two axes, for a page of `terminal`.
/// Errors: kUsage for a range too wide or too narrow to be drawn.
PlanePicture compose_plane(const FieldView& view, Field field, const PictureStyle& style, const Terminal& terminal,
                           std::vector<DescentPath> paths = {}, const BetweenArrows& between = {});

/// The grid with as many points as the page shows well: square cells of 24 pixels at least, 20 points along the longer
/// axis at most, 5 along the other at least. Axes of a single point stay. Requires: a grid of two axes.
Grid fit_to_page(Grid grid, const PictureStyle& style, const Terminal& terminal);

/// `has_table`: with the table of the field, which drawing does without.
Drawing draw(const PlanePicture& picture, bool has_table = true);
PictureFacts facts_of(const PlanePicture& picture);
Notes notes_on(const PlanePicture& picture);

}  // namespace gradfield
