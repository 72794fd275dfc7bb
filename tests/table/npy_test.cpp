// NPY files to the byte: the header against numpy's own, the records, the same for every number of threads.
#include "table/npy.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>

#include "base/error.hpp"
#include "field/methods/methods.hpp"
#include "formula/compile.hpp"
#include "support/process.hpp"
#include "table/table.hpp"

namespace gradfield::test {
namespace {

using namespace std::string_literals;

TableLayout layout_of(const std::vector<std::string>& names) {
  TableLayout layout;
  for (const std::string& name : names) layout.columns.push_back({name, 0, true, nullptr, nullptr, nullptr});
  return layout;
}

Grid grid_of(const std::vector<std::size_t>& counts) {
  Grid grid;
  for (const std::size_t count : counts) grid.axes.push_back({"x", 0, 1, count});
  return grid;
}

// The version of a header and its length as the header tells them.
struct Front {
  int version;
  std::size_t bytes;
};
Front front_of(const std::string& header) {
  EXPECT_EQ(header.substr(0, 6), "\x93NUMPY");
  EXPECT_EQ(header[7], 0);
  const std::size_t length_bytes = header[6] == 1 ? 2 : 4;
  std::size_t length = 0;
  for (std::size_t k = 0; k < length_bytes; ++k) {
    length |= std::size_t{static_cast<unsigned char>(header[8 + k])} << (8 * k);
  }
  return {header[6], 8 + length_bytes + length};
}

// The texts of headers as numpy writes them, without the blanks at the end, whose number differs between its versions.
TEST(NpyHeader, IsNumpysOwnButForTheBlanksAtItsEnd) {
  struct Row {
    std::vector<std::string> names;
    std::vector<std::size_t> counts;  // the first axis first
    std::string shape;
  };
  std::vector<std::string> many;
  for (int k = 0; k < 300; ++k) many.push_back("column_" + std::to_string(k));
  for (const Row& row : {Row{{"f"}, {7}, "(7,)"},
                         {{"x", "y", "f", "df_dx", "df_dy"}, {20, 10}, "(10, 20)"},
                         {{"x", "norm"}, {1, 1, 1}, "(1, 1, 1)"},
                         {many, {1000000, 1000000, 1000000, 2}, "(2, 1000000, 1000000, 1000000)"}}) {
    std::string names;
    for (const std::string& name : row.names) names += "'" + name + "',";
    const std::string expected = run_numpy(
        "import io, sys, numpy as np\n"
        "file = io.BytesIO()\n"
        "dtype = np.dtype([(name, '<f8') for name in [" +
        names +
        "]])\n"
        "np.lib.format.write_array_header_1_0(file, {'descr': np.lib.format.dtype_to_descr(dtype),\n"
        "    'fortran_order': False, 'shape': " +
        row.shape +
        "})\n"
        "sys.stdout.write(file.getvalue()[10:].decode().rstrip())\n");
    const Grid grid = grid_of(row.counts);
    const std::string header = npy_header(layout_of(row.names), &grid);
    EXPECT_EQ(header.substr(10, header.find_last_not_of(" \n") - 9), expected);
    EXPECT_EQ(header.substr(0, 8), "\x93NUMPY\x01\x00"s);
  }
}

TEST(NpyHeader, EndsInALineEndAtAMultipleOf64WithNoMoreBlanksThanThatTakes) {
  const Grid grid = grid_of({3, 2});
  for (std::size_t length = 1; length <= 70; ++length) {
    const std::string header = npy_header(layout_of({std::string(length, 'x')}), &grid);
    EXPECT_EQ(header.size() % 64, 0u) << length;
    EXPECT_EQ(front_of(header).bytes, header.size()) << length;
    EXPECT_EQ(header.back(), '\n') << length;
    EXPECT_LT(header.size() - header.find('}'), 66u) << length;
  }
}

TEST(NpyHeader, TakesTheVersionThatItsLengthAndLettersNeed) {
  const TemporaryFolder folder;
  const Grid grid = grid_of({1});
  // Numpy reads the names and the record behind each of these headers.
  const auto expect_numpy_reads = [&](const std::string& header, const std::string& name) {
    write_file(folder / "field.npy", header + std::string(8, '\0'));
    EXPECT_EQ(run_numpy("import sys, numpy as np\n"
                        "array = np.load(sys.argv[1], max_header_size=100000)\n"
                        "sys.stdout.buffer.write(array.dtype.names[0].encode())\n"
                        "assert array.shape == (1,) and array[0][0] == 0\n",
                        {folder / "field.npy"}),
              name);
  };
  // A length of two bytes reaches 65535 beyond the 10 bytes before the text: the last multiple of 64 is 65536.
  const std::string smallest = npy_header(layout_of({"x"}), &grid);
  const std::size_t around = smallest.find('}') + std::string("}\n").size() - 1;  // all but the name and the blanks
  for (const std::size_t spare : {2u, 1u, 0u}) {
    const std::string name(65536 - around - spare, 'n');
    const std::string header = npy_header(layout_of({name}), &grid);
    EXPECT_EQ(front_of(header).version, 1);
    EXPECT_EQ(header.size(), 65536u);
    EXPECT_EQ(front_of(header).bytes, 65536u);
    expect_numpy_reads(header, name);
  }
  for (const std::size_t more : {1u, 2u, 1000u}) {
    const std::string name(65536 - around + more, 'n');
    const std::string header = npy_header(layout_of({name}), &grid);
    EXPECT_EQ(front_of(header).version, 2);
    EXPECT_EQ(header.size() % 64, 0u);
    EXPECT_EQ(front_of(header).bytes, header.size());
    expect_numpy_reads(header, name);
  }
  const std::string greek = npy_header(layout_of({"dα"}), &grid);
  EXPECT_EQ(front_of(greek).version, 3);
  EXPECT_EQ(front_of(greek).bytes, greek.size());
  expect_numpy_reads(greek, "dα");
}

TEST(NpyHeader, HasRoomForAnyNumberOfRecordsWhereThereIsNoGrid) {
  const TableLayout layout = layout_of({"x", "f"});
  const std::string before = npy_header(layout, nullptr);
  EXPECT_THAT(before, testing::HasSubstr("'shape': (0,), }"));
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{12345}, SIZE_MAX}) {
    const std::string header = counted_npy_header(layout, count);
    EXPECT_EQ(header.size(), before.size()) << count;
    EXPECT_EQ(front_of(header).bytes, header.size()) << count;
    EXPECT_EQ(header.back(), '\n') << count;
    EXPECT_THAT(header, testing::HasSubstr("'shape': (" + std::to_string(count) + ",), }"));
  }
}

