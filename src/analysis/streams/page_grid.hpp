// Things on the page, found again by where they are.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "base/geometry.hpp"

namespace gradfield {

/// Things with a `place`, in squares that cover the region.
template <typename Thing>
class PageGrid {
 public:
  /// `half`: of the region on the page; `side`: of a square, about half of the distances asked for.
  PageGrid(const Point& half, double side) : half_(half), side_(side) {
    for (std::size_t k = 0; k < 2; ++k) counts_[k] = static_cast<std::size_t>(2 * half[k] / side) + 1;
    squares_.resize(counts_[0] * counts_[1]);
  }

  void put(const Thing& thing) { square_of(thing.place).push_back(thing); }

  /// Takes away what `judge` is true for among the things in the square of that place.
  template <typename Judge>
  void take_away(const Point& place, Judge judge) {
    std::erase_if(square_of(place), judge);
  }

  /// The first thing found that is nearer than `limit` and for which `judge` is true; null where there is none.
  template <typename Judge>
  const Thing* find_within(const Point& place, double limit, Judge judge) const {
    // The own square first: where something is near, it is mostly there.
    const std::size_t own = index(place, 0) + index(place, 1) * counts_[0];
    if (const Thing* thing = find_in(squares_[own], place, limit, judge)) return thing;
    const Point low = place - Point{limit, limit}, high = place + Point{limit, limit};
    const std::size_t left = index(low, 0), right = index(high, 0), bottom = index(low, 1), top = index(high, 1);
    for (std::size_t row = bottom; row <= top; ++row) {
      for (std::size_t square = row * counts_[0] + left; square <= row * counts_[0] + right; ++square) {
        if (square == own) continue;
        if (const Thing* thing = find_in(squares_[square], place, limit, judge)) return thing;
      }
    }
    return nullptr;
  }
  const Thing* find_within(const Point& place, double limit) const {
    return find_within(place, limit, [](const Thing&) { return true; });
  }

 private:
  template <typename Judge>
  static const Thing* find_in(const std::vector<Thing>& things, const Point& place, double limit, Judge judge) {
    for (const Thing& thing : things) {
      const Point way = thing.place - place;
      if (dot(way, way) < limit * limit && judge(thing)) return &thing;
    }
    return nullptr;
  }

  std::size_t index(const Point& place, std::size_t axis) const {
    const double squares = std::max(0.0, (place[axis] + half_[axis]) / side_);
    return std::min(static_cast<std::size_t>(squares), counts_[axis] - 1);
  }
  std::vector<Thing>& square_of(const Point& place) { return squares_[index(place, 1) * counts_[0] + index(place, 0)]; }

  Point half_;
  double side_;
  std::array<std::size_t, 2> counts_;
  std::vector<std::vector<Thing>> squares_;
};

}  // namespace gradfield
