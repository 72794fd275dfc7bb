// What there is to say beside a picture: what all kinds of picture have in common; each adds its own.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/contours/contours.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/arrows/between_arrows.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

using Notes = std::vector<std::string>;

/// Adds more of them.
void append(Notes& notes, const Notes& more);

/// Of points without an arrow, among all.
Notes notes_on_arrows(std::size_t not_finite, std::size_t all);

/// And of arrows that are cut at the scale's reference, or so short, nearly all of them, that nothing is seen.
Notes notes_on_arrows(const ArrowCounts& arrows, const LengthScale& lengths, const Field& field);

/// Of a field that turns between its arrows; `cure`: what shows it besides narrower ranges.
Notes notes_between(const BetweenArrows& between, const LengthScale& lengths, const std::string& cure);

/// Of f that turns within `parts` of what shows it.
std::string turning_note(const PictureStyle& style, const std::string& parts);

/// Of axes on which a unit is not equally long: `what` is drawn is not perpendicular to what it should be `across`.
std::string unequal_scales_note(const PictureStyle& style, const std::string& what, const std::string& across);

/// Of commands of the user's own for what is not gnuplot's there: axes in space, and a third axis or a view of a plane.
Notes notes_on_commands(const PictureStyle& style, bool in_space);

/// Of levels that are asked for and have no line, and of lines that are far fewer than asked for.
Notes notes_on_levels(const PictureStyle& style, const LevelSummary& levels);

/// Of curves of --curve that are none here.
Notes notes_on_curves(const PictureStyle& style, const std::vector<LevelLines>& curves);

}  // namespace gradfield
