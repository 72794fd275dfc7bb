#include "table/table.hpp"

#include <algorithm>
#include <vector>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "table/npy.hpp"
#include "table/text_rows.hpp"

namespace gradfield {
namespace {

template <char kSeparator>
std::string text_header(const TableLayout& layout, const Grid*) {
  std::string line;
  const std::size_t columns = layout.columns.size();
  for (std::size_t c = 0; layout.header && c < columns; ++c) {
    line += layout.columns[c].name;
    line += c + 1 < columns ? kSeparator : '\n';
  }
  return line;
}

template <char kSeparator>
std::unique_ptr<RowMaker> make_text_rows(const TableLayout& layout, const Gradient& gradient, const Grid* grid) {
  return std::make_unique<TextRows>(layout, kSeparator, gradient, grid);
}

std::unique_ptr<RowMaker> make_npy_rows(const TableLayout& layout, const Gradient&, const Grid*) {
  return std::make_unique<NpyRows>(layout);
}

constexpr TableFormat kTableFormats[] = {
    {"csv", "table, comma-separated", text_header<','>, make_text_rows<','>},
    {"tsv", "table, tab-separated", text_header<'\t'>, make_text_rows<'\t'>},
    {"npy", "table, an array for numpy.load, whose fields are the columns; what --where leaves out is nan in it",
     npy_header, make_npy_rows, true, Gaps::kGiven, counted_npy_header},
};

// Bytes that a thread makes at a time: few enough that they stay in the cache until they are written, enough that
// neither the system calls nor handing them on are felt.
constexpr std::size_t kBlockBytes = 1 << 18;
constexpr std::size_t kLikelyBytesOfNumber = 16;

std::size_t block_points(const TableLayout& layout) {
  const std::size_t row = std::max<std::size_t>(layout.columns.size(), 1) * kLikelyBytesOfNumber;
  return std::clamp<std::size_t>(kBlockBytes / row, kTileSize, 16 * kTileSize);
}

// Whether the header has to be written anew when the number of rows is known.
bool has_header_to_count(const TableSetup& setup, const Output& output) {
  if (setup.grid != nullptr || !setup.layout.header || setup.format.counted_header == nullptr) return false;
  if (output.is_temporary()) return true;
  const std::string name(setup.format.name);
  throw Error(ExitCode::kUsage,
              "-f " + name +
                  ": the header tells how many points there are, known only after the last, and what went to " +
                  printable(shortened(output.name(), 200)) + " cannot be changed; write a file with -o FILE." + name +
                  ", or bare records with --no-header");
}

// What one thread works with; made when it has its first block.
struct Worker {
  std::unique_ptr<Gradient> gradient;
  std::unique_ptr<RowMaker> maker;
};

// What a block becomes.
struct Rows {
  ByteBuffer bytes;
  std::size_t points = 0;
};

}  // namespace

std::span<const TableFormat> table_formats() { return kTableFormats; }

void write_table(PointSource& points, const Gradient& gradient, const TableSetup& setup, Output& output) {
  const TableFormat& format = setup.format;
  const TableLayout& layout = setup.layout;
  const Threads threads{setup.threads, block_points(layout)};
  const bool counts_rows = has_header_to_count(setup, output);
  // Written before points that may be long in coming; else with the first rows, so that nothing is where these fail.
  std::string header = format.header(layout, setup.grid);
  const auto write_header = [&] {
    output.write(header);
    header.clear();
  };
  if (points.may_wait()) write_header();
  const std::unique_ptr<const RowMaker> first_maker = format.make_rows(layout, gradient, setup.grid);
  std::vector<Worker> workers(static_cast<std::size_t>(threads.count));
  std::vector<Rows> slots(slot_count(threads));
  const auto make = [&](std::size_t number, std::size_t slot, PointSource& block) {
    Worker& worker = workers[number];
    if (!worker.gradient) worker = {gradient.clone(), first_maker->clone()};
    Rows& rows = slots[slot];
    rows.bytes.clear();
    rows.points = 0;
    Tile tile(block.variables());
    while (block.next(tile)) {
      worker.maker->append(tile, worker.gradient->evaluate(tile), rows.bytes);
      rows.points += tile.whole_size();
    }
  };
  std::size_t rows = 0;
  const auto take = [&](std::size_t slot) {
    write_header();
    output.write(slots[slot].bytes.view());
    rows += slots[slot].points;
    if (setup.on_progress) setup.on_progress(slots[slot].points);
  };
  sample(points, threads, {make, take});
  write_header();
  if (counts_rows) output.rewrite(0, format.counted_header(layout, rows));
}

}  // namespace gradfield
