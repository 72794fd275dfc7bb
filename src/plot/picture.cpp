#include "plot/picture.hpp"

#include <algorithm>
#include <cmath>

#include "base/spelling.hpp"
#include "plot/typeset.hpp"

namespace gradfield {
namespace {

// In points of the page, for the 12 point font.
constexpr double kLetterWidth = 9;
constexpr double kLetterHeight = 16;
constexpr double kOuter = 14;  // white at the edges

// Distance of grid points; for a single point that of the other axis, or one that suits the magnitude of the place.
double cell_of(const Axis& axis, const Axis& other) {
  if (axis.count > 1) return (axis.max / 2 - axis.min / 2) / static_cast<double>(axis.count - 1) * 2;
  const double magnitude = axis.largest_magnitude();
  if (other.count > 1 && cell_of(other, axis) > 1e-6 * magnitude) return cell_of(other, axis);
  const double larger = std::max(magnitude, other.count > 1 ? 0 : other.largest_magnitude());
  return larger > 0 ? larger / 10 : 1;
}

// The range of an axis with half a cell at both ends; around a single point enough for axes of equal scale.
Scale padded(const Axis& axis, const Axis& other) {
  constexpr double kLargest = 1.7e308;
  Scale scale;
  scale.cell = cell_of(axis, other);
  double pad = scale.cell / 2;
  if (axis.count == 1 && other.count > 1 && scale.cell == cell_of(other, axis)) {
    pad = std::max(pad, static_cast<double>(other.count) * scale.cell / 6);
  }
  scale.low = std::max(axis.min - pad, -kLargest);
  scale.high = std::min(axis.max + pad, kLargest);
  return scale;
}

// The text of a title given by the person: its own lines, long ones broken at blanks.
std::vector<std::string> wrapped_lines(const std::string& text, std::size_t most) {
  constexpr std::size_t kMostLines = 4;
  std::vector<std::string> lines;
  std::string rest = text;
  while (lines.size() < kMostLines) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string line = printable(rest.substr(0, end));
    rest.erase(0, std::min(end + 1, rest.size()));
    if (column_width(line) > most) {
      const std::string start = shortened(line, most + 3);
      std::size_t cut = start.size() - 3;
      const std::size_t blank = line.rfind(' ', cut);
      if (blank != std::string::npos && blank > 0 && lines.size() + 1 < kMostLines) {
        rest.insert(0, line.substr(blank + 1) + (rest.empty() ? "" : "\n"));
        line.erase(blank);
      } else {
        line = shortened(line, most);
      }
    }
    lines.push_back(line);
    if (rest.empty()) break;
  }
  return lines;
}

Title make_title(const Grid& grid, const PictureStyle& style, double width) {
  constexpr double kLargest = 13, kSmallest = 9;
  const auto letters_at = [&](double size) { return width / (kLetterWidth * size / 12); };
  Title title;
  if (style.title) {
    title.lines = 0;
    for (const std::string& line : wrapped_lines(*style.title, static_cast<std::size_t>(letters_at(kLargest)))) {
      title.text += (title.lines++ > 0 ? "\n" : "") + line;
    }
    return title;
  }
  std::string names;
  for (const Axis& axis : grid.axes) names += (names.empty() ? "" : ", ") + escape_enhanced(axis.name);
  const std::string front = std::string(style.descent ? "−" : "") + "∇f,  f(" + names + ") = ";
  const double front_width = static_cast<double>(column_width(front));
  const Typeset formula = typeset_formula(style.expression, letters_at(kSmallest) - front_width);
  title.enhanced = true;
  title.text = front + formula.markup;
  const double letters = front_width + formula.width;
  title.font_size = std::clamp(kLargest * letters_at(kLargest) / letters, kSmallest, kLargest);
  return title;
}

// How many tics stand well on this length, and then those tics; labels side by side need room for their width.
void choose_tics_for(Scale& scale, double length, bool side_by_side) {
  int most = std::max(2, static_cast<int>(length / 60) + 1);
  scale.tics = choose_tics(scale.low, scale.high, most);
  while (side_by_side && most > 2 &&
         (widest_typeset_label(scale.tics) + 2) * static_cast<double>(scale.tics.size()) * kLetterWidth > length) {
    scale.tics = choose_tics(scale.low, scale.high, --most);
  }
}

}  // namespace

Page lay_out(const Grid& grid, const PictureStyle& style, PageSize points, const std::vector<Tic>& bar_tics) {
  Page page;
  page.width = points.width;
  page.height = points.height;
  page.x = padded(grid.axes[0], grid.axes[1]);
  page.y = padded(grid.axes[1], grid.axes[0]);
  page.has_bar = !bar_tics.empty();

  // The room that words need around the axes.
  const double bar_gap = 18, bar_width = 18;
  const double bar_labels = widest_typeset_label(bar_tics) * kLetterWidth;
  const double right = kOuter + (page.has_bar ? bar_gap + bar_width + 12 + bar_labels + kLetterHeight + 14 : 12);
  const auto left_for = [](const std::vector<Tic>& tics) {
    return kOuter + kLetterHeight + 14 + widest_typeset_label(tics) * kLetterWidth + 8;
  };
  // The title stands over the middle of the axes, so the nearer edge of the page bounds it.
  choose_tics_for(page.y, page.height, false);
  const double middle = (left_for(page.y.tics) + page.width - right) / 2;
  page.title = make_title(grid, style, 2 * (std::min(middle, page.width - middle) - kOuter / 2));
  const double top = kOuter + page.title.lines * kLetterHeight * 1.3 + 16;
  const double bottom = kOuter + 2 * kLetterHeight + 26;
  const double height = std::max(page.height - top - bottom, page.height / 4);
  const double x_range = page.x.high - page.x.low, y_range = page.y.high - page.y.low;
  page.equal_aspect = x_range <= 4 * y_range && y_range <= 4 * x_range;
  double box_width = page.width, box_height = height;
  // Labels beside the tics take room from the box, whose height decides on the tics: a second round settles it.
  for (int round = 0; round < 2; ++round) {
    choose_tics_for(page.y, box_height, false);
    const double left = left_for(page.y.tics);
    const double width = std::max(page.width - left - right, page.width / 4);
    box_width = width;
    box_height = height;
    if (page.equal_aspect) {
      const double points_per_unit = std::min(width / x_range, height / y_range);
      box_width = points_per_unit * x_range;
      box_height = points_per_unit * y_range;
    }
    page.x.begin = left + (width - box_width) / 2;
    page.x.end = page.x.begin + box_width;
    page.y.begin = bottom + (height - box_height) / 2;
    page.y.end = page.y.begin + box_height;
  }
  page.bar_begin = page.x.end + bar_gap;
  page.bar_end = page.bar_begin + bar_width;
  choose_tics_for(page.x, box_width, true);
  return page;
}

}  // namespace gradfield
