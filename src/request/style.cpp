#include "request/style.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "cli/values.hpp"
#include "formula/words/words.hpp"
#include "plot/gnuplot/commands.hpp"

namespace gradfield {
namespace {

Error wrong(const std::string& message) { return Error(ExitCode::kUsage, message); }

// What `name` means among the rows of a table.
template <typename Row>
const Row* read_row(const std::string& option, const std::string& name, std::span<const Row> rows) {
  std::vector<std::string_view> names;
  for (const Row& row : rows) {
    if (row.name == name) return &row;
    names.push_back(row.name);
  }
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    all += (i == 0 ? "" : i + 1 < names.size() ? ", " : " or ") + std::string(names[i]);
  }
  throw wrong("--" + option + ": there is no '" + printable(shortened(name, 40)) + "'; " +
              suggestion(name, names, "write " + all));
}

// The name of a palette; with -r behind it, the other way round.
Palette read_palette(const std::string& text) {
  constexpr std::string_view kReversed = "-r";
  const bool is_reversed = text.ends_with(kReversed);
  Palette palette =
      *read_row("palette", is_reversed ? text.substr(0, text.size() - kReversed.size()) : text, palettes());
  palette.is_reversed = is_reversed;
  return palette;
}

void read_color(const std::string& name, PictureStyle& style) {
  if (name == "norm" || name == "f") {
    style.color_by = name == "norm" ? ColorBy::kNorm : ColorBy::kValue;
    return;
  }
  style.color_by = ColorBy::kOneColor;
  style.color = find_color(name);
  if (!style.color) {
    throw wrong("--color: there is no colour '" + printable(shortened(name, 40)) + "'; " +
                suggestion(name, color_names(), "write a name such as blue, #rrggbb, norm or f"));
  }
}

// A positive number of plain digits, or nothing.
std::optional<double> read_length(std::string_view text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  return fault == std::errc() && rest == end && std::isfinite(value) && value > 0 ? std::optional(value) : std::nullopt;
}

std::pair<double, double> read_color_range(const std::string& text, const std::vector<Constant>& constants) {
  const std::vector<std::string> ends = split_outside_brackets(text, ':');
  const std::string given = "--color-range " + printable(shortened(text, 40));
  if (ends.size() != 2) throw wrong(given + ": write MIN:MAX, such as 0:10");
  const double low = read_constant("--color-range", ends[0], constants);
  const double high = read_constant("--color-range", ends[1], constants);
  if (!(low < high) || !std::isfinite(high - low)) throw wrong(given + ": MIN must be less than MAX, both finite");
  return {low, high};
}

// A number between the two, or an error that says what to write.
double read_between(const std::string& option, const std::string& text, double low, double high,
                    const std::string& cure) {
  const std::optional<double> number = read_length(text);
  if (!number || *number < low || *number > high) {
    throw wrong("--" + option + " " + printable(shortened(text, 40)) + ": write " + cure);
  }
  return *number;
}

// Of a picture in pixels, which is to be no larger than its terminal draws.
double read_dpi(const std::string& text, const PageSize& size, const Terminal& terminal) {
  constexpr double kLeast = 24, kMost = 1200;
  const double dpi =
      read_between("dpi", text, kLeast, kMost, "pixels to the inch from 24 to 1200; 96 is the usual number");
  const auto pixels = [&](double length) { return std::round(length * dpi / kUsualDpi); };
  if (terminal.has_pixels &&
      (pixels(size.width) > terminal.largest.width || pixels(size.height) > terminal.largest.height)) {
    const double most =
        kUsualDpi * std::min(terminal.largest.width / size.width, terminal.largest.height / size.height);
    throw wrong("--dpi " + printable(shortened(text, 40)) + ": a page of " + number_text(size.width) + "x" +
                number_text(size.height) + " has more than " + number_text(terminal.largest.width) +
                " pixels each way then; it takes up to " + number_text(std::floor(most)));
  }
  return dpi;
}

PageSize read_size(const std::string& text, const Terminal& terminal) {
  const std::size_t cross = text.find('x');
  const std::string unit(terminal.unit);
  const std::string given = "--size " + printable(shortened(text, 40));
  const bool in_pixels = terminal.points_per_unit == 1;
  const auto width = read_length(text.substr(0, cross));
  const auto height = cross == std::string::npos ? std::nullopt : read_length(text.substr(cross + 1));
  if (!width || !height)
    throw wrong(given + ": write WIDTHxHEIGHT in " + unit + (in_pixels ? ", such as 600x600" : ", such as 6x6"));
  const PageSize size{in_pixels ? std::round(*width) : *width, in_pixels ? std::round(*height) : *height};
  const double least = 100 / terminal.points_per_unit;
  if (size.width < least || size.height < least || size.width > terminal.largest.width ||
      size.height > terminal.largest.height) {
    const auto whole = [](double length) { return std::to_string(static_cast<int>(std::ceil(length))); };
    throw wrong(given + ": the page of " + std::string(terminal.name) + " is " + whole(least) + " to " +
                whole(terminal.largest.width) + " " + unit + " wide and high");
  }
  return size;
}

Cap read_cap(const std::string& text) {
  if (text == "none") return {false, {}};
  return {false, read_between("cap", text, 0, 100, "a percentile above 0 and up to 100, such as 95, or none")};
}

ContourStyle read_contour(const std::string& text) {
  ContourStyle contour;
  constexpr int kMostLevels = 100;
  const std::string cure =
      "--contour: write a number of level lines from 1 to 100, such as --contour=12, or levels with commas, such as "
      "--contour=0,0.5,1 or one alone, --contour=0,";
  if (text.empty()) return contour;
  if (text.find(',') == std::string::npos) {
    const std::optional<double> count = read_length(text);
    if (!count || *count != std::floor(*count) || *count > kMostLevels) throw wrong(cure);
    contour.count = static_cast<int>(*count);
    return contour;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    double level = 0;
    if (read_number(std::string_view(text).substr(begin, end - begin), level) != NumberReading::kNumber ||
        !std::isfinite(level)) {
      throw wrong(cure);
    }
    contour.levels.push_back(level);
    begin = end + 1;
  }
  if (contour.levels.empty() || contour.levels.size() > kMostLevels) throw wrong(cure);
  std::ranges::sort(contour.levels);
  contour.levels.erase(std::unique(contour.levels.begin(), contour.levels.end()), contour.levels.end());
  return contour;
}

HeatMap read_heat_map(const std::string& text) {
  if (text.empty() || text == "f") return HeatMap::kValue;
  if (text == "norm") return HeatMap::kNorm;
  throw wrong("--heatmap: there is no '" + printable(shortened(text, 40)) + "'; write --heatmap=f or --heatmap=norm");
}

double read_stream(const std::string& text) {
  return text.empty() ? 1 : read_between("stream", text, 0.25, 4, "a density from 0.25 to 4; 1 is the usual one");
}

View read_view(const std::string& text) {
  // Straight from above there is no height, and from below no floor.
  constexpr double kRound = 360, kLowest = 5, kHighest = 85;
  View view;
  const std::size_t comma = text.find(',');
  const auto read = [&](std::string_view angle, double& degrees) {
    return read_number(angle, degrees) == NumberReading::kNumber;
  };
  if (comma == std::string::npos || !read(std::string_view(text).substr(0, comma), view.azimuth) ||
      !read(std::string_view(text).substr(comma + 1), view.elevation) || !(std::fabs(view.azimuth) <= kRound) ||
      !(view.elevation >= kLowest && view.elevation <= kHighest)) {
    throw wrong("--view " + printable(shortened(text, 40)) +
                ": write an azimuth from -360 to 360 and an elevation from 5 to 85 degrees, such as --view -55,23");
  }
  return view;
}

// Layers that are told more than that they are asked for.
struct LayerReader {
  const char* option;
  void (*read)(const std::string& text, PictureStyle& style);
};
constexpr LayerReader kLayerReaders[] = {
    {"contour", [](const std::string& text, PictureStyle& style) { style.contour = read_contour(text); }},
    {"heatmap", [](const std::string& text, PictureStyle& style) { style.heat_map = read_heat_map(text); }},
    {"stream", [](const std::string& text, PictureStyle& style) { style.stream = read_stream(text); }},
};

// Colours, their bar and the key come from one scale and one palette, of which gnuplot knows nothing but places from 0
// to 1: inks over them are chosen for it.
void check_command(std::string_view command) {
  struct Row {
    std::string_view name, cure;
  };
  constexpr Row kRows[] = {{"cbrange", "--color-range MIN:MAX"},
                           {"cbtics", "--color-range and --color-scale"},
                           {"palette", "--palette NAME"}};
  constexpr std::size_t kFewest = 3;
  const auto refuse = [&](std::string_view cure) {
    throw wrong("--set '" + printable(shortened(command, 40)) + "': colours and their scale are not gnuplot's; take " +
                std::string(cure));
  };
  for (const Row& row : kRows) {
    if (setting_of(command, row.name, kFewest)) refuse(row.cure);
  }
  const auto scaled = setting_of(command, "logscale", kFewest);
  if (scaled && scaled->find("cb") != std::string_view::npos) refuse("--color-scale log");
}

// NAME, NAME,SIZE or ,SIZE.
void read_font(const std::string& text, PictureStyle& style) {
  const std::size_t comma = text.find(',');
  const std::string name = text.substr(0, comma);
  const bool is_printable = std::ranges::none_of(name, [](unsigned char c) { return c < ' ' || c == 0x7f; });
  if (text.empty() || !is_printable)
    throw wrong("--font: write a font's name, such as Serif, or name and size: Serif,14");
  if (!name.empty()) style.font = name;
  if (comma == std::string::npos) return;
  style.font_size = read_between("font", text.substr(comma + 1), 4, 72, "a size from 4 to 72 points, such as Serif,14");
}

}  // namespace

