#include "plot/sheet/color_bar.hpp"

#include <algorithm>

#include "base/numbers/number.hpp"
#include "plot/look/palettes.hpp"

namespace gradfield {
namespace {

// In points of the page; an em of the 12 point font takes 16.
constexpr double kEm = 16, kBesideTics = 12;
constexpr double kEdge = 12;       // free at the edge of the page
constexpr double kLabelRoom = 24;  // above a bar
constexpr double kBeside = 10;     // a label that is long stands so far from the tics

double width_with_tics(const ColorBar& bar) { return kBarWidth + kBesideTics + widest_typeset_label(bar.tics) * kEm; }

// A long one would reach over the axes.
bool is_above(const ColorBar& bar) {
  constexpr double kFewEms = 6;
  return bar.label_width <= kFewEms;
}

double bar_top(const ColorBar& bar, const Page& page) { return page.y.end - (is_above(bar) ? kLabelRoom : 0); }

constexpr int kLowerTip = kFirstOfBar, kHigherTip = kFirstOfBar + 1;

// A bar ends in a tip where there are values beyond it. From `base` to `end`, in points of the page.
void write_bar_tip(std::ostream& script, int number, Rgb color, const Page& page, double base, double end) {
  // No gap between it and the bar.
  const double within = base + (base < end ? -0.4 : 0.4), middle = (page.bar_begin + page.bar_end) / 2;
  const auto corner = [&](double x, double y) {
    return "screen " + number_text(x / page.width, 6) + "," + number_text(y / page.height, 6);
  };
  const std::string start = corner(page.bar_begin, within);
  script << "set object " << number << " polygon from " << start << " to " << corner(page.bar_end, within) << " to "
         << corner(middle, end) << " to " << start << " fillcolor rgb \"" << hex_text(color)
         << "\" fillstyle solid noborder\n";
}

}  // namespace

double bar_room(const ColorBar& bar) {
  const double tics = width_with_tics(bar);
  return (is_above(bar) ? std::max(tics, bar.label_width * kEm) : tics + kBeside + kEm) + kEdge;
}

std::optional<Words> bar_label(const ColorBar& bar, const Page& page, Rgb text) {
  if (bar.tics.empty()) return std::nullopt;
  const double half = bar.label_width * kEm / 2;
  const double middle = (page.bar_begin + page.bar_end) / 2;
  if (!is_above(bar)) {
    const double beside = page.bar_begin + width_with_tics(bar) + kBeside + kEm / 2;
    return Words{bar.label, {beside, (page.y.begin + page.y.end) / 2}, 0, 12, text, 90};
  }
  return Words{bar.label, {std::max(middle, page.bar_begin + half), page.y.end - kEm / 2}, 0, 12, text};
}

void write_color_bar(std::ostream& script, const ColorScale& scale, const ColorBar& bar, const Page& page,
                     const Lettering& lettering) {
  // Without a bar too: what is drawn may still take its colours from the scale.
  if (!scale.colors.empty()) {
    script << "set palette defined (";
    for (std::size_t i = 0; i < scale.colors.size(); ++i) {
      script << (i > 0 ? ", " : "") << i << " \"" << hex_text(scale.colors[i]) << '"';
    }
    script << ")\nset cbrange [0:1]\n";
  }
  if (bar.tics.empty()) {
    script << "unset colorbox\n";
    return;
  }
  const double tip = 0.75 * (page.bar_end - page.bar_begin), end = bar_top(bar, page);
  const double bottom = page.y.begin + (scale.has_lower() ? tip : 0), top = end - (scale.has_higher() ? tip : 0);
  if (scale.has_lower()) write_bar_tip(script, kLowerTip, color_at(scale.colors, 0), page, bottom, page.y.begin);
  if (scale.has_higher()) write_bar_tip(script, kHigherTip, color_at(scale.colors, 1), page, top, end);
  script << "set colorbox vertical user origin screen " << number_text(page.bar_begin / page.width, 6) << ","
         << number_text(bottom / page.height, 6) << " size screen "
         << number_text((page.bar_end - page.bar_begin) / page.width, 6) << ","
         << number_text((top - bottom) / page.height, 6) << " noborder\n"
         << "set cbtics " << tic_list(bar.tics, lettering.terminal, [&](double value) { return scale.share(value); })
         << '\n';
}

}  // namespace gradfield
