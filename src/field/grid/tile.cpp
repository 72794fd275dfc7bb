#include "field/grid/tile.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace gradfield {
namespace {

// Tiles that were read already.
class HeldPoints : public PointSource {
 public:
  explicit HeldPoints(std::vector<Tile> tiles) : tiles_(std::move(tiles)) {}

  std::size_t variables() const override { return tiles_[0].variables(); }
  bool next(Tile& tile) override {
    if (given_ == tiles_.size()) {
      tile.resize(0);
      return false;
    }
    std::swap(tile, tiles_[given_++]);
    return true;
  }

 private:
  std::vector<Tile> tiles_;
  std::size_t given_ = 0;
};

}  // namespace

void Tile::fill(std::size_t variable, double value) {
  // Compared as bits: 0 and -0 differ, and a nan is itself.
  const bool is_there =
      filled_[variable] && std::bit_cast<std::uint64_t>(*filled_[variable]) == std::bit_cast<std::uint64_t>(value);
  shown_[variable] = nullptr;
  if (is_there) return;
  std::ranges::fill(coordinates_[variable], value);
  filled_[variable] = value;
}

void Tile::keep(const std::uint16_t* places, std::size_t count) {
  if (count == size_) return;
  for (std::size_t k = 0; k < variables(); ++k) {
    const double* from = coordinate(k);
    double* to = mutable_coordinate(k);
    for (std::size_t i = 0; i < count; ++i) to[i] = from[places[i]];
  }
  kept_.assign(places, places + count);
  size_ = count;
}

std::unique_ptr<PointSource> PointSource::take(std::size_t most) {
  std::vector<Tile> tiles;
  std::size_t count = 0;
  do {
    tiles.emplace_back(variables());
    if (!next(tiles.back())) {
      tiles.pop_back();
      break;
    }
    count += tiles.back().whole_size();
  } while (count < most && !may_wait());
  return tiles.empty() ? nullptr : std::make_unique<HeldPoints>(std::move(tiles));
}

}  // namespace gradfield
