// The bytes of a table's rows: what every format gives, and where they are gathered.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"

namespace gradfield {

/// Bytes side by side, written where they will stand; the memory is neither cleared nor given back.
class ByteBuffer {
 public:
  /// Room for `bytes` more behind what is there: the place of the next one.
  char* reserve(std::size_t bytes);
  /// What was written ends here. Requires: within the room reserved last.
  void set_end(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }

  void clear() { size_ = 0; }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0, capacity_ = 0;
};

/// Makes rows. One object a thread.
class RowMaker {
 public:
  virtual ~RowMaker() = default;

  /// The same rows by another thread.
  virtual std::unique_ptr<RowMaker> clone() const = 0;

  /// Appends the rows of a tile, whose values are given.
  virtual void append(const Tile& tile, const GradientTile& values, ByteBuffer& out) = 0;
};

}  // namespace gradfield
