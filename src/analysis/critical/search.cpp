#include "analysis/critical/search.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "analysis/critical/enclosure.hpp"
#include "field/sample.hpp"

namespace gradfield {
namespace {

// A cell of the lattice of its level: coordinates from 0 on, halved `halvings` times in each variable.
using Coordinates = std::vector<std::uint32_t>;

class Search {
 public:
  Search(const Program& derivatives, const Region& box)
      : enclosures_{Enclosure(derivatives)}, box_(box), variables_(box.size()), halvings_(box.size(), 0) {
    // A little wider, and not evenly: where formulas are symmetric, zeros lie at halves and quarters of the box, which
    // should not be borders of cells.
    for (const Interval& range : box) {
      const double width = width_of(range);
      lattice_.push_back({range.low - 0.0331 * width, range.high + 0.0173 * width});
    }
  }

  ZeroSearch run(int threads) {
    Team team(threads);
    while (enclosures_.size() < team.size()) enclosures_.push_back(enclosures_.front());
    std::vector<Coordinates> cells{Coordinates(variables_, 0)};
    while (!cells.empty() && !is_finest() && cells.size() <= kMostCells && effort_ <= kMostEffort) {
      const std::size_t axis = coarsest();
      ++halvings_[axis];
      std::vector<Coordinates> halves;
      for (Coordinates& cell : cells) {
        cell[axis] *= 2;
        halves.push_back(cell);
        ++cell[axis];
        halves.push_back(std::move(cell));
      }
      cells.clear();
      // What one batch finds spares the next ones work; a batch is as large whatever the number of threads.
      constexpr std::size_t kBatch = 128;
      for (std::size_t begin = 0; begin < halves.size(); begin += kBatch) {
        const std::span batch = std::span(halves).subspan(begin, std::min(kBatch, halves.size() - begin));
        std::vector<Look> looks(batch.size());
        team.share(batch.size(),
                   [&](std::size_t worker, std::size_t i) { looks[i] = look_at(batch[i], enclosures_[worker]); });
        for (std::size_t i = 0; i < batch.size(); ++i) {
          if (learn(looks[i])) cells.push_back(std::move(batch[i]));
        }
      }
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
  static constexpr std::size_t kMostEffort = 22'000'000;  // instructions that are bounded

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

  // What a look at a cell tells.
  struct Look {
    Region region;
    bool is_open = false;   // there may be a zero
    bool is_level = false;  // all of it is
    std::optional<ProvedZero> zero;
    std::size_t effort = 0;
  };

  Look look_at(const Coordinates& cell, Enclosure& enclosure) const {
    Look look;
    if (!region_of(cell, look.region) || is_done(look.region)) return look;
    look.effort += enclosure.effort();
    const Zeros zeros = enclosure.zeros_in(look.region);
    look.is_level = zeros == Zeros::kAll;
    look.is_open = zeros == Zeros::kOne || zeros == Zeros::kUnknown;
    if (look.is_open) find_zero(look, enclosure);
    return look;
  }

  // Takes over what a look told; returns whether the cell stays open.
  bool learn(Look& look) {
    effort_ += look.effort;
    if (look.is_level) result_.open.push_back({look.region, true});
    if (look.zero && !is_known(look.zero->place)) {
      by_first_.emplace(look.zero->place[0], result_.zeros.size());
      widest_ = std::max(widest_, width_of(look.zero->around[0]));
      result_.zeros.push_back(std::move(*look.zero));
    }
    return look.is_open && !is_done(look.region);
  }

  // Newton's method from the middle of a region; what it finds is proved.
  void find_zero(Look& look, Enclosure& enclosure) const {
    const Region& region = look.region;
    constexpr int kMostSteps = 30;
    constexpr double kFar = 1.5;  // from the middle, in widths of the region: there other cells look
    std::vector<double> place(variables_), next;
    for (std::size_t k = 0; k < variables_; ++k) place[k] = middle_of(region[k]);
    double last = 0;
    for (int step = 0; step < kMostSteps; ++step) {
      look.effort += enclosure.effort();
      if (!enclosure.newton_step(place, next)) return;
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
    prove(place, look, enclosure);
  }

  // The widest region around a place that is proved to hold one zero.
  void prove(const std::vector<double>& place, Look& look, Enclosure& enclosure) const {
    constexpr double kBorder = 1e-12;  // of the width: a zero on the border may be found a rounding outside of it
    for (std::size_t k = 0; k < variables_; ++k) {
      const double margin = kBorder * width_of(box_[k]);
      if (place[k] < box_[k].low - margin || place[k] > box_[k].high + margin) return;
    }
    if (is_known(place)) return;
    Region around(variables_);
    for (double share = 2; share > 1e-9; share /= 2) {
      for (std::size_t k = 0; k < variables_; ++k) {
        const double reach = share * width_of(look.region[k]);
        around[k] = {place[k] - reach, place[k] + reach};
      }
      look.effort += enclosure.effort();
      if (enclosure.zeros_in(around) != Zeros::kOne) continue;
      std::vector<double> inside = place;
      for (std::size_t k = 0; k < variables_; ++k) inside[k] = std::clamp(inside[k], box_[k].low, box_[k].high);
      look.zero = {std::move(inside), around};
      return;
    }
  }

  std::vector<Enclosure> enclosures_;  // one a thread
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

ZeroSearch search_zeros(const Program& derivatives, const std::vector<Interval>& box, int threads) {
  return Search(derivatives, box).run(threads);
}

}  // namespace gradfield
