// Points on their way to the evaluator: a tile of them, and where tiles come from.
#pragma once

#include <cstddef>
#include <vector>

namespace gradfield {

/// Points of a tile: large enough that a loop over it costs nothing to start, small enough that the slots of a program
/// stay in the first-level cache (256 doubles are 2 KiB a slot).
inline constexpr std::size_t kTileSize = 256;

/// Coordinates of up to kTileSize consecutive points, one array a variable.
class Tile {
 public:
  explicit Tile(std::size_t variables) : coordinates_(variables, std::vector<double>(kTileSize)) {}

  std::size_t size() const { return size_; }
  void resize(std::size_t size) { size_ = size; }
  std::size_t variables() const { return coordinates_.size(); }
  const double* coordinate(std::size_t variable) const { return coordinates_[variable].data(); }
  double* coordinate(std::size_t variable) { return coordinates_[variable].data(); }

 private:
  std::size_t size_ = 0;
  std::vector<std::vector<double>> coordinates_;
};

/// Gives the points of a field tile by tile: those of a grid, of a file, ...
class PointSource {
 public:
  virtual ~PointSource() = default;

  /// Coordinates of a point.
  virtual std::size_t variables() const = 0;

  /// Fills `tile` with the next points, as many as there are, at most kTileSize; false, with an empty tile, after the
  /// last. A tile may be empty before that, where `may_wait` is then true.
  virtual bool next(Tile& tile) = 0;

  /// Whether `next` may have to wait for its points, or end in an error, so that what is known of the earlier ones
  /// should go out first.
  virtual bool may_wait() const { return false; }
};

}  // namespace gradfield
