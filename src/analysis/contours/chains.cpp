#include "analysis/contours/chains.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

}  // namespace

std::vector<Chain> join(std::span<const Piece> pieces, std::size_t points) {
  std::vector<Piece> neighbours(points, {kNone, kNone});
  for (const auto [a, b] : pieces) {
    neighbours[a][neighbours[a][0] == kNone ? 0 : 1] = b;
    neighbours[b][neighbours[b][0] == kNone ? 0 : 1] = a;
  }
  std::vector<bool> is_done(points, false);
  std::vector<Chain> chains;
  const auto follow = [&](std::size_t start, bool closed) {
    Chain& chain = chains.emplace_back(Chain{{}, closed});
    for (std::size_t here = start; here != kNone && !is_done[here];) {
      is_done[here] = true;
      chain.points.push_back(here);
      const auto [a, b] = neighbours[here];
      here = a != kNone && !is_done[a] ? a : b;
    }
  };
  for (std::size_t i = 0; i < points; ++i) {
    if (!is_done[i] && neighbours[i][0] != kNone && neighbours[i][1] == kNone) follow(i, false);
  }
  for (std::size_t i = 0; i < points; ++i) {
    if (!is_done[i] && neighbours[i][0] != kNone) follow(i, true);
  }
  return chains;
}

}  // namespace gradfield
