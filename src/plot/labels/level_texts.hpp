// What contour lines are labelled with.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace gradfield {

/// A text for each of `levels`, plain as a tic's: as few digits, three or more where there are as many, as show each to
/// a hundredth of its distance from the others; in plain form, or all with exponents where that is shorter. Where all
/// are long and share a short number, that and what each has more: "1", "1+2e-13". Requires: finite levels, each once.
std::vector<std::string> level_texts(std::span<const double> levels);

}  // namespace gradfield
