#include "plot/paths/path_frames.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {
namespace {

// In points of the page: less than that no eye sees.
constexpr double kVisible = 0.7;
constexpr std::size_t kMostFrames = 72;

// How far on the page, at most, the paths go with their step after so many.
double longest_move(const PathLines& paths, const Page& page, std::size_t step) {
  double longest = 0;
  for (const PathLine& path : paths) {
    if (step + 1 >= path.points.size()) continue;
    const auto &from = path.points[step], &to = path.points[step + 1];
    const double move =
        std::hypot((to[0] - from[0]) * page.x.points_per_unit(), (to[1] - from[1]) * page.y.points_per_unit());
    if (std::isfinite(move)) longest = std::max(longest, move);
  }
  return longest;
}

}  // namespace

std::vector<std::size_t> growing_frames(const PathLines& paths, const Page& page) {
  std::size_t steps = 0;
  for (const PathLine& path : paths) steps = std::max(steps, std::max<std::size_t>(path.points.size(), 1) - 1);
  std::vector<double> moves;
  for (std::size_t step = 0; step < steps; ++step) moves.push_back(longest_move(paths, page, step));

  // A frame comes when the paths have gone so far since the one before; farther, where that makes too many.
  std::vector<std::size_t> frames;
  for (double threshold = kVisible; frames.empty() || frames.size() > kMostFrames; threshold *= 1.3) {
    frames = {0};
    double gone = 0;
    for (std::size_t step = 0; step < steps; ++step) {
      gone += moves[step];
      if (gone < threshold) continue;
      frames.push_back(step + 1);
      gone = 0;
    }
  }
  if (frames.back() != steps) frames.push_back(steps);
  return frames;
}

std::vector<double> growing_seconds(std::size_t frames) {
  constexpr double kWhole = 6, kShortest = 0.06, kLongest = 0.4, kStart = 0.8, kEnd = 2.5;
  std::vector<double> seconds(frames, std::clamp(kWhole / static_cast<double>(frames), kShortest, kLongest));
  seconds.front() = kStart;
  seconds.back() = kEnd;
  return seconds;
}

}  // namespace gradfield
