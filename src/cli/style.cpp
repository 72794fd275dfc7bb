#include "cli/style.hpp"

#include <charconv>
#include <cmath>
#include <string_view>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/values.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

Error wrong(const std::string& message) { return Error(ExitCode::kUsage, message); }

void read_color(const std::string& name, PictureStyle& style) {
  if (name == "norm" || name == "f") {
    style.color_by = name == "norm" ? ColorBy::kNorm : ColorBy::kValue;
    return;
  }
  const std::optional<Rgb> color = find_color(name);
  if (!color) {
    throw wrong("--color: there is no colour '" + printable(shortened(name, 40)) + "'; " +
                suggestion(name, color_names(), "write a name such as blue, #rrggbb, norm or f"));
  }
  style.color_by = ColorBy::kOneColor;
  style.color = *color;
}

// A positive number of plain digits, or nothing.
std::optional<double> read_length(std::string_view text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  return fault == std::errc() && rest == end && std::isfinite(value) && value > 0 ? std::optional(value) : std::nullopt;
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
    throw wrong(given + ": a " + std::string(terminal.name) + " page is " + whole(least) + " to " +
                whole(terminal.largest.width) + " " + unit + " wide and high");
  }
  return size;
}

}  // namespace

PictureStyle read_style(const Options& options, const std::string& expression, const Terminal& terminal) {
  PictureStyle style;
  style.expression = expression;
  style.descent = options.descent;
  style.title = options.title;
  style.x_label = options.x_label;
  style.y_label = options.y_label;
  style.grid_lines = !options.no_grid;
  read_color(options.color, style);
  if (options.size) style.size = read_size(*options.size, terminal);
  return style;
}

TableLayout read_layout(const Options& options, const FieldContent& content) {
  TableLayout layout;
  layout.columns = options.columns ? choose_columns(*options.columns, content) : default_columns(content);
  if (options.precision) {
    layout.precision = static_cast<int>(read_count("--precision", *options.precision, 1, kLargestPrecision));
  }
  layout.header = !options.no_header;
  return layout;
}

}  // namespace gradfield
