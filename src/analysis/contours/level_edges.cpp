#include "analysis/contours/level_edges.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace gradfield {
namespace {

// A crossing is found when the next step would be shorter than this part of a cell: Newton's method then comes to
// within its square.
constexpr double kShortestStep = 1e-3;
constexpr double kLeftAtRoot = 0.01;  // and when this part of the value at the ends is left
// Bisection alone then has shrunk the stretch to a 4096th of itself.
constexpr int kMostRounds = 12;
// So many rounds are given to a function that only looks like a pole or a jump.
constexpr int kRoundsBeforeJump = 3;
// Where f takes the level its values at both sides then have come together: as slowly as those of the tenth root, say.
constexpr double kTogether = 0.5;
// A function as steep as its values say has, at one of both ends or between, at least this part of the mean slope: the
// cube root has a third of it; a step or the noise of roundings has none anywhere.
constexpr double kFlat = 0.3;

// A crossing on its way: the root lies between `low` and `high`, parts of the stretch.
struct Search {
  Crossing* crossing;
  double low = 0, high = 1, part = 0.5;
  double f_low, f_high, largest;  // f - level at both, and the larger of the first magnitudes
  bool is_done = false;
};

std::array<double, 2> place_on(const Crossing& crossing, double part) {
  std::array<double, 2> place;
  for (std::size_t k = 0; k < 2; ++k) {
    const double from = crossing.from.place[k], to = crossing.to.place[k];
    place[k] = part < 0.5 ? from + part * (to - from) : to - (1 - part) * (to - from);
  }
  return place;
}

double slope_along(const Sample& sample, const Crossing& crossing) {
  const std::size_t axis = crossing.edge % 2;
  return sample.slopes[axis] * (crossing.to.place[axis] - crossing.from.place[axis]);
}

// Where the cubic through both values with both slopes is nearly 0: a step of Newton's from the chord's root.
double first_guess(const Search& search) {
  const Crossing& crossing = *search.crossing;
  const double a = search.f_low, b = search.f_high, t = a / (a - b);
  const double from = slope_along(crossing.from, crossing), to = slope_along(crossing.to, crossing);
  const double rest = 1 - t;
  const double value = a * (1 + 2 * t) * rest * rest + b * (1 + 2 * rest) * t * t + t * rest * (from * rest - to * t);
  const double slope = 6 * (b - a) * t * rest + from * rest * (1 - 3 * t) + to * t * (3 * t - 2);
  const double next = t - value / slope;
  return next > 0 && next < 1 ? next : t > 0 && t < 1 ? t : 0.5;
}

// Whether f changes from end to end while it is flat at both and between.
bool is_step(const Crossing& crossing) {
  const double change = std::fabs(crossing.to.f - crossing.from.f);
  return std::ranges::all_of(std::array{&crossing.from, &crossing.at, &crossing.to}, [&](const Sample* sample) {
    return std::fabs(slope_along(*sample, crossing)) < kFlat * change;
  });
}

// Narrows the search by f at its part of the stretch, which the crossing's `at` has.
void narrow(Search& search, double level, int round) {
  Crossing& crossing = *search.crossing;
  const double value = crossing.at.f - level;
  search.is_done = true;
  if (!std::isfinite(value)) return;
  crossing.is_real = value == 0 && !is_step(crossing);
  if (value == 0) return;
  const bool is_low_side = (value < 0) == (search.f_low < 0);
  (is_low_side ? search.low : search.high) = search.part;
  (is_low_side ? search.f_low : search.f_high) = value;
  double next = search.part - value / slope_along(crossing.at, crossing);
  const bool is_within = next > search.low && next < search.high;
  const double left = kLeftAtRoot * search.largest + 4 * std::numeric_limits<double>::epsilon() * std::fabs(level);
  if (is_within && std::fabs(next - search.part) < kShortestStep && std::fabs(value) <= left) {
    crossing.is_real = true;
    crossing.at.place = place_on(crossing, next);
  } else if (round == kMostRounds) {
    // Halves, should the difference overflow.
    crossing.is_real = std::fabs(search.f_high / 2 - search.f_low / 2) <
                       kTogether * std::fabs(crossing.to.f / 2 - crossing.from.f / 2);
  } else if (round >= kRoundsBeforeJump &&
             (std::min(std::fabs(search.f_low), std::fabs(search.f_high)) > search.largest || is_step(crossing))) {
    return;
  } else {
    // Every other round halves, should Newton's method come nearer from one side alone.
    search.part = is_within && round % 2 == 0 ? next : search.low / 2 + search.high / 2;
    search.is_done = false;
  }
}

constexpr int kNoSide = -1;   // at a level all around
constexpr int kOutside = -2;  // f is not finite

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
    if (has_below) return band - 1;
    const Sample sample = sheet_.node(node);
    const double level = levels_[static_cast<std::size_t>(band / 2)];
    return climbs_from(sample, level) ? sample.f < level ? band - 1 : band + 1 : kNoSide;
  }

  // Whether the slopes at a node would take f away from a level on the way over the sheet: it is at the level all
  // around since f has no digits there to tell more, as 1e9+x*1e-6, and is no plateau.
  bool climbs_from(const Sample& sample, double level) const {
    const auto [columns, rows] = sheet_.nodes();
    return std::fabs(sample.slopes[0]) * static_cast<double>(columns) +
               std::fabs(sample.slopes[1]) * static_cast<double>(rows) >
           4 * sheet_.rounding(sample, level);
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

void find_crossings(ContourSheet& sheet, std::span<Crossing> crossings, double level) {
  std::vector<Search> searches;
  std::vector<Crossing*> at_level;  // at both ends: nothing tells a crossing from noise but the others
  for (Crossing& crossing : crossings) {
    const double f_low = crossing.from.f - level, f_high = crossing.to.f - level;
    const bool at_from = std::fabs(f_low) <= sheet.rounding(crossing.from, level);
    const bool at_to = std::fabs(f_high) <= sheet.rounding(crossing.to, level);
    crossing.at = at_from && (!at_to || crossing.starts_above) ? crossing.from : crossing.to;
    if (at_from && at_to) {
      at_level.push_back(&crossing);
      // Where f has no digits to tell where; on a plateau at one of both.
      const double change = crossing.to.f - crossing.from.f, part = -f_low / change;
      if (part > 0 && part < 1) crossing.at.place = place_on(crossing, part);
    } else if (at_from || at_to) {
      crossing.is_real = !is_step(crossing);
    } else {
      searches.push_back({&crossing, 0, 1, 0.5, f_low, f_high, std::max(std::fabs(f_low), std::fabs(f_high))});
      searches.back().part = first_guess(searches.back());
    }
  }
  std::vector<Sample> samples;
  for (int round = 0; round <= kMostRounds && !searches.empty(); ++round) {
    samples.resize(searches.size());
    for (std::size_t i = 0; i < searches.size(); ++i)
      samples[i].place = place_on(*searches[i].crossing, searches[i].part);
    sheet.evaluate(samples);
    for (std::size_t i = 0; i < searches.size(); ++i) {
      searches[i].crossing->at = samples[i];
      narrow(searches[i], level, round);
    }
    std::erase_if(searches, [](const Search& search) { return search.is_done; });
  }
  const auto real = std::ranges::count_if(crossings, &Crossing::is_real);
  const bool is_noise = 2 * static_cast<std::size_t>(real) < crossings.size() - at_level.size();
  for (Crossing* crossing : at_level) crossing->is_real = !is_noise;
}

LevelEdges find_level_edges(ContourSheet& sheet, std::span<const double> levels) {
  return Finder(sheet, levels).find();
}

}  // namespace gradfield
