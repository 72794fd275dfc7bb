#include "analysis/critical/search.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

#include "analysis/critical/enclosure.hpp"

namespace gradfield {
namespace {

// A cell of the lattice of its level: coordinates from 0 on, halved `halvings` times in each variable.
using Coordinates = std::vector<std::uint32_t>;

class Search {
 public:
  Search(const Program& derivatives, const Region& box)
      : enclosure_(derivatives), box_(box), variables_(box.size()), halvings_(box.size(), 0) {
    // A little wider, and not evenly: where formulas are symmetric, zeros lie at halves and quarters of the box, which
    // should not be borders of cells.
    for (const Interval& range : box) {
      const double width = width_of(range);
      lattice_.push_back({range.low - 0.0331 * width, range.high + 0.0173 * width});
    }
  }

  ZeroSearch run() {
    std::vector<Coordinates> cells{Coordinates(variables_, 0)};
    while (!cells.empty() && !is_finest() && cells.size() <= kMostCells && effort_ <= kMostEffort) {
      std::vector<Coordinates> left;
      const std::size_t axis = coarsest();
      ++halvings_[axis];
      for (Coordinates& cell : cells) {
        cell[axis] *= 2;
        for (int half = 0; half < 2; ++half) {
          Coordinates part = cell;
          part[axis] += static_cast<std::uint32_t>(half);
          if (is_open(part)) left.push_back(std::move(part));
        }
      }
      cells = std::move(left);
    }
    for (const Coordinates& cell : cells) {
      Region region;
      if (region_of(cell, region)) result_.open.push_back({std::move(region), false});
    }
    return std::move(result_);
  }

 private:
  static constexpr int kFinest = 30;
  // Along a curve through the box there are that many, or half, once cells are 2^-12 of it.
  static constexpr std::size_t kMostCells = 20'000;
  static constexpr std::size_t kMostEffort = 30'000'000;  // instructions that are bounded

  bool is_finest() const { return *std::ranges::min_element(halvings_) >= kFinest; }
  std::size_t coarsest() const {
    return static_cast<std::size_t>(std::ranges::min_element(halvings_) - halvings_.begin());
  }

  Interval whole_range(const Coordinates& cell, std::size_t k) const {
    const double part = std::ldexp(width_of(lattice_[k]), -halvings_[k]);
    return {lattice_[k].low + cell[k] * part, lattice_[k].low + (cell[k] + 1.0) * part};
  }

  // The part of a cell that lies in the box; false where none does.
  bool region_of(const Coordinates& cell, Region& region) const {
    region.resize(variables_);
    for (std::size_t k = 0; k < variables_; ++k) {
      const Interval range = whole_range(cell, k);
      region[k] = {std::max(range.low, box_[k].low), std::min(range.high, box_[k].high)};
      if (!(region[k].low <= region[k].high)) return false;
    }
    return true;
  }

  // Whether there is a proved zero around which this holds; those that may be are looked up by their first coordinate.
  template <typename Holds>
  bool any_zero(const Interval& first, const Holds& holds_for) const {
    const auto end = by_first_.upper_bound(first.high + widest_);
    for (auto entry = by_first_.lower_bound(first.low - widest_); entry != end; ++entry) {
      if (holds_for(result_.zeros[entry->second].around)) return true;
    }
    return false;
  }

  bool is_done(const Region& region) const {
    return any_zero(region[0], [&](const Region& around) {
      for (std::size_t k = 0; k < variables_; ++k) {
        if (region[k].low < around[k].low || region[k].high > around[k].high) return false;
      }
      return true;
    });
  }

  bool is_known(const std::vector<double>& place) const {
    return any_zero({place[0], place[0]}, [&](const Region& around) {
      for (std::size_t k = 0; k < variables_; ++k) {
        if (!holds(around[k], place[k])) return false;
      }
      return true;
    });
  }

  bool is_open(const Coordinates& cell) {
    Region region;
    if (!region_of(cell, region) || is_done(region)) return false;
    effort_ += enclosure_.effort();
    switch (enclosure_.zeros_in(region)) {
      case Zeros::kNone:
      case Zeros::kUndefined:
        return false;
      case Zeros::kAll:
        result_.open.push_back({region, true});
        return false;
      case Zeros::kOne:
      case Zeros::kUnknown:
        break;
    }
    find_zero(region);
    return !is_done(region);
  }

  // Newton's method from the middle of a region; what it finds is proved.
  void find_zero(const Region& region) {
    constexpr int kMostSteps = 30;
    constexpr double kFar = 1.5;  // from the middle, in widths of the region: there other cells look
    std::vector<double> place(variables_), next;
    for (std::size_t k = 0; k < variables_; ++k) place[k] = middle_of(region[k]);
    double last = 0;
    for (int step = 0; step < kMostSteps; ++step) {
      effort_ += enclosure_.effort();
      if (!enclosure_.newton_step(place, next)) return;
      double size = 0, away = 0;  // in widths of the box, and of the region
      for (std::size_t k = 0; k < variables_; ++k) {
        size = std::max(size, std::fabs(next[k] - place[k]) / width_of(box_[k]));
        away = std::max(away, std::fabs(next[k] - middle_of(region[k])) / width_of(region[k]));
      }
      if (!(away <= kFar)) return;
      // Rounding makes the steps grow again.
      if (step > 0 && size < 1e-12 && size >= last / 2) break;
      std::swap(place, next);
      if (size == 0) break;
      last = size;
    }
    prove(place, region);
  }

  // The widest region around a place that is proved to hold one zero.
  void prove(const std::vector<double>& place, const Region& start) {
    constexpr double kBorder = 1e-12;  // of the width: a zero on the border may be found a rounding outside of it
    for (std::size_t k = 0; k < variables_; ++k) {
      const double margin = kBorder * width_of(box_[k]);
      if (place[k] < box_[k].low - margin || place[k] > box_[k].high + margin) return;
    }
    if (is_known(place)) return;
    Region around(variables_);
    for (double share = 2; share > 1e-9; share /= 2) {
      for (std::size_t k = 0; k < variables_; ++k) {
        const double reach = share * width_of(start[k]);
        around[k] = {place[k] - reach, place[k] + reach};
      }
      effort_ += enclosure_.effort();
      if (enclosure_.zeros_in(around) != Zeros::kOne) continue;
      std::vector<double> inside = place;
      for (std::size_t k = 0; k < variables_; ++k) inside[k] = std::clamp(inside[k], box_[k].low, box_[k].high);
      by_first_.emplace(inside[0], result_.zeros.size());
      widest_ = std::max(widest_, width_of(around[0]));
      result_.zeros.push_back({std::move(inside), around});
      return;
    }
  }

  Enclosure enclosure_;
  Region box_, lattice_;
  std::size_t variables_;
  std::vector<int> halvings_;  // of the lattice, in each variable
  std::size_t effort_ = 0;
  std::vector<OpenCell> open_;
  std::vector<std::vector<int>> levels_;         // of the level ones among them, which come first
  std::multimap<double, std::size_t> by_first_;  // places in result_.zeros, by their first coordinate
  double widest_ = 0;                            // of what was proved around them, in the first variable
  ZeroSearch result_;
};

}  // namespace

ZeroSearch search_zeros(const Program& derivatives, const std::vector<Interval>& box) {
  return Search(derivatives, box).run();
}

}  // namespace gradfield
