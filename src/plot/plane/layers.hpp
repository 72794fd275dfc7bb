// What is drawn between the axes of a plane: one row a layer. A new layer is a row, and its functions in a file.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "plot/plane/picture.hpp"
#include "plot/sheet/facts.hpp"

namespace gradfield {

/// A layer as a part of a drawing.
struct LayerMarks {
  std::vector<DataBlock> blocks;
  std::vector<std::string> plots;  // the lowest first
  std::vector<Words> words = {};
};

struct Layer {
  bool (*is_shown)(const PlanePicture& picture);
  LayerMarks (*draw)(const PlanePicture& picture);
  /// Makes what it shows, once the page stands; null: there is nothing to make.
  void (*make)(PlanePicture& picture, const FieldView& view) = nullptr;
  /// Adds what it shows to the facts, and what there is to say of it; shown or not. Null: nothing.
  void (*tell)(const PlanePicture& picture, PictureFacts& facts) = nullptr;
  Notes (*notes)(const PlanePicture& picture) = nullptr;
  bool is_subject = false;  // it is what the picture is of: told first
  bool grows = false;       // its data change from frame to frame of a moving picture
};

/// All layers, the lowest first.
std::span<const Layer> layers();

/// The layers, each in the file of its name.
extern const Layer kHeatLayer, kContourLayer, kCurveLayer, kArrowLayer, kStreamLayer, kPathLayer, kPointLayer,
    kCriticalLayer;

/// Takes from the page what axes of equal scale leave of it, where that is much. What stands on it is to be laid out
/// again.
void cut_to_content(PlanePicture& picture, const Terminal& terminal);

/// The heat map of a picture whose ranges stand, and its scale; coarse, for the size of the page may still change.
HeatLayer make_heat(const PlanePicture& picture, const FieldView& view);

/// The pixels of a heat map on its page, so many to a point of it.
Grid heat_grid(const PlanePicture& picture, double pixels_per_point);

/// Samples a heat map of a picture again, so finely. Returns the field on its pixels.
Field sample_heat(HeatLayer& heat, const PlanePicture& picture, const FieldView& view, double pixels_per_point);

/// Whether some of its pixels show nothing.
bool has_blanks(const HeatLayer& heat);

/// The colour of a value that is shown.
Rgb heat_color(const HeatLayer& heat, double value);

/// Finds the pixels at the edge of what is shown, and where colours jump, and what they show.
///
/// Method: f at 16 points of each, no two in one column or row of a sixteenth (J. Hammersley's), so that an edge along
/// an axis has as many shades as any other; fewer where there are so many such pixels that it would take long.
void smooth_edges(HeatLayer& heat, const PlanePicture& picture, const FieldView& view);

/// How far around coloured things over a heat map the page's colour reaches, in points of the page: what can be seen on
/// the page can then be seen there.
inline constexpr double kCasing = 0.8;

/// Makes the level lines through them, of a picture whose page stands and has its curves. Labels of other levels are
/// to find theirs.
void make_point_levels(PlanePicture& picture, const FieldView& view);

/// What labels of levels keep clear of: all that is drawn as lines and arrows.
PageMarks marks_on(const PlanePicture& picture);

/// Makes the stream lines of a picture whose page stands.
void make_streams(PlanePicture& picture, const FieldView& view);

/// Makes the curves of --curve of a picture whose page stands.
void make_curves(PlanePicture& picture);

/// Colours the stream lines of a picture by what is met along them: they pass where no arrow would stand.
/// `ground`: below them.
void shade_streams(PlanePicture& picture, const FieldView& view, const ArrowGround& ground);

/// Why a picture of stream lines has none; empty where it has some.
std::string no_streams_text(const PlanePicture& picture);

}  // namespace gradfield
