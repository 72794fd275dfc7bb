#include "analysis/contours/touched_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>

#include "analysis/contours/chains.hpp"
#include "analysis/contours/contour_sheet.hpp"

namespace gradfield {
namespace {

// Stages of halving. In each f comes so much nearer to a level that it touches, be it by a root: by a cube root 2^-4.7
// in 14; to one that it only comes near to it does not, not in all of them.
constexpr int kHalvings[] = {8, 14, 14};
constexpr double kNearer[] = {0x1p-1, 0x1p-2, 0x1p-2};
// Where f goes up and down from cell to cell all over the page nobody sees a line.
constexpr std::size_t kMostValleys = 20'000;

std::size_t largest_prime_up_to(std::size_t number) {
  const auto is_prime = [](std::size_t n) {
    for (std::size_t k = 2; k * k <= n; ++k) {
      if (n % k == 0) return false;
    }
    return true;
  };
  while (!is_prime(number)) --number;
  return number;
}

// Of different prime numbers of cells: lines at simple shares of the ranges, and their diagonals, pass no node.
Grid sheet_grid(const ContourRange& x, const ContourRange& y, double cells) {
  constexpr double kFewest = 20;
  const double longest = std::max(x.length, y.length);
  const auto count = [&](const ContourRange& range) {
    return largest_prime_up_to(static_cast<std::size_t>(std::max(cells * range.length / longest, kFewest)));
  };
  const std::size_t columns = count(x);
  std::size_t rows = count(y);
  if (rows == columns) rows = largest_prime_up_to(rows - 1);
  return {{Axis{"", x.low, x.high, columns + 1}, Axis{"", y.low, y.high, rows + 1}}};
}

// An edge with a valley or a ridge between its nodes that may touch a level.
struct Valley {
  std::size_t edge;  // twice the number of its lower or left node, plus 1 where it is upright
  std::size_t level;
  double off;  // how far f was from it before a stage
};

class Toucher {
 public:
  Toucher(ContourSheet& sheet, std::span<const double> levels) : sheet_(sheet), levels_(levels) {
    find_valleys();
    if (valleys_.size() > kMostValleys) valleys_.clear();
    stretches_.clear();
    for (const Valley& valley : valleys_) stretches_.push_back(ends_of(valley.edge));
    for (std::size_t stage = 0; stage < std::size(kHalvings); ++stage) narrow(kHalvings[stage], kNearer[stage]);
  }

