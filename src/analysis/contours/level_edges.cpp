#include "analysis/contours/level_edges.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

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
    narrow_bends();
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

  // Where the slopes at both nodes point to a valley or a ridge between them, and f may go beyond a level there.
  void look_for_bend(EdgeNumber edge, const Sample& start, const Sample& end) {
    const std::size_t axis = edge % 2;
    const double from = start.slopes[axis], to = end.slopes[axis];
    if (!((from < 0 && to > 0) || (from > 0 && to < 0))) return;
    // It goes no further than the tangents do, where they meet; a cusp as that of the square root twice as far.
    const double change = end.f - start.f, meeting = (change - to) / (from - to);
    if (!(meeting > 0 && meeting < 1)) return;
    const double tip = start.f + 2 * meeting * from;
    const auto [low, high] =
        from < 0 ? std::pair(tip, std::min(start.f, end.f)) : std::pair(std::max(start.f, end.f), tip);
    const auto beyond = std::ranges::upper_bound(levels_, low);
    if (beyond != levels_.end() && *beyond < high) bends_.push_back(edge);
  }

  std::vector<Stretch> stretches_of(std::span<const EdgeNumber> edges) const {
    std::vector<Stretch> stretches;
    for (const EdgeNumber edge : edges)
      stretches.push_back({sheet_.node(edge / 2), sheet_.node(sheet_.next(edge / 2, edge % 2))});
    return stretches;
  }

  // Finds the bottom of valleys and the top of ridges, where the slope along the edge changes its sign.
  void narrow_bends() {
    std::vector<Stretch> stretches = stretches_of(bends_);
    halve(sheet_, stretches, kNarrowings, [](const Stretch& stretch, const Sample& middle) {
      const std::size_t axis = stretch[0].place[0] == stretch[1].place[0] ? 1 : 0;
      return (middle.slopes[axis] > 0) == (stretch[0].slopes[axis] > 0);
    });
    for (std::size_t k = 0; k < bends_.size(); ++k) {
      const auto& [a, b] = stretches[k];
      const bool is_valley = a.slopes[bends_[k] % 2] < 0;
      const Sample& further = (a.f < b.f) == is_valley ? a : b;
      out_.spots.push_back({bends_[k], {further, further}});
    }
  }

  // Finds jumps and the edge of the domain between two nodes.
  void narrow_breaks() {
    const bool are_many = breaks_.size() > kMostBreaks;
    const std::vector<Stretch> whole = stretches_of(breaks_);
    std::vector<Stretch> stretches = whole;
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
  std::vector<EdgeNumber> bends_, breaks_;
};

}  // namespace

LevelEdges find_level_edges(ContourSheet& sheet, std::span<const double> levels) {
  return Finder(sheet, levels).find();
}

}  // namespace gradfield
