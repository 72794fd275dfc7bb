#include "plot/sheet/arrow_key.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/numbers/number.hpp"
#include "plot/look/tics.hpp"

namespace gradfield {
namespace {

// Three digits, without the zeros of C's exponents: "4130", "9.49e-9".
std::string round_text(double value) {
  constexpr double kLeastPlain = 1e-4, kMostPlain = 1e6;
  constexpr int kDigits = 3;
  if (value >= kLeastPlain && value < kMostPlain) {
    double rounded = 0;
    read_number(number_text(value, kDigits), rounded);
    return number_text(rounded);
  }
  std::string text = number_text(value, kDigits);
  const std::size_t e = text.find('e');
  if (e == std::string::npos) return text;
  const bool is_negative = text[e + 1] == '-';
  const std::size_t digit = std::min(text.find_first_not_of("+-0", e + 1), text.size() - 1);
  return text.substr(0, e) + (is_negative ? "e-" : "e") + text.substr(digit);
}

}  // namespace

std::vector<KeyEntry> arrow_key(const ArrowCounts& counts, const LengthScale& lengths, Rgb color, double longest,
                                double cell) {
  const std::string& norm = lengths.name;
  if (counts.all == 0) return {{KeyMark::kDot, "no point is finite", color}};
  if (counts.all == counts.dots) return {{KeyMark::kDot, norm + " = 0", color}};
  const std::string rule(lengths.rule->key);
  const bool is_unit = lengths.rule->name == "unit";
  // An arrow longer than this would be the largest thing on the page; a shorter one is not seen to be an arrow.
  constexpr double kLargest = 160, kLeast = 9;
  std::vector<KeyEntry> entries;
  const double times = std::max(std::ceil(kLeast / longest), 1.0), part = std::max(std::ceil(longest / kLargest), 1.0);
  const double length = times * longest / part;
  cell *= times / part;
  const std::string enlarged = times > 1  ? ", here " + number_text(times) + " times as long"
                               : part > 1 ? ", here 1/" + number_text(part) + " as long"
                                          : "";
  entries.push_back(
      {KeyMark::kArrow,
       (is_unit ? "any " + norm : norm + " = " + typeset_label(round_text(lengths.reference))) + rule + enlarged, color,
       length, cell});
  if (counts.shortened > 0) {
    const std::string shortened = std::to_string(counts.shortened) + (counts.shortened == 1 ? " arrow" : " arrows");
    entries.push_back({KeyMark::kBrokenArrow, "more than that: " + shortened + ", shortened", color, length, cell});
  }
  return entries;
}

}  // namespace gradfield
