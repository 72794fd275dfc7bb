#include "analysis/contours/line_shape.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/geometry.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

// All lengths in cells.
constexpr double kSamePoint = 1e-7;  // where a line passes a node, each edge there has its crossing
constexpr double kSpeck = 1;         // what is left of a line beside a pole or a jump
// The eye sees no corner where a line turns by less than so many radians (3 degrees): the chord then leaves its arc by
// 0.006 of its length.
constexpr double kSmoothTurn = 0.05;
constexpr int kMostInserted = 12;  // between two points, for a line that turns about in one cell
// A line that leaves the chord at more than this angle (60 degrees) is not made round.
constexpr double kKink = 1.05;
// Where a line turns by more than this in a cell it gets a point more: a corner, or the tip of a narrow valley.
constexpr double kSharpTurn = 0.3;
constexpr double kOnLevel = 0.01;                // how far that may be off the level
constexpr double kFarCorner = 4, kFarTip = 1.5;  // where it is looked for
// Steps along the tangent from a loose end, halved each time: across a cell in all, the last a hundredth.
constexpr double kFirstStep = 0.75;
constexpr int kSteps = 8;
constexpr double kOnTrack = 0.25;  // how far the level may be off that way

Point way_between(const Sample& a, const Sample& b) { return {b.place[0] - a.place[0], b.place[1] - a.place[1]}; }
double distance(const Sample& a, const Sample& b) {
  return std::max(std::fabs(a.place[0] - b.place[0]), std::fabs(a.place[1] - b.place[1]));
}

// Of the gradient.
double steepness(const Sample& sample) { return hypotenuse(sample.slopes[0], sample.slopes[1]); }

// Along the line, to the side of `way`; null where the slopes do not tell.
Point tangent(const Sample& sample, Point way) {
  const double norm = steepness(sample);
  if (!(norm > 0) || !std::isfinite(norm)) return {};
  const Point along{-sample.slopes[1] / norm, sample.slopes[0] / norm};
  return dot(along, way) < 0 ? Point{-along.x, -along.y} : along;
}

// The way from a to b on a line, their neighbours beyond both.
struct Turn {
  Point chord, from, to;  // from and to: the tangents at both ends
  double at_from, at_to;  // angles between tangent and chord

  Turn(const Sample& before, const Sample& a, const Sample& b, const Sample& after)
      : chord(way_between(a, b)),
        from(tangent(a, way_between(before, b))),
        to(tangent(b, way_between(a, after))),
        at_from(angle(from, chord)),
        at_to(angle(chord, to)) {}

  static double angle(Point a, Point b) { return std::atan2(cross(a, b), dot(a, b)); }
  double all() const { return std::fabs(at_from) + std::fabs(at_to); }
};

// Places on the cubic from a to b with their tangents (Hermite's), evenly along it.
std::vector<std::array<double, 2>> rounded(const Sample& a, const Turn& turn, int count) {
  std::vector<std::array<double, 2>> places;
  const double length = hypotenuse(turn.chord.x, turn.chord.y);
  for (int i = 1; i <= count; ++i) {
    const double t = i / (count + 1.0), rest = 1 - t;
    const double ends = t * t * (1 + 2 * rest), start = t * rest * rest * length, end = -t * t * rest * length;
    places.push_back({a.place[0] + turn.chord.x * ends + turn.from.x * start + turn.to.x * end,
                      a.place[1] + turn.chord.y * ends + turn.from.y * start + turn.to.y * end});
  }
  return places;
}

// Where a turn is a corner or the tip of a narrow valley the line passes between the middle of its chord and the place
// where the tangents meet, or what lies ahead where they do not.
std::optional<Stretch> sharp(const Sample& a, const Turn& turn) {
  if (!(std::fabs(turn.at_from + turn.at_to) > kSharpTurn)) return {};
  const Sample middle{{a.place[0] + turn.chord.x / 2, a.place[1] + turn.chord.y / 2}, 0, {}};
  const double sine = cross(turn.from, turn.to);
  const double ahead = cross(turn.chord, turn.to) / sine, behind = cross(turn.from, turn.chord) / sine;
  if (ahead > 0 && behind > 0 && ahead < kFarCorner && behind < kFarCorner)
    return Stretch{middle, {{a.place[0] + ahead * turn.from.x, a.place[1] + ahead * turn.from.y}, 0, {}}};
  const Point way{turn.from.x - turn.to.x, turn.from.y - turn.to.y};
  const double length = hypotenuse(way.x, way.y) / kFarTip;
  return Stretch{middle, {{middle.place[0] + way.x / length, middle.place[1] + way.y / length}, 0, {}}};
}

// Moves a sample along its gradient to the level.
void move_to_level(Sample& sample, double level) {
  const double norm = steepness(sample), off = (level - sample.f) / norm;
  for (std::size_t k = 0; k < 2; ++k) sample.place[k] += off * (sample.slopes[k] / norm);
}

void drop_repeated(LineDraft& draft) {
  const auto is_same = [](const Sample& a, const Sample& b) { return distance(a, b) <= kSamePoint; };
  draft.samples.erase(std::unique(draft.samples.begin(), draft.samples.end(), is_same), draft.samples.end());
  if (draft.closed && draft.samples.size() > 1 && is_same(draft.samples.front(), draft.samples.back()))
    draft.samples.pop_back();
}

bool is_line(const LineDraft& draft) {
  if (draft.closed) return draft.samples.size() > 2;
  return std::ranges::any_of(draft.samples,
                             [&](const Sample& sample) { return distance(draft.samples.front(), sample) >= kSpeck; });
}

// A loose end on its way.
struct End {
  Sample last;
  Point way;
};

