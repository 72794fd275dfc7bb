// Pictures of space that turn, while paths grow in them.
#include <algorithm>
#include <cmath>
#include <vector>

#include "plot/space/space_picture.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kFrames = 40;
constexpr std::size_t kGrowing = 30;  // of them; then the whole path is seen
constexpr double kSeconds = 0.1;

// How far the paths have gone after each of their steps, in units of the axes: the sum of what the one goes that goes
// farthest.
std::vector<double> lengths_gone(const std::vector<DescentPath>& paths, const Grid& grid) {
  std::vector<double> gone{0};
  for (std::size_t step = 1;; ++step) {
    double longest = -1;
    for (const DescentPath& path : paths) {
      if (step > path.steps()) continue;
      double move = 0;
      for (std::size_t k = 0; k < grid.axes.size(); ++k) {
        const double range = std::max(grid.axes[k].max - grid.axes[k].min, 1e-300);
        move = std::hypot(move, (path.coordinates[k][step] - path.coordinates[k][step - 1]) / range);
      }
      // A step out of the axes, however far, is no longer than they.
      longest = std::max(longest, std::isfinite(move) ? std::min(move, 1.0) : 0);
    }
    if (longest < 0) return gone;
    gone.push_back(gone.back() + longest);
  }
}

}  // namespace

SpacePicture compose_turning(const View& view, const Terminal& terminal,
                             const std::function<SpacePicture(const Moment&)>& compose) {
  Moment moment{view};
  if (!terminal.moves) return compose(moment);
  moment.view.turns = true;
  moment.steps_shown = 0;
  SpacePicture picture = compose(moment);
  const std::vector<double> gone = lengths_gone(picture.paths, picture.grid);
  for (std::size_t k = 1; k < kFrames; ++k) {
    moment.view.azimuth += 360.0 / kFrames;
    const double length = gone.back() * static_cast<double>(k) / kGrowing;
    moment.steps_shown = static_cast<std::size_t>(std::ranges::upper_bound(gone, length) - gone.begin()) - 1;
    picture.turned.push_back(compose(moment).painting);
  }
  picture.seconds.assign(kFrames, kSeconds);
  return picture;
}

}  // namespace gradfield
