#include "plot/labels/contour_labels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>

#include "plot/labels/level_texts.hpp"
#include "plot/labels/line_map.hpp"
#include "plot/labels/page_line.hpp"

namespace gradfield {
namespace {

// All in points of the page.
constexpr double kPointsPerEm = 16.0 / 12;  // of one typographic point
constexpr double kGapMargin = 4;            // between the text and the line, at both ends
constexpr double kEdgeMargin = 4;           // between the text and the axes
constexpr double kLabelMargin = 5;          // between two texts
constexpr double kAlongLine = 250;          // between labels of one line, along it
constexpr double kSameLevel = 100;          // between labels of one level, as the crow flies
constexpr double kStep = 2;                 // between places that are tried
constexpr double kShortest = 4;             // of a line, in gaps: far more line than label is seen,
constexpr double kMuchLine = 250;           // or so much beside it
constexpr double kFromEnd = 30;             // between a text and the end of its line, where there is a choice
constexpr double kRoom = 10;                // around a text, where lines do not crowd
constexpr double kCrowded = 1;              // how bad a place without it is: as bad as an upright text

// Points of marks (see LineMap) that a label among them may hide on a short line, and on a long one; how bad each is.
constexpr std::size_t kFewHidden = 3, kAnyHidden = static_cast<std::size_t>(-1);
constexpr double kHiding = 0.5;

constexpr double kDigitHeight = 0.73;  // ems, of DejaVu Sans
constexpr double kLineMargin = 2;      // between the text and another line
constexpr double kMarkMargin = 1;      // between the text and a mark
// The line may leave the straight way through a label by this part of the text's height: both ends still meet it.
constexpr double kBend = 0.45;

// A place on a line, and how good it is: the less the better.
struct Place {
  double along;
  TextBox box;
  double badness;
  std::size_t hidden;  // points of marks: see LineMap
};

class Labels {
 public:
  Labels(std::span<const ContourLine> lines, const Page& page, double font_size, const PageMarks& marks,
         std::span<const TextBox> taken)
      : page_(page), em_(font_size * kPointsPerEm), map_(page), marks_(page) {
    for (const TextBox& box : taken) boxes_.push_back({NAN, box});
    for (const std::vector<Point>& mark : marks) {
      std::vector<std::array<double, 2>> points;
      for (const Point point : mark) points.push_back({point.x, point.y});
      marks_.add(PageLine(points, false, page));
    }
    for (const ContourLine& line : lines) {
      lines_.emplace_back(line.points, line.closed, page);
      map_.add(lines_.back());
      if (levels_.empty() || levels_.back() != line.level) levels_.push_back(line.level);
    }
    std::ranges::sort(levels_);
    levels_.erase(std::unique(levels_.begin(), levels_.end()), levels_.end());
    texts_ = level_texts(levels_);
  }

  std::vector<LabelledLine> place(std::span<const ContourLine> lines) {
    // Short lines first: they have less choice.
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return lines_[i].length(); });
    std::vector<LabelledLine> out(lines.size());
    for (const std::size_t i : order) out[i] = label(i, lines[i].level, 0);
    const auto has_label = [&](double level) {
      return std::ranges::any_of(out,
                                 [&](const LabelledLine& line) { return line.level == level && !line.labels.empty(); });
    };
    // Long lines first: there the label takes the least.
    std::ranges::reverse(order);
    for (const std::size_t i : order) {
      if (has_label(lines[i].level)) continue;
      out[i] = label(i, lines[i].level, lines_[i].length() > kMuchLine ? kAnyHidden : kFewHidden);
    }
    return out;
  }

 private:
  struct Taken {
    double level;  // nan: of no line here
    TextBox box;
  };

  // The label's box around this place, if the line is straight enough there.
  std::optional<Place> straight_place(const PageLine& line, double along, double width, double height) const {
    const double gap = width + 2 * kGapMargin;
    const Point a = line.at(along - gap / 2), b = line.at(along + gap / 2);
    const double chord = std::hypot(b.x - a.x, b.y - a.y);
    if (chord < 0.9 * gap) return {};
    Point way{(b.x - a.x) / chord, (b.y - a.y) / chord};
    double least = 0, greatest = 0;  // of the line, beside the chord
    constexpr int kLooks = 8;
    for (int k = 1; k < kLooks; ++k) {
      const Point p = line.at(along + gap * (k / static_cast<double>(kLooks) - 0.5));
      const double beside = (p.y - a.y) * way.x - (p.x - a.x) * way.y;
      least = std::min(least, beside);
      greatest = std::max(greatest, beside);
    }
    if (greatest - least > kBend * height) return {};
    // Half-way between the chord and the line, which is where both seem to go through the text.
    const double shift = (least + greatest) / 2;
    const Point middle{(a.x + b.x) / 2 - shift * way.y, (a.y + b.y) / 2 + shift * way.x};
    const bool is_upright = std::fabs(way.x) < 1e-9;
    if (is_upright ? way.y < 0 : way.x < 0) way = {-way.x, -way.y};
    if (is_upright) way = {0, 1};
    const double bend = (greatest - least) / height;
    const TextBox box{middle, way, width / 2, height / 2};
    const std::size_t hidden = marks_.met(box.grown(kMarkMargin), LineMap::kNoLine, {0, 0});
    return Place{along, box, 3 * bend + std::fabs(way.y), hidden};
  }

