#include "plot/text/text_frame.hpp"

#include <algorithm>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "formula/print/formula.hpp"
#include "plot/sheet/facts.hpp"

namespace gradfield {
namespace {

struct Borders {
  std::string_view horizontal, vertical, top_left, top_right, bottom_left, bottom_right, tic_left, tic_bottom;
};
constexpr Borders kUnicode{"─", "│", "┌", "┐", "└", "┘", "┤", "┬"};
constexpr Borders kAscii{"-", "|", "+", "+", "+", "+", "+", "+"};

std::string padded_left(const std::string& text, std::size_t columns) {
  const std::size_t width = column_width(text);
  return width < columns ? std::string(columns - width, ' ') + text : text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char character : text) {
    if (character == '\n')
      lines.emplace_back();
    else
      lines.back() += character;
  }
  return lines;
}

// Over the middle of the frame, where the screen has room for it there.
std::string titled(const TextFrame& frame, const TextScreen& screen) {
  std::string out;
  for (const std::string& line : lines_of(frame.title)) {
    const std::size_t width = column_width(line), center = frame.left + frame.columns / 2 + 1;
    const std::size_t most = std::max(screen.columns, width + 1) - width - 1;
    const std::size_t before = std::min(center - std::min(center, width / 2), most);
    out += (line.empty() ? "" : std::string(before, ' ') + line) + '\n';
  }
  return out;
}

// With π, where the screen has it.
std::string shown_label(const TextTic& tic, const TextScreen& screen) {
  std::string label = tic.label;
  const std::size_t pi = screen.unicode ? label.find("pi") : std::string::npos;
  return pi == std::string::npos ? label : label.replace(pi, 2, "π");
}

std::string tic_labels(const TextFrame& frame, const TextScreen& screen) {
  const std::size_t start = frame.left + 1;
  std::string line;
  for (const TextTic& tic : frame.bottom_tics) {
    // Centred on its mark; the sign hangs out to the left.
    const std::string label = shown_label(tic, screen);
    const std::size_t sign = label[0] == '-' ? 1 : 0, digits = column_width(label) - sign;
    const std::size_t center = start + tic.place, before = digits / 2 + sign;
    const std::size_t at = center > before ? center - before : 0;
    if (!line.empty() && at <= column_width(line)) continue;
    line += std::string(at - column_width(line), ' ') + label;
  }
  const std::size_t end = start + frame.columns + 1;
  const std::size_t width = column_width(line);
  return line + std::string(width < end ? end - width : 1, ' ') + frame.x_name + '\n';
}

// What the user wrote, without what the screen cannot show.
std::string showable(const std::string& text, const TextScreen& screen) {
  const std::string safe = printable(text);
  if (screen.unicode) return safe;
  std::string out;
  for (std::size_t i = 0; i < safe.size();) {
    const Character c = decode_character(safe, i);
    out += c.code_point < 0x80 ? static_cast<char>(c.code_point) : '?';
    i += c.bytes;
  }
  return out;
}

}  // namespace

std::vector<std::string> rows_of(const TextCells& cells) {
  std::vector<std::string> rows;
  for (const std::vector<std::string>& row : cells) {
    rows.emplace_back();
    for (const std::string& cell : row) rows.back() += cell;
  }
  return rows;
}

std::size_t legend_room(const TextFrame& frame, const TextScreen& screen) {
  constexpr std::size_t kBorder = 2;
  return screen.columns - std::min(screen.columns, frame.left + kBorder);
}

std::size_t lines_around(const PictureStyle& style, bool has_paths) {
  constexpr std::size_t kBorders = 2, kTicLabels = 1, kPrompt = 1;
  const std::size_t title = !style.title ? 1 : style.title->empty() ? 0 : lines_of(*style.title).size();
  const bool has_marks = !style.marks.empty() || !style.dots.empty(), has_curves = !style.curves.empty();
  std::size_t legend = style.key ? 1 : 0;
  for (const bool has : {style.contour.has_value(), has_curves, has_marks, !style.critical.empty(), has_paths}) {
    legend += style.key && has ? 1 : 0;
  }
  return title + kBorders + kTicLabels + legend + kPrompt;
}

PictureStyle style_within(PictureStyle style, const TextScreen& screen, bool has_paths) {
  const auto has_room = [&] { return lines_around(style, has_paths) + kFewestRows <= screen.rows; };
  if (!has_room()) style.key = false;
  if (!has_room()) style.title = "";
  return style;
}

