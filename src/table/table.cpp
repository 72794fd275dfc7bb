#include "table/table.hpp"

#include "field/sample.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

constexpr TableFormat kTableFormats[] = {
    {"csv", "table, comma-separated", ','},
    {"tsv", "table, tab-separated", '\t'},
};

// Few enough writes that the kernel does not matter, small enough to stay in the cache.
constexpr std::size_t kBufferSize = 1 << 16;

}  // namespace

std::span<const TableFormat> table_formats() { return kTableFormats; }

void write_table(PointSource& points, Gradient& gradient, const TableFormat& format, const TableLayout& layout,
                 Output& output) {
  std::string buffer;
  buffer.reserve(2 * kBufferSize);
  const std::size_t columns = layout.columns.size();
  for (std::size_t c = 0; layout.header && c < columns; ++c) {
    buffer += layout.columns[c].name;
    buffer += c + 1 < columns ? format.separator : '\n';
  }
  const auto flush = [&] {
    output.write(buffer);
    buffer.clear();
  };
  if (points.may_wait()) flush();
  std::vector<std::vector<double>> scratch(columns, std::vector<double>(kTileSize));
  std::vector<const double*> values(columns);
  sample(points, gradient, [&](const Tile& tile, const GradientTile& tile_values) {
    for (std::size_t c = 0; c < columns; ++c) {
      values[c] = layout.columns[c].values(tile, tile_values, layout.columns[c].index, scratch[c].data());
    }
    for (std::size_t i = 0; i < tile.size(); ++i) {
      for (std::size_t c = 0; c < columns; ++c) {
        append_number(buffer, values[c][i], layout.precision);
        buffer += c + 1 < columns ? format.separator : '\n';
      }
      if (buffer.size() >= kBufferSize) flush();
    }
    // A program at the other end of two pipes may wait for these rows before it sends the next points; and where the
    // next points are none, the rows before them stand.
    if (points.may_wait()) flush();
  });
  flush();
}

}  // namespace gradfield
