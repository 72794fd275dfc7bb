#include "table/npy.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/spelling.hpp"
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

// The three versions differ in the size of the length that stands before the text, and in its encoding.
struct Version {
  char number;
  std::size_t length_bytes;
};
constexpr Version kShort{1, 2}, kLong{2, 4}, kUtf8{3, 4};
constexpr std::size_t kLongestShort = 0xFFFF;
constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::size_t kAlignment = 64;

void require_distinct_names(const std::vector<Column>& columns) {
  std::set<std::string_view> seen;
  for (const Column& column : columns) {
    if (seen.insert(column.name).second) continue;
    throw Error(ExitCode::kUsage, "-f npy: two columns are called '" + printable(shortened(column.name, 40)) +
                                      "', and the fields of an array need different names; give each once with "
                                      "--columns");
  }
}

// How many doubles a cell takes: one, or of a word as many as hold its letters, two each.
std::size_t slots_of(const Column& column) {
  std::size_t longest = 0;
  for (const std::string_view word : column.words) longest = std::max(longest, word.size());
  return column.words.empty() ? 1 : std::max<std::size_t>((longest + 1) / 2, 1);
}

std::size_t slots_of(const std::vector<Column>& columns) {
  std::size_t slots = 0;
  for (const Column& column : columns) slots += slots_of(column);
  return slots;
}

// Two letters, as code points of four bytes; zeros behind the end. Such a double is tiny: neither nan nor -0.
double letters_of(std::string_view word, std::size_t first) {
  const auto letter = [&](std::size_t i) {
    return i < word.size() ? std::uint64_t{static_cast<unsigned char>(word[i])} : std::uint64_t{0};
  };
  return std::bit_cast<double>(letter(first) | letter(first + 1) << 32);
}

// A literal of Python, as numpy itself writes it. The names are letters, digits and _, and need no escapes.
std::string description(const std::vector<Column>& columns, std::span<const std::size_t> shape) {
  std::string text = "{'descr': [";
  for (const Column& column : columns) {
    text += &column == columns.data() ? "('" : ", ('";
    text += column.name + (column.words.empty() ? "', '<f8')" : "', '<U" + std::to_string(2 * slots_of(column)) + "')");
  }
  text += "], 'fortran_order': False, 'shape': (";
  for (std::size_t k = 0; k < shape.size(); ++k) text += (k == 0 ? "" : ", ") + std::to_string(shape[k]);
  return text + (shape.size() == 1 ? ",), }" : "), }");
}

// Where the header ends that has `text` and its line end.
std::size_t padded_end(std::size_t text, const Version& version) {
  const std::size_t end = kMagic.size() + 2 + version.length_bytes + text + 1;
  return (end + kAlignment - 1) / kAlignment * kAlignment;
}

Version version_of(const std::string& text) {
  if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) > 127; })) return kUtf8;
  const std::size_t front = kMagic.size() + 2 + kShort.length_bytes;
  return padded_end(text.size(), kShort) - front <= kLongestShort ? kShort : kLong;
}

// With the padding of a header that has `widest` characters of description.
std::string header_of(const std::string& text, std::size_t widest, const Version& version) {
  const std::size_t end = padded_end(widest, version);
  std::string header(kMagic);
  header += {version.number, '\0'};
  const std::size_t length = end - header.size() - version.length_bytes;
  for (std::size_t k = 0; k < version.length_bytes; ++k) header += static_cast<char>(length >> (8 * k) & 0xFF);
  header += text;
  header.resize(end, ' ');
  header.back() = '\n';
  return header;
}

}  // namespace

NpyRows::NpyRows(const TableLayout& layout)
    : columns_(layout.columns),
      values_(slots_of(layout.columns)),
      scratch_(slots_of(layout.columns), std::vector<double>(kTileSize)) {}

void NpyRows::append(const Tile& tile, const GradientTile& values, ByteBuffer& out) {
  const std::size_t width = values_.size();
  std::size_t slot = 0;
  for (const Column& column : columns_) {
    const double* const of_column = column.values(tile, values, column.index, scratch_[slot].data());
    if (column.words.empty()) {
      values_[slot++] = of_column;
      continue;
    }
    for (std::size_t first = 0; first < 2 * slots_of(column); first += 2, ++slot) {
      for (std::size_t i = 0; i < tile.size(); ++i) {
        scratch_[slot][i] = letters_of(column.words[static_cast<std::size_t>(of_column[i])], first);
      }
      values_[slot] = scratch_[slot].data();
    }
  }
  const std::size_t count = tile.whole_size() * width;
  // Nothing but doubles stands in the buffer, whose memory is aligned for any type.
  double* records = reinterpret_cast<double*>(out.reserve(count * sizeof(double)));
  active_blocks().interleave(values_.data(), width, tile.size(), records);
  if (!tile.is_whole()) spread(tile, width, records);
  if constexpr (std::endian::native == std::endian::big) swap_bytes(records, count);
  out.set_end(reinterpret_cast<const char*>(records + count));
}

std::string npy_header(const TableLayout& layout, const Grid* grid) {
  if (!layout.header) return "";
  require_distinct_names(layout.columns);
  if (grid == nullptr) return counted_npy_header(layout, 0);
  std::vector<std::size_t> shape;
  for (const Axis& axis : grid->axes) shape.insert(shape.begin(), axis.count);
  const std::string text = description(layout.columns, shape);
  return header_of(text, text.size(), version_of(text));
}

std::string counted_npy_header(const TableLayout& layout, std::size_t records) {
  if (!layout.header) return "";
  const std::size_t most[] = {std::numeric_limits<std::size_t>::max()};
  const std::string widest = description(layout.columns, most);
  return header_of(description(layout.columns, {&records, 1}), widest.size(), version_of(widest));
}

}  // namespace gradfield
