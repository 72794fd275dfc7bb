// Which colours areas have: of heat maps and of surfaces.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "field/sample.hpp"
#include "plot/arrows/color_scale.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

/// f at the points of the field, or the length of its gradient; nan where f is not finite.
std::vector<double> values_of(const Field& field, bool by_norm);

/// Whether values of f are better seen as their logarithms: they have one sign and span three decades, and are no hill
/// (or well) on a plain, of which nothing but the plain would be seen.
bool spans_decades(const Field& field);

/// A palette's colours as they suit what is drawn on.
using PaletteColors = std::function<std::vector<Rgb>(const Palette& palette)>;

/// The scale of areas that show a field's values, or its norms as `lengths` say, in the style's colours and by its
/// wish. By default values of both signs have a diverging palette whose middle is zero, where each is at least a
/// quarter of the other; a diverging palette that is asked for ends where values do. Without a range where they are all
/// alike. `more`: values besides.
ColorScale area_scale(const PictureStyle& style, const Field& field, const LengthScale* lengths,
                      const PaletteColors& colors, std::span<const double> more = {});

}  // namespace gradfield
