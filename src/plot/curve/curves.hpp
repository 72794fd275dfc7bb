// The picture of a function of one variable: f and its derivative over the same axis, and paths down on the curve of f.
#pragma once

#include <ostream>
#include <vector>

#include "analysis/descent/descent.hpp"
#include "field/grid/grid.hpp"
#include "plot/curve/sampled_curves.hpp"
#include "plot/look/page.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/sheet.hpp"

namespace gradfield {

struct CurvesPicture : Sheet, SampledCurves {
  Page page;
  Axis axis;
  Scale right;  // the slope's own axis, where it has one
  std::vector<DescentPath> paths;
  std::vector<KeyRow> key;
};

/// Samples f along `axis`, finer than the eye can see however many points the axis has, and lays it out.
/// `access`: to a field of one variable; f is nan where it is not to be shown. `paths`: of one variable.
CurvesPicture compose_curves(const Axis& axis, const PictureStyle& style, const Terminal& terminal,
                             const FieldAccess& access, std::vector<DescentPath> paths = {});

void write_script(std::ostream& script, const CurvesPicture& picture, const Terminal& terminal);

}  // namespace gradfield
