#include "plot/text_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/spelling.hpp"
#include "expression/one_line.hpp"
#include "kernel/mathematics.hpp"
#include "plot/arrows.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// What a picture is drawn with: directions counter-clockwise from east by 45 degrees, then the frame.
struct Glyphs {
  std::array<std::string_view, 8> arrows;
  std::string_view zero, horizontal, vertical, top_left, top_right, bottom_left, bottom_right, tic_left, tic_bottom;
  std::string_view nabla, norm, block;
};
constexpr Glyphs kUnicode{
    {"→", "↗", "↑", "↖", "←", "↙", "↓", "↘"}, "·", "─", "│", "┌", "┐", "└", "┘", "┤", "┬", "∇f", "|∇f|", "■"};
constexpr Glyphs kAscii{
    {">", "/", "^", "\\", "<", "/", "v", "\\"}, ".", "-", "|", "+", "+", "+", "+", "+", "+", "grad f", "|grad f|", "#"};

// The part of the palette that can be read on a dark and on a light background.
constexpr double kDarkest = 0.30, kLightest = 0.86;

std::string paint(std::string_view text, Rgb color, TextColors colors) {
  if (colors == TextColors::kNone) return std::string(text);
  std::string code;
  if (colors == TextColors::k24Bit) {
    code = "38;2;" + std::to_string(color.red) + ";" + std::to_string(color.green) + ";" + std::to_string(color.blue);
  } else {
    // The 6x6x6 cube of the 256 colours: its levels are 0, 95, 135, 175, 215, 255.
    const auto level = [](int part) { return part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40; };
    code = "38;5;" + std::to_string(16 + 36 * level(color.red) + 6 * level(color.green) + level(color.blue));
  }
  return "\x1b[" + code + "m" + std::string(text) + "\x1b[0m";
}

Rgb magnitude_color(double share) { return color_at(palettes()[0].colors, kDarkest + (kLightest - kDarkest) * share); }

// 0 at the low end of the axis, 1 at the high end.
double share_along(const Axis& axis, double value) {
  return axis.min == axis.max ? 0.5 : (value / 2 - axis.min / 2) / (axis.max / 2 - axis.min / 2);
}

std::string padded_left(const std::string& text, std::size_t columns) {
  const std::size_t width = column_width(text);
  return width < columns ? std::string(columns - width, ' ') + text : text;
}

class TextPicture {
 public:
  TextPicture(const Grid& grid, const Field& field, const PictureStyle& style, const TextScreen& screen)
      : x_(grid.axes[0]),
        y_(grid.axes[1]),
        field_(field),
        places_(places_of(grid, field)),
        style_(style),
        variables_(variable_list(grid, style)),
        screen_(screen),
        glyphs_(screen.unicode ? kUnicode : kAscii),
        lengths_(length_scale(field, *style.length, style.cap)),
        y_tics_(row_tics(y_, y_.count)),
        left_(std::max(widest_label(y_tics_), column_width(y_.name)) + 2),
        inner_(2 * x_.count + 1) {}

  std::string draw() {
    put_title();
    put_frame();
    put_tic_labels();
    put_legend();
    return std::move(out_);
  }

 private:
  void put_title() {
    const std::string title = style_.title ? printable(*style_.title) : default_title();
    const std::string shown = shortened(title, screen_.columns - 1);
    const std::size_t center = left_ + inner_ / 2 + 1, half = column_width(shown) / 2;
    out_ += std::string(center > half ? center - half : 0, ' ') + shown + '\n';
  }

  std::string default_title() const {
    return std::string(style_.arrows.descent ? "-" : "") + std::string(glyphs_.nabla) + ", f(" + variables_ +
           ") = " + (screen_.unicode ? on_one_line(style_.expression) : in_ascii(style_.expression)) +
           (style_.place.empty() ? "" : ", " + style_.place);
  }

  std::string repeated(std::string_view glyph, std::size_t count) const {
    std::string line;
    for (std::size_t i = 0; i < count; ++i) line += glyph;
    return line;
  }

  // Column of a tic between the borders.
  std::size_t column_of(double value) const {
    return 1 + static_cast<std::size_t>(std::lround(share_along(x_, value) * static_cast<double>(2 * (x_.count - 1))));
  }
  // Whether a tic is written beside a row: it is the nearest, and near enough.
  bool belongs_to_row(double value, std::size_t row) const {
    const double place = (1 - share_along(y_, value)) * static_cast<double>(y_.count - 1);
    const double distance = place - static_cast<double>(row);
    return y_.count <= kFewRows ? std::fabs(distance) < 0.05 : distance > -0.5 && distance <= 0.5;
  }

