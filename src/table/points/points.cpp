#include "table/points/points.hpp"

#include <algorithm>
#include <utility>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"

namespace gradfield {
namespace {

using Cells = std::vector<std::string_view>;

// How other programs and people write what we do not read.
struct Stranger {
  std::string_view part;  // of the cell
  std::string_view cure;
};
constexpr Stranger kStrangers[] = {
    {";", "separate values by blanks or commas"},
    {"0x", "write it in decimal"},
    {"0X", "write it in decimal"},
    {"\xE2\x88\x92", "write - for the minus"},
    {"\xE2\x80\x93", "write - for the minus"},
};

Error wrong_value(const FileLine& line, std::string_view cell, const std::string& variable) {
  const Place place = place_of(cell, line);
  if (cell.empty()) return line.wrong(place, "the value of " + variable + " is missing", "write a number, or nan");
  const std::string shown = "'" + printable(shortened(cell, 40)) + "'";
  double value = 0;
  if (read_number(cell, value) == NumberReading::kTooLarge) {
    return line.wrong(place, "the number " + shown + " is too large", "the largest double is 1.7976931348623157e308");
  }
  std::string_view cure = "write a number such as -1.5e3, nan or inf";
  for (const Stranger& row : kStrangers) {
    if (cell.find(row.part) != std::string_view::npos) cure = row.cure;
  }
  return line.wrong(place, shown + " is no number", std::string(cure));
}

// Whether the blanks of a line would give the right number of values if its commas were decimal ones.
bool has_decimal_commas(const Cells& cells, std::size_t expected) {
  std::size_t between_blanks = 0;
  const char* previous_end = nullptr;
  for (const std::string_view cell : cells) {
    if (previous_end == nullptr || *previous_end != ',' || previous_end + 1 != cell.data()) ++between_blanks;
    previous_end = cell.data() + cell.size();
  }
  return between_blanks == expected;
}

Error wrong_count(const FileLine& line, const Cells& cells, const PointColumns& columns,
                  const std::vector<std::string>& variables) {
  const auto counted = [](std::size_t count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
  };
  const bool too_many = cells.size() > columns.count;
  const std::string_view last = cells.back();
  Place place = place_of(too_many ? cells[columns.count] : last, line);
  if (!too_many) place = {place.position + last.size(), 1};
  const std::vector<std::string_view> names(variables.begin(), variables.end());
  std::string cure = columns.named ? "the header has " + counted(columns.count, "column")
                                   : (names.size() == 1 ? "the variable is " : "the variables are ") + listed(names);
  if (line.text.find(';') != std::string_view::npos) {
    cure = "separate values by blanks or commas";
  } else if (cells.size() == columns.count + 1 && last.empty()) {
    cure = "delete the comma at the end";
  } else if (too_many && has_decimal_commas(cells, columns.count)) {
    cure = "a decimal comma? write a point: 1.5";
  }
  return line.wrong(place, counted(cells.size(), "value") + " in place of " + std::to_string(columns.count), cure);
}

std::string unread_note(const std::string& file, const std::vector<std::string>& columns) {
  std::vector<std::string> quoted;
  for (const std::string& name : columns) quoted.push_back("'" + name + "'");
  const std::vector<std::string_view> names(quoted.begin(), quoted.end());
  return file + ": no variables, and so not read: " + printable(shortened(listed(names), 200));
}

}  // namespace

PointReader::PointReader(Input input, std::vector<std::string> variables, std::function<void(const std::string&)> note)
    : lines_(std::move(input)), variables_(std::move(variables)), note_(std::move(note)) {}

bool PointReader::may_wait() const {
  // A regular file neither waits nor has said anything before its first line.
  if (lines_.at_start() && !lines_.input().may_wait()) return false;
  return fault_ || lines_.must_read();
}

bool PointReader::next(Tile& tile) {
  tile.resize(0);
  const bool is_known = fault_.has_value();
  try {
    while (!fault_ && tile.size() < kTileSize && (tile.size() == 0 || !lines_.must_read())) {
      const std::optional<FileLine> line = lines_.next();
      if (!line) break;
      add_point(*line, tile);
    }
  } catch (const Error& fault) {
    fault_ = fault;
  }
  // A fault right after a full tile shows as an empty one first, and as may_wait, so that the rows before it go out.
  if (fault_ && tile.size() == 0 && (is_known || count_ == 0)) throw *fault_;
  count_ += tile.size();
  return tile.size() > 0 || fault_;
}

void PointReader::add_point(const FileLine& line, Tile& tile) {
  const bool by_commas =
      columns_ && columns_->separators == Separators::kCommas && line.text.find(',') != std::string_view::npos;
  split_cells(line, by_commas ? Separators::kCommas : Separators::kBlanksAndCommas, cells_);
  if (cells_.empty()) return;
  if (!columns_) {
    columns_ = read_header(line, variables_);
    if (columns_ && !columns_->unread.empty()) note_(unread_note(name(), columns_->unread));
    if (columns_) return;
    columns_ = columns_in_order(variables_.size());
  }
  if (cells_.size() != columns_->count) throw wrong_count(line, cells_, *columns_, variables_);
  const std::size_t at = tile.size();
  for (std::size_t k = 0; k < variables_.size(); ++k) {
    const std::string_view cell = cells_[columns_->places[k]];
    if (read_number(cell, tile.mutable_coordinate(k)[at]) != NumberReading::kNumber)
      throw wrong_value(line, cell, variables_[k]);
  }
  tile.resize(at + 1);
}

}  // namespace gradfield
