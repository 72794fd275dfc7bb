#include "analysis/streams/stream_drafts.hpp"

#include <utility>

namespace gradfield {

StreamDrafts::StreamDrafts(const PagePoint& half, double reach) : reach_(reach), spots_(half, 2 * reach) {}

template <typename Visit>
void StreamDrafts::for_each_place(const StreamDraft& draft, Visit visit) const {
  for (const StreamWalk* half : {&draft.up, &draft.down}) {
    const PagePoint* last = nullptr;
    for (const StreamPoint& point : half->points) {
      // Where steps are short a spot for each would be many in one square; with these the reach is known to a fifth.
      if (last != nullptr && page_distance(point.place, *last) < reach_ / 2) continue;
      visit(point.place);
      last = &point.place;
    }
  }
}

std::size_t StreamDrafts::put(StreamDraft draft) {
  std::size_t number = drafts_.size();
  if (unused_.empty()) {
    drafts_.emplace_back();
  } else {
    number = unused_.back();
    unused_.pop_back();
  }
  for_each_place(draft, [&](const PagePoint& place) { spots_.put({place, number}); });
  drafts_[number] = std::move(draft);
  return number;
}

StreamDraft StreamDrafts::take(std::size_t number) {
  StreamDraft draft = std::exchange(drafts_[number], {});
  unused_.push_back(number);
  for_each_place(draft, [&](const PagePoint& place) {
    spots_.take_away(place, [&](const Spot& spot) { return spot.draft == number; });
  });
  return draft;
}

bool StreamDrafts::take_in(const StreamSeed& seed) {
  const Spot* spot = spots_.find_within(seed.point.place, reach_, [](const Spot&) { return true; });
  if (spot == nullptr) return false;
  drafts_[spot->draft].waiting.push_back(seed);
  return true;
}

}  // namespace gradfield
