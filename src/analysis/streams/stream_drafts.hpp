// Lines that were walked but not chosen yet, and the seeds that wait for them.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/streams/stream_grid.hpp"
#include "analysis/streams/stream_walk.hpp"

namespace gradfield {

/// Where a seed comes from.
enum class StreamOrigin { free, beyond_end, saddle };

inline constexpr std::size_t kNoDraft = static_cast<std::size_t>(-1);

/// A place through which a line may be drawn.
struct StreamSeed {
  double promise;  // the length of its line with what it continues; before the walk a guess
  std::size_t order;
  StreamPoint point;
  StreamOrigin origin;
  double continued = 0;          // length of the line that it continues beyond an end of the flow
  std::size_t draft = kNoDraft;  // its line, once it was walked
};

/// The most promising first, and of equals the first proposed, so that the same field gives the same lines.
struct PromisesLess {
  bool operator()(const StreamSeed& a, const StreamSeed& b) const {
    return a.promise != b.promise ? a.promise < b.promise : a.order > b.order;
  }
};

/// The line of a seed: its two halves as far as they were free.
struct StreamDraft {
  StreamWalk up{}, down{};
  std::vector<StreamSeed> waiting{};  // seeds beside it: not walked, their lines would be nearly the same
};

class StreamDrafts {
 public:
  /// A seed waits for a draft that passes within `reach`.
  StreamDrafts(const PagePoint& half, double reach);

  /// The number of the draft.
  std::size_t put(StreamDraft draft);

  /// The draft, of which nothing is left here.
  StreamDraft take(std::size_t number);

  /// Whether a draft passes within reach of the seed, which then waits for it.
  bool take_in(const StreamSeed& seed);

 private:
  struct Spot {
    PagePoint place;
    std::size_t draft;
  };

  template <typename Visit>
  void for_each_place(const StreamDraft& draft, Visit visit) const;

  double reach_;
  StreamGrid<Spot> spots_;
  std::vector<StreamDraft> drafts_;
  std::vector<std::size_t> unused_;
};

}  // namespace gradfield
