#include "analysis/critical/open_regions.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace gradfield {
namespace {

// Which of the cells belong together: by roots of trees.
class Groups {
 public:
  explicit Groups(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), std::size_t{0}); }
  std::size_t of(std::size_t member) {
    while (parents_[member] != member) member = parents_[member] = parents_[parents_[member]];
    return member;
  }
  void join(std::size_t a, std::size_t b) { parents_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parents_;
};

// The variable along which they reach furthest, as a part of what was searched.
std::size_t longest_axis(const std::vector<OpenCell>& cells, const std::vector<Interval>& searched) {
  std::size_t longest = 0;
  double most = -1;
  for (std::size_t k = 0; k < searched.size(); ++k) {
    Interval all{kAllNumbers.high, kAllNumbers.low};
    for (const OpenCell& cell : cells) {
      all = {std::min(all.low, cell.box[k].low), std::max(all.high, cell.box[k].high)};
    }
    const double part = width_of(all) / width_of(searched[k]);
    if (part > most) {
      most = part;
      longest = k;
    }
  }
  return longest;
}

void add_cell(OpenRegion& region, const OpenCell& cell, const std::vector<Interval>& searched) {
  constexpr std::size_t kMiddles = 64;
  if (region.box.empty()) region.box = cell.box;
  std::vector<double> middle;
  for (std::size_t k = 0; k < searched.size(); ++k) {
    region.box[k].low = std::min(region.box[k].low, cell.box[k].low);
    region.box[k].high = std::max(region.box[k].high, cell.box[k].high);
    region.cell = std::max(region.cell, width_of(cell.box[k]) / width_of(searched[k]));
    middle.push_back(middle_of(cell.box[k]));
  }
  if (region.middles.size() < kMiddles) region.middles.push_back(std::move(middle));
  region.has_level_cells |= cell.is_level;
}

}  // namespace

// Going along one axis, each cell meets those that reach as far as it begins.
std::vector<OpenRegion> regions_of(const std::vector<OpenCell>& cells, const std::vector<Interval>& searched) {
  constexpr double kTouch = 1e-12;  // of the width of what was searched
  const std::size_t axis = longest_axis(cells, searched);
  std::vector<std::size_t> order(cells.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return cells[i].box[axis].low; });
  const auto overlap = [&](std::size_t i, std::size_t j, std::size_t k) {
    const double margin = kTouch * width_of(searched[k]);
    const Interval &a = cells[i].box[k], &b = cells[j].box[k];
    return a.low <= b.high + margin && b.low <= a.high + margin;
  };
  Groups groups(cells.size());
  std::vector<std::size_t> near;
  for (const std::size_t i : order) {
    std::erase_if(near, [&](std::size_t other) { return !overlap(i, other, axis); });
    for (const std::size_t other : near) {
      bool touch = true;
      for (std::size_t k = 0; k < searched.size() && touch; ++k) touch = overlap(i, other, k);
      if (touch) groups.join(i, other);
    }
    near.push_back(i);
  }
  std::map<std::size_t, OpenRegion> found;
  for (std::size_t i = 0; i < cells.size(); ++i) add_cell(found[groups.of(i)], cells[i], searched);
  std::vector<OpenRegion> regions;
  for (auto& [root, region] : found) regions.push_back(std::move(region));
  return regions;
}

}  // namespace gradfield
