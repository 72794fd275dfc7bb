#include "analysis/contours/contour_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/contours/chains.hpp"
#include "analysis/contours/contour_sheet.hpp"
#include "analysis/contours/level_edges.hpp"
#include "analysis/contours/line_shape.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

class Tracer {
 public:
  Tracer(ContourSheet& sheet, std::span<const double> levels)
      : sheet_(sheet), edges_(find_level_edges(sheet, levels)), on_edge_(2 * sheet.size(), kNoCrossing) {}

  // The lines of the level of this number.
  std::vector<ContourLine> trace(std::size_t number, double level) {
    level_ = level;
    cross_edges(number);
    const std::vector<Piece> pieces = find_pieces();
    std::vector<LineDraft> drafts;
    for (const Chain& chain : join(pieces, crossings_.size())) {
      LineDraft& draft = drafts.emplace_back(LineDraft{{}, chain.closed});
      for (const std::size_t crossing : chain.points) draft.samples.push_back(crossings_[crossing].at);
    }
    return shape_lines(sheet_, std::move(drafts), level);
  }

 private:
  // A crossing on the way round a cell, and whether f is above the level behind it.
  struct Passage {
    std::size_t crossing;
    bool is_above;
  };

  void cross_edges(std::size_t number) {
    for (const Crossing& crossing : crossings_) on_edge_[crossing.edge] = kNoCrossing;
    crossings_.clear();
    const int at_level = 2 * static_cast<int>(number) + 1;
    const auto add = [&](EdgeNumber edge, const Sample& from, int from_band, const Sample& to, int to_band) {
      if (from_band >= 0 && to_band >= 0 && (from_band - at_level) * (to_band - at_level) < 0)
        crossings_.push_back({edge, from, to, from_band > at_level});
    };
    for (const auto [edge, number_of_spot] : edges_.of_level[number]) {
      const std::size_t first = edge / 2, second = sheet_.next(first, edge % 2);
      const Sample from = sheet_.node(first), to = sheet_.node(second);
      if (number_of_spot == CrossedEdge::kNoSpot) {
        add(edge, from, edges_.bands[first], to, edges_.bands[second]);
      } else {
        const Spot& spot = edges_.spots[number_of_spot];
        add(edge, from, edges_.bands[first], spot.samples[0], spot.bands[0]);
        add(edge, spot.samples[1], spot.bands[1], to, edges_.bands[second]);
      }
    }
    find_crossings(sheet_, crossings_, level_);
    std::erase_if(crossings_, [](const Crossing& crossing) { return !crossing.is_real; });
    for (std::size_t i = crossings_.size(); i > 0; --i)
      on_edge_[crossings_[i - 1].edge] = static_cast<std::uint32_t>(i - 1);
  }

  // The cells beside the crossings, by their lower left nodes.
  std::vector<std::size_t> crossed_cells() const {
    const auto [columns, rows] = sheet_.nodes();
    std::vector<std::size_t> cells;
    for (const Crossing& crossing : crossings_) {
      const std::size_t node = crossing.edge / 2, i = node % columns, j = node / columns;
      const bool is_upright = crossing.edge % 2 != 0;
      if (i + 1 < columns && j + 1 < rows) cells.push_back(node);
      if (is_upright ? i > 0 : j > 0) cells.push_back(is_upright ? node - 1 : node - columns);
    }
    std::ranges::sort(cells);
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    return cells;
  }

  // Counter-clockwise from the lower left node.
  std::vector<Passage> passages_around(std::size_t cell) const {
    std::vector<Passage> passages;
    const std::size_t above = sheet_.next(cell, 1), right = sheet_.next(cell, 0);
    const std::array<std::size_t, 4> edges{2 * cell, 2 * right + 1, 2 * above, 2 * cell + 1};
    for (std::size_t k = 0; k < 4; ++k) {
      if (on_edge_[edges[k]] == kNoCrossing) continue;
      const std::size_t first = on_edge_[edges[k]];
      const bool has_two = first + 1 < crossings_.size() && crossings_[first + 1].edge == edges[k];
      const bool is_forward = k < 2;
      for (int n = 0; n < (has_two ? 2 : 1); ++n) {
        const std::size_t crossing = first + (has_two && (n == 0) != is_forward ? 1 : 0);
        passages.push_back({crossing, crossings_[crossing].starts_above != is_forward});
      }
    }
    return passages;
  }

