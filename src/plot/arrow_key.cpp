#include "plot/arrow_key.hpp"

#include <algorithm>
#include <string>

#include "table/number.hpp"

namespace gradfield {

std::vector<KeyEntry> arrow_key(const ArrowCounts& counts, const LengthScale& lengths, bool descent, Rgb color,
                                double longest, double cell) {
  const std::string norm = descent ? "|−∇f|" : "|∇f|";
  if (counts.all == 0) return {};
  if (counts.all == counts.dots) return {{KeyMark::kDot, norm + " = 0", color}};
  const std::string rule(lengths.rule->key);
  const bool is_unit = lengths.rule->name == "unit";
  // An arrow longer than this would be the largest thing on the page.
  constexpr double kLargest = 160;
  std::vector<KeyEntry> entries;
  const double length = std::min(longest, kLargest);
  entries.push_back({KeyMark::kArrow,
                     (is_unit ? "any " + norm : norm + " = " + number_text(lengths.reference, 3)) + rule, color, length,
                     cell});
  if (counts.shortened > 0 && !is_unit) {
    const std::string shortened = std::to_string(counts.shortened) + (counts.shortened == 1 ? " arrow" : " arrows");
    entries.push_back({KeyMark::kBrokenArrow, "more than that: " + shortened + ", shortened", color, length, cell});
  }
  return entries;
}

}  // namespace gradfield
