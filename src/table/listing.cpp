#include "table/listing.hpp"

#include <algorithm>
#include <memory>

#include "field/grid/grid.hpp"
#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"

namespace gradfield {
namespace {

// The rows as points whose coordinates are their cells.
class Rows : public PointSource {
 public:
  explicit Rows(const Listing& listing) : listing_(listing) {}

  std::size_t variables() const override { return listing_.columns.size(); }
  bool next(Tile& tile) override {
    const std::size_t count = std::min(kTileSize, listing_.rows() - given_);
    tile.resize(count);
    for (std::size_t c = 0; c < variables(); ++c) {
      std::copy_n(listing_.columns[c].begin() + static_cast<std::ptrdiff_t>(given_), count, tile.mutable_coordinate(c));
    }
    given_ += count;
    return count > 0;
  }

 private:
  const Listing& listing_;
  std::size_t given_ = 0;
};

// Cells that are coordinates need no values.
class NoGradient : public Gradient {
 public:
  std::unique_ptr<Gradient> clone() const override { return std::make_unique<NoGradient>(); }
  const GradientTile& evaluate(const Tile&) override { return nothing_; }

 private:
  GradientTile nothing_;
};

}  // namespace

void write_rows(PointSource& rows, std::optional<std::size_t> count, const TableFormat& format,
                const TableLayout& layout, int threads, Output& output) {
  // An array of one dimension.
  Grid shape;
  if (count) shape.axes.push_back({"row", 0, static_cast<double>(*count), *count});
  write_table(rows, NoGradient(), {format, layout, count ? &shape : nullptr, threads}, output);
}

void write_listing(const Listing& listing, const TableFormat& format, const TableLayout& layout, Output& output) {
  Rows rows(listing);
  write_rows(rows, listing.rows(), format, layout, 1, output);
}

}  // namespace gradfield
