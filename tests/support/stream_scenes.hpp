// Fields for stream lines, with f and its gradient written out once more.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "support/streams.hpp"

namespace gradfield::test {

struct StreamScene {
  std::string name;
  std::string formula;
  StreamRegion region;
  std::function<double(double, double)> f;
  std::function<Place(double, double)> slopes;
  std::vector<Place> critical;                // where lines may meet: peaks, saddles, poles
  std::function<double(double, double)> cut;  // 0 on lines where the field is cut or turned around; empty: none
  bool has_valley = false;                    // so narrow that lines bend into it within a step
};

inline void PrintTo(const StreamScene& scene, std::ostream* out) { *out << scene.formula; }

/// Fields that are smooth but for poles and cuts, flow everywhere else, and look very different.
std::vector<StreamScene> stream_scenes();

}  // namespace gradfield::test
