// Where the stream lines so far are on the page, and whether there is room for another.
#pragma once

#include <vector>

#include "analysis/streams/stream_grid.hpp"
#include "analysis/streams/stream_walk.hpp"

namespace gradfield {

/// One line with all its points in the direction of the flow.
struct StreamCourse {
  std::vector<StreamPoint> points;
  bool has_source = false, has_sink = false;  // whether its first and its last point are where the flow itself ends
  bool breaks_at_source = false, breaks_at_sink = false;  // and whether they are cut back from a pole or a jump there
};

/// Length of a line on the page.
double length(const std::vector<StreamPoint>& points);

class StreamPlaces {
 public:
  /// `half`: of the region on the page; `spacing`: of the lines, the largest distance that is asked for.
  StreamPlaces(const PagePoint& half, double spacing);

  void add(const StreamCourse& course);
  /// A place by itself.
  void add(const PagePoint& place);

  /// Whether a line is nearer than `limit`, at most `spacing`.
  bool has_within(const PagePoint& place, double limit) const;

  /// The same for a line that runs along `direction`; but where the flow itself ends (a cut, a pole, a critical point)
  /// two lines may come to the same end from opposite sides.
  bool has_beside(const PagePoint& place, const PagePoint& direction, double limit) const;

 private:
  struct Spot {
    PagePoint place;
    std::size_t end;  // the end of the flow that it is near, in ends_
  };
  struct End {
    PagePoint place, outward;
  };

  std::size_t add_end(const StreamPoint& point, double sense);

  double spacing_;
  StreamGrid<Spot> spots_;
  std::vector<End> ends_;
};

}  // namespace gradfield
