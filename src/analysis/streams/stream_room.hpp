// Where a stream line may run: clear of the lines so far, of nodes and of other lines' saddles.
#pragma once

#include "analysis/streams/stream_drafts.hpp"
#include "analysis/streams/stream_places.hpp"
#include "analysis/streams/stream_saddles.hpp"

namespace gradfield {

/// How near lines may come, in spacings.
inline constexpr double kNearest = 0.6;

class StreamRoom {
 public:
  StreamRoom(StreamFlow& flow, double spacing);

  const std::vector<Saddle>& saddles() const { return skeleton_.saddles; }

  void add(const StreamCourse& course) { places_.add(course); }

  /// Where a line of that origin is free to run on.
  IsFree free_for(StreamOrigin origin) const;

  /// Whether a line may begin there. `distance`: of a free seed from other lines.
  bool is_welcome(const PagePoint& seed, const PagePoint& direction, StreamOrigin origin, double distance) const;

 private:
  bool is_clear(const PagePoint& place, const PagePoint& direction, StreamOrigin origin) const;

  double spacing_;
  Skeleton skeleton_;
  StreamPlaces places_;
};

}  // namespace gradfield
