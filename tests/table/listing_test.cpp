// Tables of rows held in memory, read back by the shell and by numpy.
#include "table/listing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

// Counts from 0 and their halves.
Listing halves(std::size_t rows) {
  Listing listing{{"count", "half"}, {{}, {}}};
  for (std::size_t i = 0; i < rows; ++i) {
    listing.columns[0].push_back(static_cast<double>(i));
    listing.columns[1].push_back(static_cast<double>(i) / 2);
  }
  return listing;
}

std::string written(const Listing& listing, const std::string& format, TableLayout layout) {
  const TemporaryFolder folder;
  Output output = Output::file(folder / "listing");
  const auto row = std::ranges::find(table_formats(), format, &TableFormat::name);
  write_listing(listing, *row, layout, output);
  output.commit();
  return read_file(folder / "listing");
}

TEST(WriteListing, WritesEveryRowWhereTilesEndToo) {
  for (const std::size_t rows :
       {std::size_t{0}, std::size_t{1}, kTileSize - 1, kTileSize, kTileSize + 1, 20 * kTileSize}) {
    const Listing listing = halves(rows);
    const std::string expected = run_bash("echo count,half; awk -v n=" + std::to_string(rows) +
                                          " 'BEGIN {for (; i < n; ++i) print i + 0 \",\" i / 2}'")
                                     .output;
    EXPECT_EQ(written(listing, "csv", {coordinate_columns(listing.names), {}, true}), expected) << rows;
  }
}

TEST(WriteListing, WritesTheColumnsChosenAsTheLayoutSays) {
  const Listing listing{{"a", "b", "c"}, {{1, 2}, {1.0 / 3, std::nan("")}, {-0.0, HUGE_VAL}}};
  TableLayout layout{choose_among(coordinate_columns(listing.names), "c,b"), 3, false};
  EXPECT_EQ(written(listing, "tsv", layout), "0\t0.333\ninf\tnan\n");
}

TEST(WriteListing, IsAnArrayOfOneDimensionForNumpy) {
  const TemporaryFolder folder;
  const Listing listing = halves(300);
  write_file(folder / "halves.npy", written(listing, "npy", {coordinate_columns(listing.names), {}, true}));
  EXPECT_EQ(run_numpy("import sys, numpy as np\n"
                      "a = np.load(sys.argv[1])\n"
                      "print(a.dtype.names, a.shape, (a['count'] == np.arange(300)).all(), a['half'][299])",
                      {folder / "halves.npy"}),
            "('count', 'half') (300,) True 149.5\n");
}

}  // namespace
}  // namespace gradfield::test