PictureStyle read_style(const Options& options, const std::string& expression, const Terminal& terminal,
                        const std::vector<Constant>& constants) {
  PictureStyle style;
  style.expression = expression;
  style.length = read_row("length", options.length, length_rules());
  style.arrows.descent = options.descent;
  style.arrows.pivot = read_row("pivot", options.pivot, pivots());
  if (options.scale) {
    style.arrows.longest = read_between("scale", *options.scale, 0.05, 100, "a number of grid cells from 0.05 to 100");
  }
  if (options.cap) style.cap = read_cap(*options.cap);
  if (options.palette) style.palette = read_palette(*options.palette);
  style.color_wish.growth = read_row("color-scale", options.color_scale, color_growths())->growth;
  if (options.color_range) style.color_wish.range = read_color_range(*options.color_range, constants);
  style.theme = read_row("theme", options.theme, themes());
  style.layers = options.layers;
  for (const LayerReader& layer : kLayerReaders) {
    if (const auto asked = options.layers.find(layer.option); asked != options.layers.end()) {
      layer.read(asked->second, style);
    }
  }
  style.surface = options.surface;
  if (options.view) style.view = read_view(*options.view);
  style.aspect = read_row("aspect", options.aspect, aspects())->aspect;
  if (options.font) read_font(*options.font, style);
  style.title = options.title;
  style.x_label = options.x_label;
  style.y_label = options.y_label;
  style.grid_lines = !options.no_grid;
  style.shows_arrows = !options.no_arrows;
  style.key = !options.no_key;
  style.labels = !options.no_labels;
  for (const std::string& commands : options.commands) {
    for (const std::string_view command : commands_of(commands)) check_command(command);
  }
  style.commands = options.commands;
  if (options.color) read_color(*options.color, style);
  if (options.size) style.size = read_size(*options.size, terminal);
  if (options.dpi) style.dpi = read_dpi(*options.dpi, style.size.value_or(terminal.default_size), terminal);
  style.is_transparent = options.transparent;
  return style;
}

TableLayout read_layout(const Options& options, std::vector<Column> available) {
  TableLayout layout;
  std::string list, comma;  // with θ as theta
  for (const std::string& name : split(options.columns.value_or(""), ',')) {
    list += std::exchange(comma, ",") + plain_name(name);
  }
  layout.columns = options.columns ? choose_among(available, list) : default_columns(std::move(available));
  if (options.precision) {
    layout.precision = static_cast<int>(read_count("--precision", *options.precision, 1, kLargestPrecision));
  }
  layout.header = !options.no_header;
  return layout;
}

}  // namespace gradfield