TEST(NpyHeader, IsEmptyWhereTheLayoutHasNone) {
  TableLayout layout = layout_of({"f", "f"});
  layout.header = false;
  EXPECT_EQ(npy_header(layout, nullptr), "");
  EXPECT_EQ(counted_npy_header(layout, 3), "");
}

TEST(NpyHeader, RefusesTwoColumnsOfOneName) {
  const Grid grid = grid_of({1});
  for (const Grid* points : {&grid, static_cast<const Grid*>(nullptr)}) {
    try {
      npy_header(layout_of({"f", "x", "f"}), points);
      FAIL();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kUsage);
      EXPECT_THAT(error.what(), testing::HasSubstr("two columns are called 'f'"));
    }
  }
}

// A coordinate and f of a tile as records.
std::string records_of(const Tile& tile, const std::vector<double>& f) {
  const std::vector<Column> available = available_columns({{"x"}});
  TableLayout layout;
  layout.columns = {available[0], available[1]};
  GradientTile values;
  values.f = f;
  ByteBuffer bytes;
  NpyRows(layout).append(tile, values, bytes);
  return std::string(bytes.view());
}

// Of 8 bytes each, the lowest first.
std::string bytes_of(const std::vector<std::uint64_t>& words) {
  std::string bytes;
  for (const std::uint64_t word : words) {
    for (int k = 0; k < 8; ++k) bytes += static_cast<char>(word >> (8 * k) & 0xFF);
  }
  return bytes;
}

constexpr std::uint64_t kQuietNan = 0x7ff8000000000000, kOne = 0x3ff0000000000000, kTwo = 0x4000000000000000;

TEST(NpyRows, AreLittleEndianDoublesWithOneNanAndOneZero) {
  const double inf = std::numeric_limits<double>::infinity();
  Tile tile(1);
  tile.resize(5);
  for (int i = 0; i < 5; ++i) tile.mutable_coordinate(0)[i] = i == 4 ? -0.0 : 1;
  EXPECT_EQ(records_of(tile, {2, -0.0, std::bit_cast<double>(0xfff8000000000123), -inf, 5e-324}),
            bytes_of({kOne, kTwo, kOne, 0, kOne, kQuietNan, kOne, 0xfff0000000000000, 0, 1}));
}

TEST(NpyRows, KeepThePlacesOfPointsLeftOutWithNan) {
  // All ways to keep some of 5 points.
  for (unsigned set = 0; set < 32; ++set) {
    Tile tile(1);
    tile.resize(5);
    std::vector<std::uint16_t> places;
    std::vector<double> f;
    std::vector<std::uint64_t> expected;
    for (std::uint16_t i = 0; i < 5; ++i) {
      const bool is_kept = set >> i & 1;
      const double x = i + 10.0, value = i + 20.0;
      tile.mutable_coordinate(0)[i] = x;
      if (is_kept) places.push_back(i);
      if (is_kept) f.push_back(value);
      expected.push_back(is_kept ? std::bit_cast<std::uint64_t>(x) : kQuietNan);
      expected.push_back(is_kept ? std::bit_cast<std::uint64_t>(value) : kQuietNan);
    }
    tile.keep(places.data(), places.size());
    EXPECT_EQ(records_of(tile, f), bytes_of(expected)) << set;
  }
}

TEST(WriteTable, MakesTheSameNpyFileWithAnyNumberOfThreads) {
  const TemporaryFolder folder;
  const Grid grid{{{"x", -3, 3, 301}, {"y", -2, 2, 197}}};
  const Names names{{"x", "y"}, {}};
  const Program condition = compile_expression("x*y < 1", names);
  MethodSettings settings;
  settings.grid = grid;
  const auto gradient = make_gradient(methods()[0], compile_expression("log(x)*y", names), settings);
  const auto format = std::ranges::find(table_formats(), "npy", &TableFormat::name);
  const auto file_of = [&](int threads, bool is_filtered) {
    GridCursor all(grid);
    FilteredPoints some(all, condition, format->gaps);
    Output output = Output::file(folder / "field.npy");
    TableLayout layout;
    layout.columns = default_columns(available_columns({names.variables}));
    write_table(is_filtered ? static_cast<PointSource&>(some) : all, *gradient, {*format, layout, &grid, threads},
                output);
    output.commit();
    return read_file(folder / "field.npy");
  };
  for (const bool is_filtered : {false, true}) {
    const std::string one = file_of(1, is_filtered);
    EXPECT_EQ(one.size(), front_of(one).bytes + 301 * 197 * 5 * 8);
    for (const int threads : {2, 3, 8}) EXPECT_EQ(file_of(threads, is_filtered), one) << threads;
  }
}

}  // namespace
}  // namespace gradfield::test