  void add_lines(std::size_t level, std::vector<ContourLine>& lines) const {
    std::vector<std::array<double, 2>> places;
    std::vector<std::size_t> numbers(3 * sheet_.size(), kNone);  // of the places on edges, and after them of nodes
    const auto add = [&](std::size_t at, const Sample& sample) {
      if (numbers[at] != kNone) return;
      numbers[at] = places.size();
      places.push_back(sample.place);
    };
    for (std::size_t k = 0; k < valleys_.size(); ++k) {
      if (valleys_[k].level == level) add(valleys_[k].edge, stretches_[k][0]);
    }
    if (places.empty()) return;
    std::vector<Piece> pieces;
    const auto [columns, rows] = sheet_.nodes();
    for (std::size_t j = 0; j + 1 < rows; ++j) {
      for (std::size_t i = 0; i + 1 < columns; ++i) {
        const std::size_t cell = j * columns + i, right = cell + 1, above = cell + columns;
        const std::array<std::size_t, 4> edges{2 * cell, 2 * right + 1, 2 * above, 2 * cell + 1};
        std::vector<std::size_t> touched;
        for (const std::size_t edge : edges) {
          if (numbers[edge] != kNone) touched.push_back(numbers[edge]);
        }
        if (touched.size() == 2) pieces.push_back({touched[0], touched[1]});
        if (touched.size() == 4) {  // two lines that cross
          pieces.push_back({touched[0], touched[2]});
          pieces.push_back({touched[1], touched[3]});
        }
        if (touched.size() != 1) continue;
        if (const std::optional<std::size_t> corner =
                corner_at_level({cell, right, above, above + 1}, levels_[level])) {
          add(2 * sheet_.size() + *corner, sheet_.node(*corner));
          pieces.push_back({touched[0], numbers[2 * sheet_.size() + *corner]});
        }
      }
    }
    for (const Chain& chain : join(pieces, places.size())) {
      constexpr std::size_t kFewest = 3;  // less is smaller than a cell
      if (chain.points.size() < kFewest) continue;
      ContourLine& line = lines.emplace_back(ContourLine{levels_[level], {}, chain.closed});
      for (const std::size_t point : chain.points) line.points.push_back(sheet_.in_data(places[point]));
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  Stretch ends_of(std::size_t edge) const {
    return {sheet_.node(edge / 2), sheet_.node(sheet_.next(edge / 2, edge % 2))};
  }

  void find_valleys() {
    const auto [columns, rows] = sheet_.nodes();
    for (std::size_t node = 0; node < sheet_.size(); ++node) {
      if (node % columns + 1 < columns) look_at(2 * node);
      if (node / columns + 1 < rows) look_at(2 * node + 1);
    }
  }

  void look_at(std::size_t edge) {
    const auto [start, end] = ends_of(edge);
    const double from = start.slopes[edge % 2], to = end.slopes[edge % 2];
    const bool is_valley = from < 0 && to > 0;
    if (!is_valley && !(from > 0 && to < 0)) return;
    // With the steeper slope half a cell leads to the tip of a kink or a smooth valley; to that of a cusp, so many
    // cells: of an n-th root n / 2.
    constexpr double kCusp = 4;
    const double furthest = kCusp * std::max(std::fabs(from), std::fabs(to));
    const double low = is_valley ? std::min(start.f, end.f) - furthest : std::max(start.f, end.f);
    const double high = is_valley ? std::min(start.f, end.f) : low + furthest;
    for (auto level = std::ranges::lower_bound(levels_, low); level != levels_.end() && *level <= high; ++level) {
      valleys_.push_back({edge, static_cast<std::size_t>(level - levels_.begin()),
                          std::max(std::fabs(start.f - *level), std::fabs(end.f - *level))});
    }
  }

  // Halves the stretches towards the bottom, and keeps those where f is so much nearer to its level then.
  void narrow(int halvings, double nearer_by) {
    halve(sheet_, stretches_, halvings, [](const Stretch& stretch, const Sample& middle) {
      const std::size_t axis = stretch[0].place[0] == stretch[1].place[0] ? 1 : 0;
      return (middle.slopes[axis] > 0) == (stretch[0].slopes[axis] > 0);
    });
    std::vector<Valley> valleys;
    std::vector<Stretch> stretches;
    for (std::size_t k = 0; k < valleys_.size(); ++k) {
      const auto& [edge, number, off] = valleys_[k];
      const double level = levels_[number];
      auto& [nearer, other] = stretches_[k];
      if (!(std::fabs(nearer.f - level) <= std::fabs(other.f - level))) std::swap(nearer, other);
      const double left = std::fabs(other.f - level);  // the nearer one may be so by chance
      if (!(left <= nearer_by * off + sheet_.rounding(other, level))) continue;
      valleys.push_back({edge, number, left});
      stretches.push_back(stretches_[k]);
    }
    valleys_ = std::move(valleys);
    stretches_ = std::move(stretches);
  }

  std::optional<std::size_t> corner_at_level(const std::array<std::size_t, 4>& corners, double level) const {
    for (const std::size_t corner : corners) {
      const Sample node = sheet_.node(corner);
      if (std::fabs(node.f - level) <= sheet_.rounding(node, level)) return corner;
    }
    return {};
  }

  ContourSheet& sheet_;
  std::span<const double> levels_;
  std::vector<Valley> valleys_;
  std::vector<Stretch> stretches_;  // of each; after all the first is where it touches its level
};

}  // namespace

std::vector<ContourLine> touched_lines(const ContourRange& x, const ContourRange& y, double cells,
                                       std::span<const double> levels, const FieldView& view) {
  const Grid grid = sheet_grid(x, y, cells);
  const Field field = view.sample(grid);
  ContourSheet sheet(grid, field, *view.gradient());
  const Toucher toucher(sheet, levels);
  std::vector<ContourLine> lines;
  for (std::size_t level = 0; level < levels.size(); ++level) toucher.add_lines(level, lines);
  return lines;
}

}  // namespace gradfield
