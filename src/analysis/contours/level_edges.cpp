#include "analysis/contours/level_edges.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace gradfield {
namespace {

constexpr int kNoSide = -1;   // at a level all around
constexpr int kOutside = -2;  // f is not finite

// A function as steep as its values say has, at one of both ends, at least this part of the mean slope: the cube root
// has a third of it.
constexpr double kFlat = 0.3;
// Where f jumps, this part of the change between two nodes is left when all but a 256th of the way between them is
// taken off: its steps are far less than a pixel.
constexpr double kLeftAtJump = 0.5;
constexpr int kNarrowings = 8;
// As many edges as give as much to evaluate as a sheet of 400 x 400. Where f jumps or ends here and there all over the
// page nobody sees where.
constexpr std::size_t kMostBreaks = 20'000;

// Where the cubic through two values with slopes (times the length) to opposite sides has its extremum.
double extreme_of_cubic(double a, double b, double from, double to) {
  // v(t) = a + from t + p t^2 + q t^3; v'(t) = 0. The slopes differ in sign, so one root lies between.
  const double p = 3 * (b - a) - 2 * from - to, q = 2 * (a - b) + from + to;
  double low = 0, high = 1;
  for (int i = 0; i < 12; ++i) {  // far nearer than the cubic itself is
    const double t = low / 2 + high / 2;
    ((from + t * (2 * p + 3 * q * t) > 0) == (from > 0) ? low : high) = t;
  }
  return low;
}

class Finder {
 public:
  Finder(ContourSheet& sheet, std::span<const double> levels) : sheet_(sheet), levels_(levels) {
    out_.of_level.resize(levels.size());
  }

  LevelEdges find() {
    set_bands();
    const auto [columns, rows] = sheet_.nodes();
    for (std::size_t j = 0, node = 0; j < rows; ++j) {
      for (std::size_t i = 0; i < columns; ++i, ++node) {
        if (i + 1 < columns) look_at(static_cast<EdgeNumber>(2 * node), node, node + 1);
        if (j + 1 < rows) look_at(static_cast<EdgeNumber>(2 * node + 1), node, node + columns);
      }
    }
    evaluate_bends();
    narrow_breaks();
    for (std::size_t k = 0; k < out_.spots.size(); ++k) cross_beside(out_.spots[k], static_cast<std::uint32_t>(k));
    for (std::vector<CrossedEdge>& edges : out_.of_level) std::ranges::sort(edges, {}, &CrossedEdge::edge);
    return std::move(out_);
  }

 private:
  int band_of(const Sample& sample) const {
    if (!std::isfinite(sample.f)) return kOutside;
    const auto next = std::ranges::lower_bound(levels_, sample.f);
    const auto below = static_cast<int>(next - levels_.begin());
    if (next != levels_.end() && *next - sample.f <= sheet_.rounding(sample, *next)) return 2 * below + 1;
    if (below > 0 && sample.f - next[-1] <= sheet_.rounding(sample, next[-1])) return 2 * below - 1;
    return 2 * below;
  }

  void set_bands() {
    std::vector<std::size_t> at_level;
    out_.bands.resize(sheet_.size());
    for (std::size_t node = 0; node < sheet_.size(); ++node) {
      out_.bands[node] = band_of(sheet_.node(node));
      if (out_.bands[node] > 0 && out_.bands[node] % 2 != 0) at_level.push_back(node);
    }
    std::vector<int> decided;
    for (const std::size_t node : at_level) decided.push_back(band_by_neighbours(node));
    for (std::size_t k = 0; k < at_level.size(); ++k) out_.bands[at_level[k]] = decided[k];
  }

  int band_by_neighbours(std::size_t node) const {
    const auto [columns, rows] = sheet_.nodes();
    const std::size_t i = node % columns, j = node / columns;
    const int band = out_.bands[node];
    bool has_below = false;
    for (std::size_t b = j - (j > 0); b <= std::min(j + 1, rows - 1); ++b) {
      for (std::size_t a = i - (i > 0); a <= std::min(i + 1, columns - 1); ++a) {
        const int other = out_.bands[b * columns + a];
        if (other > band) return band + 1;
        has_below = has_below || (other >= 0 && other < band);
      }
    }
    return has_below ? band - 1 : kNoSide;
  }

  // Adds the edge to the levels between two bands.
  void cross(int from, int to, EdgeNumber edge, std::uint32_t spot) {
    for (int k = (std::min(from, to) + 1) / 2; k < std::max(from, to) / 2; ++k) {
      std::vector<CrossedEdge>& edges = out_.of_level[static_cast<std::size_t>(k)];
      if (edges.empty() || spot == CrossedEdge::kNoSpot || edges.back().spot != spot) edges.push_back({edge, spot});
    }
  }

