#include "table/text_rows.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/error.hpp"
#include "base/numbers/number.hpp"

namespace gradfield {
namespace {

// Of a number as written by write_number: two vectors of 16 bytes, copied whole whatever the length.
constexpr std::size_t kShortSlot = 32;
static_assert(kShortSlot >= kLongestNumber + 2);

// %.*g writes at most a sign, a point, the digits, zeros or an exponent such as e-308.
std::size_t slot_size_for(const TableLayout& layout) {
  std::size_t longest = 0;
  for (const Column& column : layout.columns) {
    for (const std::string_view word : column.words) longest = std::max(longest, word.size());
  }
  if (longest + 2 > kShortSlot) throw Error(ExitCode::kInternal, "a word of a table is too long");
  const std::optional<int> precision = layout.precision;
  return precision ? std::max<std::size_t>(kShortSlot, static_cast<std::size_t>(*precision) + 16) : kShortSlot;
}

}  // namespace

TextRows::TextRows(const TableLayout& layout, char separator, const Gradient& gradient, const Grid* grid)
    : precision_(layout.precision),
      slot_size_(slot_size_for(layout)),
      values_(layout.columns.size()),
      scratch_(layout.columns.size(), std::vector<double>(kTileSize)),
      row_slots_(layout.columns.size() * slot_size_) {
  for (const Column& column : layout.columns) texts_.push_back({column, separator, Origin::kEveryPoint, nullptr});
  if (!texts_.empty()) texts_.back().end = '\n';
  if (grid == nullptr) return;
  const GradientVariables variables = gradient.depends_on(grid->axes.size());
  std::size_t kept = 0;
  for (Text& text : texts_) {
    const VariableSet set = text.column.variables(variables, text.column.index);
    if ((set & kFirstVariable) == 0) {
      text.origin = Origin::kRow;
    } else if (set == kFirstVariable && has_many_rows(*grid)) {
      kept += grid->axes[0].count * slot_size_;
      if (kept <= kLargestAxisCache) text.origin = Origin::kFirstAxis;
    }
  }
  keep_first_axis(gradient, *grid);
}

void TextRows::keep_first_axis(const Gradient& gradient, const Grid& grid) {
  const auto is_kept = [](const Text& text) { return text.origin == Origin::kFirstAxis; };
  if (std::ranges::none_of(texts_, is_kept)) return;
  std::vector<std::shared_ptr<std::vector<char>>> slots(texts_.size());
  for (std::size_t c = 0; c < texts_.size(); ++c) {
    if (is_kept(texts_[c])) slots[c] = std::make_shared<std::vector<char>>(grid.axes[0].count * slot_size_);
  }
  const std::unique_ptr<Gradient> own = gradient.clone();
  const std::unique_ptr<PointSource> first_row = GridCursor(grid).take(grid.axes[0].count);
  Tile tile(grid.axes.size());
  for (std::size_t first = 0; first_row->next(tile); first += tile.size()) {
    evaluate_columns(tile, own->evaluate(tile));
    for (std::size_t c = 0; c < texts_.size(); ++c) {
      if (!is_kept(texts_[c])) continue;
      for (std::size_t i = 0; i < tile.size(); ++i) {
        write_slot(slots[c]->data() + (first + i) * slot_size_, values_[c][i], texts_[c].end);
      }
    }
  }
  for (std::size_t c = 0; c < texts_.size(); ++c) texts_[c].kept = std::move(slots[c]);
}

void TextRows::evaluate_columns(const Tile& tile, const GradientTile& values) {
  for (std::size_t c = 0; c < texts_.size(); ++c) {
    const Column& column = texts_[c].column;
    values_[c] = column.values(tile, values, column.index, scratch_[c].data());
  }
}

void TextRows::write_slot(char* slot, double value, char end) const {
  char* at = precision_ ? write_number(slot, value, *precision_) : write_number(slot, value);
  *at++ = end;
  slot[slot_size_ - 1] = static_cast<char>(at - slot);
}

template <bool kShortest>
char* TextRows::write_rows(const Tile& tile, std::size_t first, std::size_t count, std::optional<std::size_t> column,
                           char* out) {
  const std::size_t slot_size = kShortest ? kShortSlot : slot_size_;
  cells_.clear();
  for (std::size_t c = 0; c < texts_.size(); ++c) {
    const std::span<const std::string_view> words = texts_[c].column.words;
    Cell cell{nullptr, 0, values_[c] + first, texts_[c].end, words.empty() ? nullptr : words.data()};
    if (column && texts_[c].origin == Origin::kFirstAxis) {
      cell.slot = texts_[c].kept->data() + *column * slot_size;
      cell.step = slot_size;
    } else if (column && texts_[c].origin == Origin::kRow) {
      char* slot = row_slots_.data() + c * slot_size;
      write_slot(slot, *cell.values, cell.end);
      cell.slot = slot;
    }
    cells_.push_back(cell);
  }
  const std::uint16_t* kept = tile.kept().empty() ? nullptr : tile.kept().data() + first;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t place = kept == nullptr ? i : kept[i];
    for (const Cell& cell : cells_) {
      if (cell.slot != nullptr) {
        const char* slot = cell.slot + place * cell.step;
        std::memcpy(out, slot, slot_size);
        out += static_cast<unsigned char>(slot[slot_size - 1]);
      } else if (cell.words != nullptr) {
        const std::string_view word = cell.words[static_cast<std::size_t>(cell.values[i])];
        out = std::copy(word.begin(), word.end(), out);
        *out++ = cell.end;
      } else {
        out = kShortest ? write_number(out, cell.values[i]) : write_number(out, cell.values[i], *precision_);
        *out++ = cell.end;
      }
    }
  }
  return out;
}

void TextRows::append(const Tile& tile, const GradientTile& values, ByteBuffer& out) {
  if (tile.size() == 0) return;
  evaluate_columns(tile, values);
  char* at = out.reserve((tile.size() * texts_.size() + 1) * slot_size_);
  const auto write = [&](std::size_t first, std::size_t count, std::optional<std::size_t> column) {
    at = precision_ ? write_rows<false>(tile, first, count, column, at)
                    : write_rows<true>(tile, first, count, column, at);
  };
  if (!tile.has_columns()) {
    write(0, tile.size(), {});
  } else if (!tile.is_whole()) {
    write(0, tile.size(), tile.place()->column);
  } else {
    for_each_row(tile, write);
  }
  out.set_end(at);
}

}  // namespace gradfield