  void put_frame() {
    const std::string y_name = padded_left(y_.name, left_ - 1) + " ";
    out_ += y_name + std::string(glyphs_.top_left) + repeated(glyphs_.horizontal, inner_) +
            std::string(glyphs_.top_right) + '\n';
    for (std::size_t row = 0; row < y_.count; ++row) {
      std::string label(left_, ' ');
      std::string_view border = glyphs_.vertical;
      for (const Tic& tic : y_tics_) {
        if (!belongs_to_row(tic.value, row)) continue;
        label = padded_left(tic.label, left_ - 1) + " ";
        border = glyphs_.tic_left;
      }
      out_ += label + std::string(border) + ' ';
      for (std::size_t i = 0; i < x_.count; ++i) {
        put_arrow(places_[(y_.count - 1 - row) * x_.count + i]);
        out_ += ' ';
      }
      out_ += std::string(glyphs_.vertical) + '\n';
    }
    std::vector<std::string_view> bottom(inner_, glyphs_.horizontal);
    for (const Tic& tic : x_tics()) bottom[column_of(tic.value)] = glyphs_.tic_bottom;
    out_ += std::string(left_, ' ') + std::string(glyphs_.bottom_left);
    for (const std::string_view glyph : bottom) out_ += glyph;
    out_ += std::string(glyphs_.bottom_right) + '\n';
  }

  void put_arrow(std::size_t i) {
    const double sign = style_.arrows.descent ? -1 : 1;
    // On the screen: one cell along x is as long as one along y.
    const double x_cell = x_.count > 1 ? (x_.max / 2 - x_.min / 2) / static_cast<double>(x_.count - 1) : 1;
    const double y_cell = y_.count > 1 ? (y_.max / 2 - y_.min / 2) / static_cast<double>(y_.count - 1) : x_cell;
    if (i == kNoPoint || !has_arrow(field_, i)) {
      out_ += ' ';
      return;
    }
    const double norm = norm_at(field_, i);
    if (norm == 0) {
      out_ += glyphs_.zero;
      return;
    }
    const double cell = std::min(x_cell, y_cell);
    const double u = sign * field_.slopes[0][i] / norm * (cell / x_cell);
    const double v = sign * field_.slopes[1][i] / norm * (cell / y_cell);
    const long eighth = std::lround(arc_tangent2(v, u) / (std::numbers::pi / 4));
    const std::string_view glyph = glyphs_.arrows[static_cast<std::size_t>((eighth + 8) % 8)];
    out_ += paint(glyph, style_.color ? *style_.color : magnitude_color(lengths_.share(norm)), screen_.colors);
  }

  std::vector<Tic> x_tics() const {
    if (x_.min == x_.max) return {{x_.min, number_text(x_.min, 6)}};
    int most = std::max(3, static_cast<int>(inner_ / 5));
    std::vector<Tic> tics = choose_tics(x_.min, x_.max, most);
    while (most > 2 && tics.size() * (widest_label(tics) + 2) > inner_ + 2) tics = choose_tics(x_.min, x_.max, --most);
    return tics;
  }

  void put_tic_labels() {
    const std::size_t start = left_ + 1;
    std::string line;
    for (const Tic& tic : x_tics()) {
      // Centred on its mark; the sign hangs out to the left.
      const std::size_t digits = tic.label.size() - (tic.label[0] == '-' ? 1 : 0);
      const std::size_t center = start + column_of(tic.value);
      const std::size_t before = digits / 2 + (tic.label[0] == '-' ? 1 : 0);
      const std::size_t at = center > before ? center - before : 0;
      if (!line.empty() && at <= line.size()) continue;
      line += std::string(at - line.size(), ' ') + tic.label;
    }
    const std::size_t end = start + inner_ + 1;
    line += std::string(line.size() < end ? end - line.size() : 1, ' ') + x_.name;
    out_ += line + '\n';
  }

  bool has_finite_point() const {
    for (std::size_t i = 0; i < field_.size(); ++i) {
      if (has_arrow(field_, i)) return true;
    }
    return false;
  }

  void put_legend() {
    const std::string norm(glyphs_.norm);
    std::string line;
    if (!has_finite_point()) {
      line = "no point is finite";
    } else if (lengths_.reference == 0) {
      line = norm + " = 0 everywhere";
    } else if (screen_.colors == TextColors::kNone || style_.color) {
      line = "largest " + norm + " = " + number_text(lengths_.reference, 4);
    } else {
      const std::string largest = number_text(lengths_.reference, 4);
      const std::size_t others = left_ + 2 + column_width(norm) + 4 + largest.size() + 1;
      const std::size_t steps = std::clamp<std::size_t>(screen_.columns - std::min(others, screen_.columns), 1, 10);
      line = norm + "  0 ";
      for (std::size_t i = 0; i < steps; ++i) {
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(steps);
        line += paint(glyphs_.block, magnitude_color(share), screen_.colors);
      }
      line += " " + largest;
    }
    out_ += std::string(left_ + 1, ' ') + line + '\n';
  }

  const Axis& x_;
  const Axis& y_;
  const Field& field_;
  std::vector<std::size_t> places_;  // of the field's points on the grid
  const PictureStyle& style_;
  std::string variables_;
  const TextScreen& screen_;
  const Glyphs& glyphs_;
  LengthScale lengths_;
  std::vector<Tic> y_tics_;
  std::size_t left_;   // columns left of the frame
  std::size_t inner_;  // columns between its borders
  std::string out_;
};

}  // namespace

std::string draw_text(const Grid& grid, const Field& field, const PictureStyle& style, const TextScreen& screen) {
  return TextPicture(grid, field, style, screen).draw();
}

}  // namespace gradfield
