#include "analysis/contours/node_sides.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace gradfield {

NodeSides::NodeSides(const ContourMesh& mesh) : columns_(mesh.cells()[0] + 1), rows_(mesh.cells()[1] + 1) {
  constexpr std::uint32_t kStep = ContourMesh::kFineSteps;
  for (std::uint32_t j = 0; j < rows_; ++j) {
    for (std::uint32_t i = 0; i < columns_; ++i) {
      const Sample sample = mesh.at({i * kStep, j * kStep});
      values_.push_back(sample.f);
      roundings_.push_back(rounding_of(sample, 0));
    }
  }
}

int NodeSides::at(MeshNode node) const {
  return sides_[node.j / ContourMesh::kFineSteps * columns_ + node.i / ContourMesh::kFineSteps];
}

void NodeSides::set(double level) {
  sides_.assign(values_.size(), 0);
  std::vector<std::size_t> at_level;
  const double rounding_of_level = rounding_of({{}, 0, {}}, level);
  for (std::size_t place = 0; place < values_.size(); ++place) {
    const double value = values_[place] - level;
    if (!std::isfinite(value)) continue;
    if (std::fabs(value) > roundings_[place] + rounding_of_level)
      sides_[place] = value > 0 ? 1 : -1;
    else
      at_level.push_back(place);
  }
  std::vector<signed char> decided;
  for (const std::size_t place : at_level) decided.push_back(side_of_neighbours(place));
  for (std::size_t k = 0; k < at_level.size(); ++k) sides_[at_level[k]] = decided[k];
  meetings_.clear();
  for (const std::size_t place : at_level) {
    if (changes_around(place) >= 4) meetings_.push_back(place);
  }
}

signed char NodeSides::side_of_neighbours(std::size_t place) const {
  const std::size_t i = place % columns_, j = place / columns_;
  bool above = false, below = false;
  for (std::size_t b = j - (j > 0); b <= std::min(j + 1, rows_ - 1); ++b) {
    for (std::size_t a = i - (i > 0); a <= std::min(i + 1, columns_ - 1); ++a) {
      above = above || sides_[b * columns_ + a] > 0;
      below = below || sides_[b * columns_ + a] < 0;
    }
  }
  return above ? 1 : below ? -1 : 0;
}

// 0 at the border.
int NodeSides::changes_around(std::size_t place) const {
  const std::size_t i = place % columns_, j = place / columns_;
  if (i == 0 || j == 0 || i + 1 == columns_ || j + 1 == rows_) return 0;
  const std::size_t below = place - columns_, above = place + columns_;
  const std::array<std::size_t, 8> ring{below - 1, below, below + 1, place + 1, above + 1, above, above - 1, place - 1};
  int changes = 0;
  for (std::size_t k = 0; k < ring.size(); ++k) changes += sides_[ring[k]] * sides_[ring[(k + 1) % ring.size()]] < 0;
  return changes;
}

}  // namespace gradfield
