#include "table/npy_rows.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>

#include "kernel/blocks.hpp"

namespace gradfield {
namespace {

// Moves the records of a tile's points from the front to their places among the whole, the last one first, since none
// moves towards the front; nans come between.
void spread(const Tile& tile, std::size_t width, double* records) {
  double* gap_end = records + tile.whole_size() * width;
  for (std::size_t i = tile.size(); i-- > 0;) {
    double* place = records + tile.kept()[i] * width;
    std::fill(place + width, gap_end, std::numeric_limits<double>::quiet_NaN());
    if (tile.kept()[i] != i) std::copy_n(records + i * width, width, place);
    gap_end = place;
  }
  std::fill(records, gap_end, std::numeric_limits<double>::quiet_NaN());
}

[[maybe_unused]] void swap_bytes(double* values, std::size_t count) {
  std::transform(values, values + count, values,
                 [](double v) { return std::bit_cast<double>(__builtin_bswap64(std::bit_cast<std::uint64_t>(v))); });
}

}  // namespace

NpyRows::NpyRows(const TableLayout& layout)
    : columns_(layout.columns),
      values_(layout.columns.size()),
      scratch_(layout.columns.size(), std::vector<double>(kTileSize)) {}

void NpyRows::append(const Tile& tile, const GradientTile& values, ByteBuffer& out) {
  const std::size_t width = columns_.size();
  for (std::size_t c = 0; c < width; ++c) {
    values_[c] = columns_[c].values(tile, values, columns_[c].index, scratch_[c].data());
  }
  const std::size_t count = tile.whole_size() * width;
  // Nothing but doubles stands in the buffer, whose memory is aligned for any type.
  double* records = reinterpret_cast<double*>(out.reserve(count * sizeof(double)));
  active_blocks().interleave(values_.data(), width, tile.size(), records);
  if (!tile.is_whole()) spread(tile, width, records);
  if constexpr (std::endian::native == std::endian::big) swap_bytes(records, count);
  out.set_end(reinterpret_cast<const char*>(records + count));
}

}  // namespace gradfield
