#include "plot/sheet/key.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/numbers/number.hpp"
#include "plot/arrows/arrows.hpp"
#include "plot/look/tics.hpp"
#include "plot/look/typeset.hpp"

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

// In points of the page. The words are set in 10 point type, of which an em takes 13.3.
constexpr double kFontSize = 10, kEm = kFontSize * 16 / 12;
constexpr double kRowHeight = 20, kAfterMark = 7, kBetween = 26;
constexpr double kLine = 22, kRing = 10, kStrip = 64, kStripHeight = 10;
constexpr double kMargin = 12;  // free on either side of the page

double mark_width(const KeyEntry& entry) {
  switch (entry.mark) {
    case KeyMark::kNone:
      return 0;
    case KeyMark::kArrow:
    case KeyMark::kBrokenArrow:
      return entry.length;
    case KeyMark::kLine:
    case KeyMark::kBrokenLine:
    case KeyMark::kDottedLine:
    case KeyMark::kDashDotLine:
      return kLine;
    case KeyMark::kColors:
      return kStrip;
    default:
      return kRing;
  }
}

double width_of(const KeyEntry& entry) { return mark_width(entry) + kAfterMark + markup_width(entry.words) * kEm; }

double width_of(const KeyRow& row) {
  double width = 0;
  for (const KeyEntry& entry : row) width += (width > 0 ? kBetween : 0) + width_of(entry);
  return width;
}

std::vector<Point> dash_from(double begin, double end) {
  return {{begin, 0.9}, {end, 0.9}, {end, -0.9}, {begin, -0.9}, {begin, 0.9}};
}

// A line of so many dashes, evenly spaced.
std::vector<std::vector<Point>> dashes_of(int count, double dash) {
  const double step = count > 1 ? (kLine - dash) / (count - 1) : 0;
  std::vector<std::vector<Point>> dashes;
  for (int k = 0; k < count; ++k) dashes.push_back(dash_from(k * step - kLine / 2, k * step - kLine / 2 + dash));
  return dashes;
}

// A strip of so many colours side by side, each as far as the end: the next one lies on it, so that nothing shows
// between them.
std::vector<std::vector<Point>> strip_of(std::size_t count) {
  std::vector<std::vector<Point>> parts;
  for (std::size_t k = 0; k < count; ++k) {
    const double begin = (static_cast<double>(k) / static_cast<double>(count) - 0.5) * kStrip, end = kStrip / 2;
    const double top = kStripHeight / 2;
    parts.push_back({{begin, top}, {end, top}, {end, -top}, {begin, -top}, {begin, top}});
  }
  return parts;
}

// The mark as polygons about its middle, in points of the page.
std::vector<std::vector<Point>> shape_of(const KeyEntry& entry) {
  switch (entry.mark) {
    case KeyMark::kArrow:
    case KeyMark::kBrokenArrow:
      return arrow_shape(entry.length, entry.cell, entry.mark == KeyMark::kBrokenArrow);
    case KeyMark::kLine:
      return dashes_of(1, kLine);
    case KeyMark::kBrokenLine:
      return dashes_of(2, 0.4 * kLine);
    case KeyMark::kDottedLine:
      return dashes_of(4, 0.15 * kLine);
    case KeyMark::kDashDotLine:
      return {dash_from(-0.5 * kLine, -0.2 * kLine), dash_from(-0.06 * kLine, 0.06 * kLine),
              dash_from(0.2 * kLine, 0.5 * kLine)};
    case KeyMark::kRing:
    case KeyMark::kDisk:
      return {circle_shape(kRing / 2)};
    case KeyMark::kDiamond:
      return {circle_shape(kRing / 2, 4)};
    case KeyMark::kDot:
      return {circle_shape(1.5)};
    case KeyMark::kColors:
      return strip_of(entry.colors.size());
    case KeyMark::kShape:
    case KeyMark::kNone:
      break;
  }
  return {};
}

// The entries; of one that is wider than the page, what stands behind a comma as an entry without a mark.
std::vector<KeyEntry> broken_at_commas(const std::vector<KeyEntry>& entries, double width) {
  std::vector<KeyEntry> parts;
  for (KeyEntry entry : entries) {
    while (width_of(entry) > width) {
      KeyEntry rest{KeyMark::kNone, "", entry.color};
      while (width_of(entry) > width) {
        const std::size_t comma = entry.words.rfind(", ");
        if (comma == std::string::npos) break;
        rest.words = entry.words.substr(comma + 2) + (rest.words.empty() ? "" : ", ") + rest.words;
        entry.words.resize(comma);
      }
      if (rest.words.empty()) break;
      parts.push_back(std::exchange(entry, rest));
    }
    parts.push_back(entry);
  }
  return parts;
}

std::vector<KeyRow> rows_within(const std::vector<KeyEntry>& entries, double width) {
  std::vector<KeyRow> rows;
  for (const KeyEntry& entry : entries) {
    if (!rows.empty() && width_of(rows.back()) + kBetween + width_of(entry) <= width) {
      rows.back().push_back(entry);
    } else {
      rows.push_back({entry});
    }
  }
  return rows;
}

}  // namespace