  bool is_free(const Place& place, std::size_t number, double level) const {
    for (const Point corner : place.box.grown(0).corners()) {
      if (corner.x < page_.x.begin + kEdgeMargin || corner.x > page_.x.end - kEdgeMargin ||
          corner.y < page_.y.begin + kEdgeMargin || corner.y > page_.y.end - kEdgeMargin) {
        return false;
      }
    }
    const TextBox wide = place.box.grown(kLabelMargin);
    for (const Taken& other : boxes_) {
      if (wide.overlaps(other.box)) return false;
      const double distance =
          std::hypot(place.box.middle.x - other.box.middle.x, place.box.middle.y - other.box.middle.y);
      if (other.level == level && distance < kSameLevel) return false;
    }
    const double half_gap = place.box.half_width + kGapMargin;
    return !map_.meets(place.box.grown(kLineMargin), number, {place.along - half_gap, place.along + half_gap});
  }

  // Where at most so many points of marks are hidden; one label at most where any may be.
  LabelledLine label(std::size_t number, double level, std::size_t most_hidden) {
    const PageLine& line = lines_[number];
    const std::string& text =
        texts_[static_cast<std::size_t>(std::ranges::lower_bound(levels_, level) - levels_.begin())];
    const double width = widest_typeset_label({{level, text}}) * em_, height = kDigitHeight * em_;
    const double gap = width + 2 * kGapMargin;
    LabelledLine out{level, {}, {}};
    std::vector<Stretch> gaps;
    std::vector<Place> places;
    if (line.length() > std::min(kShortest * gap, gap + kMuchLine)) {
      // Pieces of line are left at both ends.
      const double margin = line.is_closed() ? 0 : gap;
      for (double along = margin; along <= line.length() - margin; along += kStep) {
        std::optional<Place> place = straight_place(line, along, width, height);
        if (!place || place->hidden > most_hidden) continue;
        const double half = width / 2 + kRoom + kGapMargin;
        const double from_end = std::min(along, line.length() - along) - width / 2;
        const bool is_at_end = !line.is_closed() && from_end < kFromEnd;
        if (is_at_end || map_.meets(place->box.grown(kRoom), number, {along - half, along + half}))
          place->badness += kCrowded;
        place->badness += kHiding * static_cast<double>(place->hidden);
        places.push_back(*place);
      }
    }
    std::ranges::stable_sort(places, {}, &Place::badness);
    for (const Place& place : places) {
      const bool is_near = std::ranges::any_of(gaps, [&](const Stretch& other) {
        const double way = std::fabs(place.along - (other.begin + other.end) / 2);
        return std::min(way, line.is_closed() ? line.length() - way : way) < kAlongLine;
      });
      if (is_near || !is_free(place, number, level)) continue;
      gaps.push_back({place.along - gap / 2, place.along + gap / 2});
      boxes_.push_back({level, place.box});
      const double angle = std::atan2(place.box.along.y, place.box.along.x) * 180 / std::numbers::pi;
      out.labels.push_back({level, text, place.box.middle, angle, width, height, place.hidden == 0});
      if (most_hidden > 0) break;
    }
    std::ranges::sort(gaps, {}, &Stretch::begin);
    out.pieces = line.without(gaps);
    return out;
  }

  const Page& page_;
  double em_;
  std::vector<PageLine> lines_;
  std::vector<double> levels_;
  std::vector<std::string> texts_;
  LineMap map_, marks_;
  std::vector<Taken> boxes_;
};

}  // namespace

TextBox box_of(const ContourLabel& label) {
  const double angle = label.angle * std::numbers::pi / 180;
  return {label.position, {std::cos(angle), std::sin(angle)}, label.width / 2, label.height / 2};
}

std::vector<LabelledLine> label_contours(std::span<const ContourLine> lines, const Page& page,
                                         std::optional<double> font_size, const PageMarks& marks,
                                         std::span<const TextBox> taken) {
  if (font_size) return Labels(lines, page, *font_size, marks, taken).place(lines);
  std::vector<LabelledLine> bare;
  for (const ContourLine& line : lines) {
    bare.push_back({line.level, PageLine(line.points, line.closed, page).without({}), {}});
  }
  return bare;
}

}  // namespace gradfield