  // How much both lines turn for the piece between two crossings: the sines, added.
  double misfit(std::size_t a, std::size_t b) const {
    const Sample &from = crossings_[a].at, &to = crossings_[b].at;
    const double x = to.place[0] - from.place[0], y = to.place[1] - from.place[1], length = hypotenuse(x, y);
    double sum = 0;
    for (const Sample* sample : {&from, &to}) {
      const auto [u, v] = sample->slopes;
      sum += std::fabs(x * u + y * v) / (length * hypotenuse(u, v));
    }
    return sum;
  }

  // Where several lines and valleys are in one cell, or one meets a jump, those belong together that lead to each
  // other.
  void connect_aligned(std::vector<Passage> passages, std::vector<Piece>& pieces) const {
    constexpr double kAligned = 1;  // 30 degrees each
    for (double best = 0; passages.size() > 1 && best < kAligned;) {
      best = kAligned;
      std::array<std::size_t, 2> pair{};
      for (std::size_t i = 0; i < passages.size(); ++i) {
        for (std::size_t j = i + 1; j < passages.size(); ++j) {
          const double turn = misfit(passages[i].crossing, passages[j].crossing);
          if (turn >= best || std::isnan(turn)) continue;
          best = turn;
          pair = {i, j};
        }
      }
      if (best == kAligned) return;
      pieces.push_back({passages[pair[0]].crossing, passages[pair[1]].crossing});
      passages.erase(passages.begin() + static_cast<std::ptrdiff_t>(pair[1]));
      passages.erase(passages.begin() + static_cast<std::ptrdiff_t>(pair[0]));
    }
  }

  std::vector<Piece> find_pieces() {
    std::vector<Piece> pieces;
    std::vector<std::array<Passage, 4>> saddles;
    for (const std::size_t cell : crossed_cells()) {
      const std::vector<Passage> around = passages_around(cell);
      if (around.size() == 2) pieces.push_back({around[0].crossing, around[1].crossing});
      if (around.size() == 4) saddles.push_back({around[0], around[1], around[2], around[3]});
      if (around.size() == 3 || around.size() > 4) connect_aligned(around, pieces);
    }
    // Of four crossings the sides between the first two and between the last two are one area if f is on that side in
    // the middle of all.
    std::vector<Sample> middles(saddles.size());
    for (std::size_t i = 0; i < saddles.size(); ++i) {
      for (const Passage& passage : saddles[i]) {
        for (std::size_t k = 0; k < 2; ++k) middles[i].place[k] += crossings_[passage.crossing].at.place[k] / 4;
      }
    }
    sheet_.evaluate(middles);
    for (std::size_t i = 0; i < saddles.size(); ++i) {
      const std::array<Passage, 4>& around = saddles[i];
      const std::size_t first = (middles[i].f > level_) == around[0].is_above ? 1 : 0;
      for (const std::size_t k : {first, first + 2})
        pieces.push_back({around[k].crossing, around[(k + 1) % 4].crossing});
    }
    return pieces;
  }

  static constexpr std::uint32_t kNoCrossing = static_cast<std::uint32_t>(-1);

  ContourSheet& sheet_;
  LevelEdges edges_;
  std::vector<std::uint32_t> on_edge_;  // its first crossing; a second one follows that

  double level_ = 0;
  std::vector<Crossing> crossings_;  // by edge, along each
};

}  // namespace

std::vector<ContourLine> contour_lines(const Grid& grid, const Field& field, std::span<const double> levels,
                                       const Gradient& gradient) {
  std::vector<ContourLine> lines;
  if (grid.axes[0].count < 2 || grid.axes[1].count < 2) return lines;
  ContourSheet sheet(grid, field, gradient);
  Tracer tracer(sheet, levels);
  for (std::size_t k = 0; k < levels.size(); ++k)
    std::ranges::move(tracer.trace(k, levels[k]), std::back_inserter(lines));
  return lines;
}

}  // namespace gradfield
