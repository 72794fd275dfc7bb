// The picture of a function of one variable: f and its derivative over the same axis, and paths down on the curve of f.
#pragma once

#include <vector>

#include "analysis/curves/sampled_curves.hpp"
#include "analysis/descent/descent.hpp"
#include "field/view.hpp"
#include "plot/curve/tangents.hpp"
#include "plot/files/recipe.hpp"
#include "plot/sheet/drawing.hpp"
#include "plot/sheet/notes.hpp"

namespace gradfield {

struct CurvesPicture : Sheet, SampledCurves {
  Page page;
  Axis axis;
  Scale right;                // the slope's own axis, where it has one
  std::vector<Curve> others;  // of --curve, on the axis of f
  std::vector<Tangent> tangents;
  std::vector<MarkedPoint> points_marked;  // of the tangents with a number
  std::vector<DescentPath> paths;
  std::vector<KeyRow> key;
};

/// Which curves a style asks for, and how much of them.
CurveWish curve_wish(const PictureStyle& style);

/// The second functions of --curve, each a curve on the axis of f, which grows so that they are seen.
std::vector<Curve> sample_others(const PictureStyle& style, SampledCurves& curves);

/// Samples f along the view's one axis, finer than the eye can see however many points the axis has, and lays it out.
/// `paths`: of one variable.
CurvesPicture compose_curves(const FieldView& view, const PictureStyle& style, const Terminal& terminal,
                             std::vector<DescentPath> paths = {});

Drawing draw(const CurvesPicture& picture);
PictureFacts facts_of(const CurvesPicture& picture);

/// Of second functions without a curve.
Notes notes_on_others(const PictureStyle& style, const std::vector<Curve>& others);

/// Of places and parts of the range without a curve, and of curves that are cut near poles.
Notes notes_on(const SampledCurves& curves, const Axis& axis, const PictureStyle& style);

}  // namespace gradfield
