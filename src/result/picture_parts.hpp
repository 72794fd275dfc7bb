// What pictures of all kinds begin with, and what is said beside them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "plot/arrows/arrow_lengths.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/curve/sampled_curves.hpp"
#include "plot/gnuplot/terminals.hpp"
#include "plot/sheet/picture_style.hpp"
#include "request/request.hpp"
#include "request/slice.hpp"

namespace gradfield {

/// What can be drawn of the grid: one to three axes. Errors: kUsage where there are more, or too many points.
Slice read_slice(const Request& request);

/// The looks of a picture of this slice on a page of `terminal`. Errors: those of read_style() for the options alone.
PictureStyle read_style(const Request& request, const Slice& slice, const Options& options, const Terminal& terminal);

/// What there is to say beside a picture.
using Notes = std::vector<std::string>;

/// Of points without an arrow, among all.
Notes notes_on_arrows(std::size_t not_finite, std::size_t all);

/// And of arrows that are cut at the scale's reference, or so short, nearly all of them, that nothing is seen.
Notes notes_on_arrows(const ArrowCounts& arrows, const LengthScale& lengths, const Field& field);

/// Of axes on which a unit is not equally long: `what` is drawn is not perpendicular to what it should be `across`.
std::string unequal_scales_note(const PictureStyle& style, const std::string& what, const std::string& across);

/// Of levels that are asked for and have no line, where `drawn` are those that have.
Notes notes_on_levels(const PictureStyle& style, const std::vector<double>& drawn);

/// Of places and parts of the range without a curve, and of curves that are cut near poles.
Notes notes_on(const SampledCurves& curves, const Axis& axis, bool descent);

}  // namespace gradfield