std::size_t left_width(const std::vector<Tic>& tics, const std::string& name) {
  return std::max(widest_label(tics), column_width(name)) + 2;
}

std::size_t columns_around(std::size_t left, const std::string& x_name) {
  constexpr std::size_t kBorders = 2, kBlank = 1;
  return left + kBorders + column_width(x_name) + kBlank;
}

double share_along(const Axis& axis, double value) {
  return axis.min == axis.max ? 0.5 : (value / 2 - axis.min / 2) / (axis.max / 2 - axis.min / 2);
}

std::vector<Tic> column_tics(const Axis& axis, std::size_t columns) {
  if (axis.min == axis.max) return {{axis.min, number_text(axis.min, 6)}};
  int most = std::max(3, static_cast<int>(columns / 5));
  const TicRange range{axis.min, axis.max};
  std::vector<Tic> tics = choose_axis_tics(range, range, most);
  while (most > 2 && tics.size() * (widest_label(tics) + 2) > columns + 2) {
    tics = choose_axis_tics(range, range, --most);
  }
  return tics;
}

std::string shown_name(const std::string& name, const TextScreen& screen) {
  return screen.unicode ? drawn_name(name) : name;
}

std::string shown_norm(const PictureStyle& style, const TextScreen& screen) {
  return "|" + std::string(screen.unicode ? "∇" : "grad ") + shown_name(style.name, screen) + "|" +
         (style.place.empty() ? "" : " in the slice");
}

std::string axis_name(const Axis& axis, const std::string& name, const TextScreen& screen) {
  constexpr int kAny = 2;  // the offset is the same for every number of tics
  return shown_name(name, screen) + plain_offset(choose_tics(axis.min, axis.max, kAny), screen.unicode ? "−" : "-");
}

std::string text_title(const std::string& before, const Grid& grid, const PictureStyle& style,
                       const TextScreen& screen) {
  const std::string formula = screen.unicode ? on_one_line(style.expression) : in_ascii(style.expression);
  if (!style.title) {
    const std::string front = before + (before.empty() ? "" : ", ") + shown_name(style.name, screen) + "(" +
                              variable_list(grid, style, screen.unicode) + ") = " + formula;
    const auto as_typed = [](std::string_view word) { return std::string(word); };
    constexpr std::size_t kMostFixed = 6;
    std::string back;
    for (const std::string& fixed : fixed_texts(style, screen.unicode ? drawn_name : +as_typed, kMostFixed)) {
      back += ", " + fixed;
    }
    // What is too long loses the end of its formula, where the rest does not take most of the line.
    const std::size_t room = screen.columns - 1, taken = column_width(back);
    return taken < room / 2 ? shortened(front, room - taken) + back : shortened(front + back, room);
  }
  std::string title;
  for (const std::string& line : lines_of(*style.title)) {
    title += (title.empty() ? "" : "\n") + shortened(showable(line, screen), screen.columns - 1);
  }
  return title;
}

std::string draw_frame(const TextFrame& frame, const TextScreen& screen) {
  const Borders& borders = screen.unicode ? kUnicode : kAscii;
  std::string out = frame.title.empty() ? "" : titled(frame, screen);
  const std::string margin(frame.left, ' ');
  out += padded_left(frame.y_name, frame.left - 1) + " " + std::string(borders.top_left);
  for (std::size_t i = 0; i < frame.columns; ++i) out += borders.horizontal;
  out += std::string(borders.top_right) + '\n';
  for (std::size_t row = 0; row < frame.rows.size(); ++row) {
    // Where two tics share a row, the first one's label stands there.
    const auto tic = std::ranges::find(frame.left_tics, row, &TextTic::place);
    const bool has_tic = tic != frame.left_tics.end();
    out += has_tic ? padded_left(shown_label(*tic, screen), frame.left - 1) + " " : margin;
    out += std::string(has_tic ? borders.tic_left : borders.vertical) + frame.rows[row];
    out += std::string(borders.vertical) + '\n';
  }
  std::vector<std::string_view> bottom(frame.columns, borders.horizontal);
  for (const TextTic& tic : frame.bottom_tics) bottom[tic.place] = borders.tic_bottom;
  out += margin + std::string(borders.bottom_left);
  for (const std::string_view glyph : bottom) out += glyph;
  out += std::string(borders.bottom_right) + '\n' + tic_labels(frame, screen);
  for (const std::string& legend : frame.legends) {
    if (!legend.empty()) out += margin + " " + legend + '\n';
  }
  return out;
}

}  // namespace gradfield
