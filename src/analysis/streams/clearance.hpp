// Where a stream line may run: clear of the lines so far, of nodes and of other lines' saddles.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/streams/page_grid.hpp"
#include "analysis/streams/skeleton.hpp"
#include "analysis/streams/walk.hpp"

namespace gradfield {

/// Where a line begins.
enum class SeedOrigin { kFree, kBeyondEnd, kSaddle };

/// The places that the lines so far take.
class Occupancy {
 public:
  /// `half`: of the region on the page; `spacing`: of the lines, the largest distance that is asked for.
  Occupancy(const Point& half, double spacing) : spacing_(spacing), spots_(half, spacing / 2) {}

  void add(const StreamCourse& course);

  /// Whether a line is nearer than `limit`, at most `spacing`.
  bool has_within(const Point& place, double limit) const { return spots_.find_within(place, limit) != nullptr; }

  /// The same for a line that runs along `direction`; but where the flow itself ends (a cut, a pole, a critical point)
  /// two lines may come to the same end from opposite sides.
  bool has_beside(const Point& place, const Point& direction, double limit) const;

 private:
  struct Spot {
    Point place;
    std::size_t end;  // the end of the flow that it is near, in ends_
  };
  struct End {
    Point place, outward;
  };

  std::size_t add_end(const StreamPoint& point, double sense);

  double spacing_;
  PageGrid<Spot> spots_;
  std::vector<End> ends_;
};

class Clearance {
 public:
  Clearance(StreamFlow& flow, double spacing)
      : spacing_(spacing), skeleton_(find_skeleton(flow, spacing)), occupancy_(flow.half(), spacing) {}

  const std::vector<Saddle>& saddles() const { return skeleton_.saddles; }

  void add(const StreamCourse& course) { occupancy_.add(course); }

  /// Where a line of that origin is free to run on: nowhere nearer than 0.6 spacings to another but around critical
  /// points.
  IsFree free_for(SeedOrigin origin) const;

  /// Whether a line may begin there. `apart`: of a free seed from other lines.
  bool is_welcome(const Point& seed, const Point& direction, SeedOrigin origin, double apart) const;

 private:
  bool is_clear(const Point& place, const Point& direction, SeedOrigin origin) const;

  double spacing_;
  Skeleton skeleton_;
  Occupancy occupancy_;
};

}  // namespace gradfield
