#include "analysis/descent/outcome.hpp"

#include <algorithm>

namespace gradfield {
namespace {

using enum Outcome;

// clang-format off
constexpr OutcomeRow kRows[] = {
    {kMinimum, "minimum", ", a minimum", " ends in a minimum", " end in minima", true},
    {kMaximum, "maximum", ", a maximum", " ends in a maximum", " end in maxima", true},
    {kSaddle, "saddle", ", a saddle", " ends in a saddle", " end in saddles", true},
    {kFlat, "flat", ", a flat place", " ends in a flat place", " end in flat places", true},
    {kKink, "kink", ", a kink", " ends in a kink", " end in kinks", true},
    {kNotAtRest, "not at rest", ", not at rest", " is not at rest", " are not at rest", false},
    {kToAndFro, "to and fro", ", to and fro", " goes to and fro", " go to and fro", false},
    {kLeftRegion, "left the region", ", leaves the region", " leaves the region", " leave the region", false},
    {kUndefined, "undefined", ", to a pole or an edge", " ends at a pole or an edge", " end at poles or edges", false},
    {kLeftBox, "left the box", ", leaves the axes", " leaves the axes", " leave the axes", false},
    {kDiverges, "diverges", ", diverges", " diverges", " diverge", false},
};
// clang-format on
static_assert([] {
  for (const OutcomeRow& row : kRows) {
    if (&row - kRows != static_cast<int>(row.outcome)) return false;
  }
  return true;
}());
static_assert(std::size(kRows) == kOutcomes);

}  // namespace

std::span<const OutcomeRow> outcome_rows() { return kRows; }

const OutcomeRow& row_of(Outcome outcome) { return kRows[static_cast<std::size_t>(outcome)]; }

void PathCount::add(std::size_t steps, Outcome outcome) {
  fewest_ = paths_ == 0 ? steps : std::min(fewest_, steps);
  most_ = std::max(most_, steps);
  ++paths_;
  ++counts_[static_cast<std::size_t>(outcome)];
}

std::string PathCount::text(std::initializer_list<Outcome> untold) const {
  std::string text = paths_ == 1 ? "1 path: " + std::to_string(most_) + (most_ == 1 ? " step" : " steps")
                                 : std::to_string(paths_) + " paths: " + std::to_string(fewest_) + " to " +
                                       std::to_string(most_) + " steps";
  for (const OutcomeRow& row : kRows) {
    const std::size_t count = counts_[static_cast<std::size_t>(row.outcome)];
    if (count == 0 || std::ranges::find(untold, row.outcome) != untold.end()) continue;
    text += ", " + std::to_string(count) + std::string(count == 1 ? row.of_one : row.of_many);
  }
  return text;
}

}  // namespace gradfield