std::vector<KeyEntry> arrow_key(const ArrowCounts& counts, const LengthScale& lengths, Rgb color, double longest,
                                double cell) {
  const std::string& norm = lengths.name;
  if (counts.all == 0) return {{KeyMark::kDot, "no point is finite", color}};
  if (counts.all == counts.dots) return {{KeyMark::kDot, norm + " = 0", color}};
  const std::string rule(lengths.rule->key);
  const bool is_unit = lengths.rule->shortest == 1;
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
  if (lengths.rule->shortest > 0 && !is_unit) {
    entries.push_back({KeyMark::kArrow, typeset_label(round_text(lengths.reach)) + " or less", color,
                       lengths.rule->shortest * length, cell});
  }
  if (counts.shortened > 0) {
    const std::string shortened = std::to_string(counts.shortened) + (counts.shortened == 1 ? " arrow" : " arrows");
    entries.push_back({KeyMark::kBrokenArrow, "more than that: " + shortened + ", shortened", color, length, cell});
  }
  return entries;
}

KeyEntry color_key(const ColorScale& scale, Rgb color) {
  constexpr std::size_t kColors = 32;  // steps that are not seen
  const auto end_text = [](double value, bool goes_on, const char* beyond) {
    return typeset_label(round_text(value)) + (goes_on ? beyond : "");
  };
  std::string words = scale.label + " from " + end_text(scale.low(), scale.has_lower(), " or less") + " to " +
                      end_text(scale.high(), scale.has_higher(), " or more");
  if (scale.gradation.growth == &kRoot) words += ", colour as its root";
  if (scale.gradation.growth == &kLogarithmic) words += ", colour as its logarithm";
  KeyEntry entry{KeyMark::kColors, std::move(words), color};
  for (std::size_t k = 0; k < kColors; ++k) {
    entry.colors.push_back(color_at(scale.colors, static_cast<double>(k) / (kColors - 1)));
  }
  return entry;
}

std::vector<KeyEntry> key_between(const BetweenArrows& between, const LengthScale& lengths, Rgb color) {
  if (!between.turns) return {};
  const std::string words = "the field turns between the arrows, " + lengths.name + " up to ";
  return {{KeyMark::kDot, words + typeset_label(round_text(between.greatest)), color}};
}

KeyEntry turning_key(const std::string& name, const std::string& parts, Rgb color) {
  return {KeyMark::kDot, name + " turns within " + parts + ", which do not show it", color};
}

std::vector<KeyRow> arrange_key(const std::vector<KeyEntry>& all, double width) {
  // As narrow as the rows can be without one more: a last row of one short entry looks lost.
  constexpr double kStep = 4;
  width -= 2 * kMargin;
  const std::vector<KeyEntry> entries = broken_at_commas(all, width);
  std::vector<KeyRow> rows = rows_within(entries, width);
  while (rows.size() > 1) {
    width -= kStep;
    std::vector<KeyRow> narrower = rows_within(entries, width);
    const bool fits = std::ranges::all_of(narrower, [&](const KeyRow& row) { return width_of(row) <= width; });
    if (narrower.size() > rows.size() || !fits) return rows;
    rows = std::move(narrower);
  }
  return rows;
}

double key_height(const std::vector<KeyRow>& rows) { return kRowHeight * static_cast<double>(rows.size()); }

int write_key(std::ostream& script, const std::vector<KeyRow>& rows, int number, const Page& page, Rgb text,
              const Lettering& lettering) {
  const auto screen = [&](double x, double y) {
    return "screen " + number_text(x / page.width, 6) + "," + number_text(y / page.height, 6);
  };
  double y = page.key_top - kRowHeight / 2;
  for (const KeyRow& row : rows) {
    // Centred below the axes, but on the page.
    const double width = width_of(row), middle = (page.x.begin + page.x.end) / 2;
    double x = std::max(std::min(middle - width / 2, page.width - width - kMargin), kMargin);
    for (const KeyEntry& entry : row) {
      const double center = x + mark_width(entry) / 2;
      std::vector<std::vector<Point>> pieces = shape_of(entry);
      if (!entry.on_line.empty()) pieces.push_back(entry.on_line);
      for (std::size_t k = 0; k < pieces.size(); ++k) {
        const std::vector<Point>& piece = pieces[k];
        script << "set object " << number++ << " polygon";
        for (std::size_t i = 0; i < piece.size(); ++i) {
          script << (i == 0 ? " from " : " to ") << screen(center + piece[i].x, y + piece[i].y);
        }
        const std::string color = "rgb \"" + hex_text(entry.colors.empty() ? entry.color : entry.colors[k]) + "\"";
        if (entry.mark == KeyMark::kRing || entry.mark == KeyMark::kDiamond) {
          script << " fillstyle empty border linecolor " << color << " linewidth 1.5\n";
        } else {
          script << " fillstyle solid noborder fillcolor " << color << '\n';
        }
      }
      script << "set label " << number++ << ' ' << text_clause(entry.words, true, lettering.terminal) << " at "
             << screen(x + mark_width(entry) + kAfterMark, y) << " left font \","
             << number_text(kFontSize * lettering.scale(), 3) << "\" textcolor rgb \"" << hex_text(text) << "\"\n";
      x += width_of(entry) + kBetween;
    }
    y -= kRowHeight;
  }
  return number;
}

}  // namespace gradfield
