// The seeds of stream lines: where lines may begin, and which of them is the most promising.
#pragma once

#include <cstddef>
#include <queue>
#include <vector>

#include "analysis/streams/clearance.hpp"
#include "analysis/streams/flow.hpp"
#include "analysis/streams/page_grid.hpp"
#include "analysis/streams/walk.hpp"

namespace gradfield {

/// In spacings: a seed that is so near to a line in hand is taken to be one of that line, until that proves wrong. A
/// quarter leaves holes of 0.9 spacings beside a cut; 0.15 walks a seventh more.
inline constexpr double kSameLine = 0.2;

inline constexpr std::size_t kNoDraft = static_cast<std::size_t>(-1);

/// A place through which a line may be drawn.
struct Seed {
  double promise;  // the length of its line with what it continues; before the walk a guess
  std::size_t order;
  StreamPoint point;
  SeedOrigin origin;
  double continued = 0;          // length of the line that it continues beyond an end of the flow
  std::size_t draft = kNoDraft;  // its line, once it was walked
};

/// The line of a seed that was walked but not chosen yet: its two halves as far as they were free.
struct Draft {
  StreamWalk up{}, down{};
  std::vector<Seed> waiting{};  // seeds beside it: not walked, their lines would be nearly the same
};

/// What is asked of seeds, in page points.
struct SeedRules {
  double apart = 0;   // from the lines so far
  double margin = 0;  // from the border: a line along the border would only double it
};

class Seeds {
 public:
  Seeds(StreamFlow& flow, const Clearance& clearance, double spacing)
      : flow_(flow), clearance_(clearance), spacing_(spacing), spots_(flow.half(), 2 * kSameLine * spacing) {}

  /// From now on.
  void ask(const SeedRules& rules) { rules_ = rules; }

  /// Seeds where the flow runs straight out of a saddle or into it.
  void propose_at_saddles();
  /// Seeds beside a line of the length `whole`, at the spacing, and beyond the ends of the flow.
  void propose_around(const StreamCourse& course, double whole);
  /// Seeds in rows and columns all over the region.
  void propose_lattice(double pitch);

  /// Whether a line may begin there, by the rules and the lines so far.
  bool is_welcome(const Seed& seed) const;

  bool is_empty() const { return queue_.empty(); }
  void clear() { queue_ = {}; }
  /// The most promising; of equals the first proposed, so that the same field gives the same lines.
  Seed take_best();
  /// Whether no seed promises more.
  bool is_best(double promise) const { return queue_.empty() || promise >= queue_.top().promise; }

  /// The line in hand of a seed, of which nothing is left here; an empty one where it was not walked.
  Draft take_draft(Seed& seed);
  /// Puts a seed back, with its line.
  void put_back(Seed seed, Draft draft);
  /// Whether a line in hand passes so near to the seed that it waits for that one.
  bool waits(const Seed& seed);
  /// What waited for a line waits no more.
  void release(Draft& draft);

 private:
  struct PromisesLess {
    bool operator()(const Seed& a, const Seed& b) const {
      return a.promise != b.promise ? a.promise < b.promise : a.order > b.order;
    }
  };
  // A place of a line in hand.
  struct Spot {
    Point place;
    std::size_t draft;
  };

  void propose(const Point& place, double promise, SeedOrigin origin = SeedOrigin::kFree, double continued = 0);
  void propose_beyond(const StreamPoint& end, double sense, bool breaks, double whole);
  template <typename Visit>
  void for_each_spot(const Draft& draft, Visit visit) const;

  StreamFlow& flow_;
  const Clearance& clearance_;
  double spacing_;
  SeedRules rules_;
  std::priority_queue<Seed, std::vector<Seed>, PromisesLess> queue_;
  std::size_t order_ = 0;
  std::vector<Draft> drafts_;
  std::vector<std::size_t> unused_;  // numbers of drafts that were taken
  PageGrid<Spot> spots_;
};

}  // namespace gradfield
