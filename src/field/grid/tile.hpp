// Points on their way to the evaluator: a tile of them, and where tiles come from.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace gradfield {

/// Points of a tile: large enough that a loop over it costs nothing to start, small enough that the slots of a program
/// stay in the first-level cache (256 doubles are 2 KiB a slot).
inline constexpr std::size_t kTileSize = 256;

/// Where the points of a tile stand on a meshgrid.
struct GridPlace {
  std::size_t column;      // of the first point: its place on the first axis
  std::size_t row_length;  // points of the first axis
};

/// Coordinates of up to kTileSize points, one array a variable: of its own, or shown from elsewhere.
class Tile {
 public:
  explicit Tile(std::size_t variables)
      : coordinates_(variables, std::vector<double>(kTileSize)), shown_(variables), filled_(variables) {}

  std::size_t size() const { return size_; }
  /// From now on `size` points, of which nothing is known but their coordinates.
  void resize(std::size_t size) {
    size_ = whole_size_ = size;
    place_.reset();
    kept_.clear();
  }
  std::size_t variables() const { return coordinates_.size(); }
  const double* coordinate(std::size_t variable) const {
    return shown_[variable] != nullptr ? shown_[variable] : coordinates_[variable].data();
  }
  /// To be written: room for kTileSize values.
  double* mutable_coordinate(std::size_t variable) {
    shown_[variable] = nullptr;
    filled_[variable].reset();
    return coordinates_[variable].data();
  }
  /// Shows values that stand elsewhere, as long as they stay there.
  void show(std::size_t variable, const double* values) { shown_[variable] = values; }
  /// Makes every value of the array `value`; costs nothing where it is already.
  void fill(std::size_t variable, double value);

  /// Keeps only the points at these places, ascending.
  void keep(const std::uint16_t* places, std::size_t count);

  /// Points before any were left out.
  std::size_t whole_size() const { return whole_size_; }
  /// For each point its place among the whole; empty where none was left out.
  const std::vector<std::uint16_t>& kept() const { return kept_; }
  bool is_whole() const { return size_ == whole_size_; }

  /// Where the first of the whole points stands, if they are consecutive points of a grid.
  const std::optional<GridPlace>& place() const { return place_; }
  void set_place(const GridPlace& place) { place_ = place; }
  /// Whether they all lie in one row of the grid: the slower variables are constant.
  bool is_in_one_row() const { return place_ && place_->column + whole_size_ <= place_->row_length; }
  /// Whether the place of each point on the first axis is known: they are whole, or what is left of one row.
  bool has_columns() const { return place_ && (is_whole() || is_in_one_row()); }

 private:
  std::size_t size_ = 0, whole_size_ = 0;
  std::vector<std::vector<double>> coordinates_;
  std::vector<const double*> shown_;           // null: the array of our own
  std::vector<std::optional<double>> filled_;  // what the whole of our own array is, if known
  std::optional<GridPlace> place_;
  std::vector<std::uint16_t> kept_;
};

/// Visits the stretches of a tile that lie in one row of the grid each: (first, count, column of the first).
/// Requires: a place, and no point left out.
template <typename Visit>
void for_each_row(const Tile& tile, Visit&& visit) {
  const auto [first_column, row_length] = *tile.place();
  std::size_t column = first_column;
  for (std::size_t first = 0; first < tile.size();) {
    const std::size_t count = std::min(tile.size() - first, row_length - column);
    visit(first, count, column);
    first += count;
    column = 0;
  }
}

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

  /// Whether someone may wait for the answers to the first points before sending the next.
  virtual bool is_live() const { return false; }

  /// The next points, about `most` of them, as a source of their own that another thread may walk; null after the last.
  /// It ends early where `may_wait` is true. This source must outlive it.
  virtual std::unique_ptr<PointSource> take(std::size_t most);
};

}  // namespace gradfield