// Lines end where a cell has no crossing to go on to; the jump or the edge of the domain is somewhere in it.
void extend(ContourSheet& sheet, std::vector<LineDraft>& drafts, double level) {
  std::vector<End> ends;
  for (const LineDraft& draft : drafts) {
    if (draft.closed) continue;
    const std::vector<Sample>& samples = draft.samples;
    ends.push_back({samples.front(), way_between(samples[1], samples.front())});
    ends.push_back({samples.back(), way_between(samples[samples.size() - 2], samples.back())});
  }
  std::vector<Sample> tries(ends.size());
  for (int step = 0; step < kSteps; ++step) {
    const double length = std::ldexp(kFirstStep, -step);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const Point along = tangent(ends[i].last, ends[i].way);
      tries[i].place = {ends[i].last.place[0] + length * along.x, ends[i].last.place[1] + length * along.y};
    }
    sheet.evaluate(tries);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      Sample& next = tries[i];
      if (!(std::fabs(level - next.f) < kOnTrack * length * steepness(next))) continue;
      move_to_level(next, level);
      if (sheet.contains(next.place)) ends[i] = {next, way_between(ends[i].last, next)};
    }
  }
  std::size_t next = 0;
  for (LineDraft& draft : drafts) {
    if (draft.closed) continue;
    draft.samples.insert(draft.samples.begin(), ends[next++].last);
    draft.samples.push_back(ends[next++].last);
    drop_repeated(draft);
  }
}

// Visits neighbours on a line, with the turn between them: (place of the first among the samples, the two, turn).
template <typename Visit>
void for_each_turn(const LineDraft& draft, Visit&& visit) {
  const std::vector<Sample>& samples = draft.samples;
  const std::size_t count = samples.size();
  for (std::size_t i = 0; i + (draft.closed ? 0 : 1) < count; ++i) {
    const Sample &a = samples[i], &b = samples[(i + 1) % count];
    const Sample& before = i > 0 ? samples[i - 1] : draft.closed ? samples.back() : a;
    const Sample& after = i + 2 < count || draft.closed ? samples[(i + 2) % count] : b;
    visit(i, a, b, Turn(before, a, b, after));
  }
}

// A place that is on the level at once is a corner, where the slopes tell nothing; others are found by bisection.
void sharpen(ContourSheet& sheet, std::vector<LineDraft>& drafts, double level) {
  struct Place {
    std::size_t line, before;
    double near;  // as f is at a corner, by the slopes beside it
  };
  std::vector<Place> places;
  std::vector<Stretch> stretches;
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    for_each_turn(drafts[k], [&](std::size_t i, const Sample& a, const Sample& b, const Turn& turn) {
      const std::optional<Stretch> found = sharp(a, turn);
      if (!found) return;
      places.push_back({k, i, kOnLevel * std::min(steepness(a), steepness(b))});
      stretches.push_back(*found);
    });
  }
  std::vector<Sample> firsts, corners, halfway;
  for (const auto& [a, b] : stretches) {
    firsts.push_back(a);
    corners.push_back(b);
    halfway.push_back({{(a.place[0] + b.place[0]) / 2, (a.place[1] + b.place[1]) / 2}, 0, {}});
  }
  for (std::vector<Sample>* samples : {&firsts, &corners, &halfway}) sheet.evaluate(*samples);
  for (std::size_t i = 0; i < places.size(); ++i) stretches[i] = {firsts[i], corners[i]};
  halve(sheet, stretches, kSteps,
        [&](const Stretch& stretch, const Sample& middle) { return (middle.f > level) == (stretch[0].f > level); });
  for (std::size_t i = places.size(); i-- > 0;) {
    const auto [line, before, near] = places[i];
    Sample tip = stretches[i][1];
    if (std::fabs(corners[i].f - level) <= near) {
      if (std::fabs(halfway[i].f - level) <= near / 4) continue;  // f is flat there
      tip = {corners[i].place, level, {}};
    } else if (std::fabs(tip.f - level) <= kOnLevel * steepness(tip)) {
      move_to_level(tip, level);
    } else {
      continue;
    }
    std::vector<Sample>& samples = drafts[line].samples;
    samples.insert(samples.begin() + static_cast<std::ptrdiff_t>(before) + 1, tip);
  }
}

// A kink has no turn to speak of at one end; what turns all at once is not made round.
bool is_round(const Turn& turn) {
  const double all = turn.all();
  return all > kSmoothTurn && std::fabs(turn.at_from) < kKink && std::fabs(turn.at_to) < kKink &&
         !(all > kSharpTurn && std::fabs(turn.at_from - turn.at_to) > all / 2);
}

}  // namespace

std::vector<ContourLine> shape_lines(ContourSheet& sheet, std::vector<LineDraft> drafts, double level) {
  std::ranges::for_each(drafts, drop_repeated);
  std::erase_if(drafts, [](const LineDraft& draft) { return !is_line(draft); });
  extend(sheet, drafts, level);
  for (int round = 0; round < 2; ++round) sharpen(sheet, drafts, level);
  std::vector<ContourLine> lines;
  for (const LineDraft& draft : drafts) {
    ContourLine& line = lines.emplace_back(ContourLine{level, {}, draft.closed});
    for_each_turn(draft, [&](std::size_t, const Sample& a, const Sample&, const Turn& turn) {
      line.points.push_back(sheet.in_data(a.place));
      if (!is_round(turn)) return;
      const int count = std::min(static_cast<int>(turn.all() / kSmoothTurn), kMostInserted);
      for (const std::array<double, 2>& place : rounded(a, turn, count)) line.points.push_back(sheet.in_data(place));
    });
    if (!draft.closed) line.points.push_back(sheet.in_data(draft.samples.back().place));
  }
  return lines;
}

}  // namespace gradfield