  void cross_beside(Spot& spot, std::uint32_t number) {
    const std::size_t first = spot.edge / 2, second = sheet_.next(first, spot.edge % 2);
    for (std::size_t k = 0; k < 2; ++k) {
      const int node = out_.bands[k == 0 ? first : second], band = spot.bands[k] = band_of(spot.samples[k]);
      if (node >= 0 && band >= 0) cross(node, band, spot.edge, number);
    }
  }

  void look_at(EdgeNumber edge, std::size_t first, std::size_t second) {
    const int from = out_.bands[first], to = out_.bands[second];
    if (from < 0 && to < 0) return;
    const Sample start = sheet_.node(first), end = sheet_.node(second);
    if (from == kOutside || to == kOutside) {
      breaks_.push_back(edge);
    } else if (from >= 0 && to >= 0) {
      const std::size_t axis = edge % 2;
      const double change = end.f - start.f, largest = kFlat * std::fabs(change);
      const double at_start = start.slopes[axis], at_end = end.slopes[axis];
      if (change > 0 ? at_start < largest && at_end < largest : -at_start < largest && -at_end < largest) {
        breaks_.push_back(edge);
      } else {
        cross(from, to, edge, CrossedEdge::kNoSpot);
        look_for_bend(edge, start, end);
      }
    }
  }

  // Where f is convex or concave between two nodes and at least its tangents meet beyond a level, two places may show
  // how far f goes: the extremum of the cubic where f is smooth, and the place where the tangents meet where it is not.
  void look_for_bend(EdgeNumber edge, const Sample& start, const Sample& end) {
    const std::size_t axis = edge % 2;
    const double from = start.slopes[axis], to = end.slopes[axis];
    if (!((from < 0 && to > 0) || (from > 0 && to < 0))) return;
    const double change = end.f - start.f, meeting = (change - to) / (from - to), tip = start.f + meeting * from;
    if (!(meeting > 0 && meeting < 1)) return;
    const auto [low, high] = std::minmax(start.f, end.f);
    const auto beyond = from < 0 ? std::ranges::upper_bound(levels_, tip) : std::ranges::upper_bound(levels_, high);
    if (beyond == levels_.end() || *beyond >= (from < 0 ? low : tip)) return;
    Spot& bend = bends_.emplace_back(Spot{edge, {start, start}});
    bend.samples[0].place[axis] += extreme_of_cubic(start.f, end.f, from, to);
    bend.samples[1].place[axis] += meeting;
  }

  // Keeps of the two places of a bend the one where f goes further.
  void evaluate_bends() {
    std::vector<Sample> samples;
    for (const Spot& bend : bends_) samples.insert(samples.end(), bend.samples.begin(), bend.samples.end());
    sheet_.evaluate(samples);
    for (std::size_t k = 0; k < bends_.size(); ++k) {
      const bool is_valley = sheet_.node(bends_[k].edge / 2).slopes[bends_[k].edge % 2] < 0;
      const Sample &one = samples[2 * k], &other = samples[2 * k + 1];
      const Sample& further = is_valley == (other.f < one.f) ? other : one;
      out_.spots.push_back({bends_[k].edge, {further, further}});
    }
  }

  // Finds jumps and the edge of the domain between two nodes.
  void narrow_breaks() {
    const bool are_many = breaks_.size() > kMostBreaks;
    std::vector<Stretch> stretches;
    for (const EdgeNumber edge : breaks_)
      stretches.push_back({sheet_.node(edge / 2), sheet_.node(sheet_.next(edge / 2, edge % 2))});
    const std::vector<Stretch> whole = stretches;
    halve(sheet_, stretches, are_many ? 0 : kNarrowings, [](const Stretch& stretch, const Sample& middle) {
      const double a = stretch[0].f, b = stretch[1].f;
      return std::isfinite(a) && std::isfinite(b) ? std::fabs(middle.f - a) < std::fabs(middle.f - b)
                                                  : std::isfinite(middle.f) == std::isfinite(a);
    });
    for (std::size_t k = 0; k < breaks_.size(); ++k) {
      const auto change = [](const Stretch& stretch) { return std::fabs(stretch[1].f - stretch[0].f); };
      if (!are_many && !(change(stretches[k]) < kLeftAtJump * change(whole[k]))) {  // or one is not finite
        out_.spots.push_back({breaks_[k], stretches[k]});
      } else {
        const std::size_t first = breaks_[k] / 2, second = sheet_.next(first, breaks_[k] % 2);
        if (out_.bands[first] >= 0 && out_.bands[second] >= 0)
          cross(out_.bands[first], out_.bands[second], breaks_[k], CrossedEdge::kNoSpot);
      }
    }
  }

  ContourSheet& sheet_;
  std::span<const double> levels_;
  LevelEdges out_;
  std::vector<Spot> bends_;  // two places to look at each
  std::vector<EdgeNumber> breaks_;
};

}  // namespace

LevelEdges find_level_edges(ContourSheet& sheet, std::span<const double> levels) {
  return Finder(sheet, levels).find();
}

}  // namespace gradfield
