#include "plot/script.hpp"

#include <algorithm>
#include <cmath>

#include "base/spelling.hpp"
#include "expression/one_line.hpp"
#include "plot/typeset.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// Digits that place a corner far below a pixel, also where the range is narrow and far from 0. Text of so few digits is
// as fast for gnuplot as binary data.
int drawn_digits(const Scale& scale) {
  const double magnitude = std::max(std::fabs(scale.low), std::fabs(scale.high));
  const double distance = std::log10(magnitude / (scale.high - scale.low));
  return std::clamp(7 + static_cast<int>(std::ceil(distance)), 7, 17);
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view(" _.,:;+-*/=()<>[]?!#").find(c) != std::string_view::npos;
}

std::string tic_list(const std::vector<Tic>& tics, double low, double range, const Terminal& terminal) {
  std::string out = "(";
  for (const Tic& tic : tics) {
    if (out.size() > 1) out += ", ";
    const std::string label = typeset_label(tic.label);
    out += quoted(terminal.typeset != nullptr ? terminal.typeset(label, true) : label) + " " +
           number_text((tic.value - low) / range);
  }
  return out + ")";
}

// `text` for gnuplot to show as it is. Its SVG terminal leaves every > alone, and XML allows no ]]> (section 2.4): as
// enhanced text, in a group of its own, the > stands apart.
std::string as_it_is(const std::string& text) {
  constexpr std::string_view kForbidden = "]]>";
  if (text.find(kForbidden) == std::string::npos) return quoted(text) + " noenhanced";
  std::string markup = escape_enhanced(text);
  for (std::size_t at = 0; (at = markup.find(kForbidden, at)) != std::string::npos; at += 5) {
    markup.replace(at, kForbidden.size(), "]]{>}");
  }
  return quoted(markup) + " enhanced";
}

// A text as the terminal shows it, each line by itself.
std::string shown(const std::string& text, bool enhanced, const Terminal& terminal) {
  if (terminal.typeset == nullptr) return enhanced ? quoted(text) + " enhanced" : as_it_is(text);
  std::string lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines += (start > 0 ? "\n" : "") + terminal.typeset(std::string_view(text).substr(start, end - start), enhanced);
    start = end + 1;
  }
  return quoted(lines);
}

// A caption with its type, for `set title` and its like.
std::string caption(const Caption& caption, double zoom, const Terminal& terminal) {
  return shown(caption.text, caption.enhanced, terminal) + " font \"," +
         number_text(caption.font_size * terminal.font_scale * zoom, 3) + "\"";
}

void write_field(std::ostream& script, const Picture& picture) {
  const std::string& x = picture.grid.axes[0].name;
  const std::string& y = picture.grid.axes[1].name;
  script << "# The field: " << x << ", " << y << ", f and its gradient.\n"
         << "$field << EOD\n"
         << "# " << x << ' ' << y << " f df_d" << x << " df_d" << y << '\n';
  const Field& field = picture.field;
  std::string row;
  for (std::size_t i = 0; i < field.size(); ++i) {
    row.clear();
    for (const std::vector<double>* column :
         {&field.coordinates[0], &field.coordinates[1], &field.f, &field.slopes[0], &field.slopes[1]}) {
      if (column != &field.coordinates[0]) row += ' ';
      append_number(row, (*column)[i]);
    }
    script << row << '\n';
  }
  script << "EOD\n\n";
}

// Where an arrow stands on the palette, 0 to 1.
double share_of(const Picture& picture, const Arrow& arrow) {
  const double value = picture.style.color_by == ColorBy::kValue ? arrow.value : arrow.norm;
  const double range = picture.bar_high - picture.bar_low;
  return range > 0 ? std::clamp((value - picture.bar_low) / range, 0.0, 1.0) : 0.5;
}

void write_arrows(std::ostream& script, const Picture& picture) {
  script << "# What is drawn: the outline of each arrow, and where its magnitude stands on the colour scale (0 to 1).\n"
         << "$arrows << EOD\n";
  std::string block;
  const int x_digits = drawn_digits(picture.page.x), y_digits = drawn_digits(picture.page.y);
  for (const Arrow& arrow : picture.arrows.list) {
    const std::string share = number_text(share_of(picture, arrow), 4);
    block.clear();
    for (const Point corner : arrow.outline) {
      append_number(block, corner.x, x_digits);
      block += ' ';
      append_number(block, corner.y, y_digits);
      block += ' ';
      block += share;
      block += '\n';
    }
    script << block << '\n';
  }
  script << "EOD\n\n";
}

void write_axes(std::ostream& script, const Picture& picture, const Terminal& terminal) {
  const Page& page = picture.page;
  const auto screen = [&](const char* side, double points, double whole) {
    script << "set " << side << "margin at screen " << number_text(points / whole, 6) << '\n';
  };
  screen("l", page.x.begin, page.width);
  screen("r", page.x.end, page.width);
  screen("b", page.y.begin, page.height);
  screen("t", page.y.end, page.height);
  script << "set xrange [" << number_text(page.x.low) << ":" << number_text(page.x.high) << "] noextend\n"
         << "set yrange [" << number_text(page.y.low) << ":" << number_text(page.y.high) << "] noextend\n"
         << "set border 3 linecolor rgb \"#444444\"\n"
         << "set tics nomirror out scale 0.6\n"
         << "set xtics " << tic_list(page.x.tics, 0, 1, terminal) << '\n'
         << "set ytics " << tic_list(page.y.tics, 0, 1, terminal) << '\n';
  if (picture.style.grid_lines) script << "set grid xtics ytics back linetype 1 linecolor rgb \"#e4e4e4\"\n";
  // gnuplot centres the lines of a label on its side where a single one would stand: half a line further out for each.
  const double y_offset = page.y_label_upright ? 1 : -1.0 * (page.y_label.lines - 1);
  script << "set xlabel " << caption(page.x_label, picture.zoom, terminal) << " offset 0,0.2\n"
         << "set ylabel " << caption(page.y_label, picture.zoom, terminal)
         << (page.y_label_upright ? " rotate by 0" : " rotate by 90") << " offset " << number_text(y_offset) << ",0"
         << '\n'
         << "set title " << caption(page.title, picture.zoom, terminal) << '\n';
}

void write_color_bar(std::ostream& script, const Picture& picture, const Terminal& terminal) {
  const Page& page = picture.page;
  script << "set palette defined (";
  const auto palette = viridis();
  for (std::size_t i = 0; i < palette.size(); ++i) {
    script << (i > 0 ? ", " : "") << i << " \"" << hex_text(palette[i]) << '"';
  }
  script << ")\nset cbrange [0:1]\n"
         << "set colorbox vertical user origin screen " << number_text(page.bar_begin / page.width, 6) << ","
         << number_text(page.y.begin / page.height, 6) << " size screen "
         << number_text((page.bar_end - page.bar_begin) / page.width, 6) << ","
         << number_text((page.y.end - page.y.begin) / page.height, 6) << " noborder\n"
         << "set cbtics " << tic_list(picture.bar_tics, picture.bar_low, picture.bar_high - picture.bar_low, terminal)
         << '\n'
         << "set cblabel " << shown(picture.style.color_by == ColorBy::kValue ? "f" : "|∇f|", true, terminal)
         << " offset 0.8,0\n";
}

}  // namespace

Picture compose_picture(const Grid& grid, Field field, const PictureStyle& style, const Terminal& terminal) {
  Picture picture;
  picture.grid = grid;
  picture.field = std::move(field);
  picture.style = style;
  picture.size = style.size.value_or(terminal.default_size);
  // Below 400 points the words would leave no room for the field.
  PageSize points{picture.size.width * terminal.points_per_unit, picture.size.height * terminal.points_per_unit};
  picture.zoom = std::clamp(std::min(points.width, points.height) / 400, 0.4, 1.0);
  points = {points.width / picture.zoom, points.height / picture.zoom};
  const double reference = reference_norm(picture.field);
  picture.bar_high = reference;
  if (style.color_by == ColorBy::kValue) {
    picture.bar_low = HUGE_VAL;
    picture.bar_high = -HUGE_VAL;
    for (const double f : picture.field.f) {
      if (!std::isfinite(f)) continue;
      picture.bar_low = std::min(picture.bar_low, f);
      picture.bar_high = std::max(picture.bar_high, f);
    }
  }
  const bool has_range = picture.bar_low < picture.bar_high && std::isfinite(picture.bar_high - picture.bar_low);
  if (style.color_by != ColorBy::kOneColor && has_range) {
    // As many as stand well beside the box, which takes most of the page's height.
    const int most = std::clamp(static_cast<int>((points.height - 110) / 45), 2, 11);
    picture.bar_tics = choose_tics(picture.bar_low, picture.bar_high, most);
  }
  picture.page = lay_out(grid, style, points, picture.bar_tics);
  picture.arrows = make_arrows(picture.field, picture.page, reference, style.descent);
  return picture;
}

void write_script(std::ostream& script, const Picture& picture, const Terminal& terminal) {
  script << "# The gradient field of f = " << shortened(in_ascii(picture.style.expression), 200)
         << ", written by gradfield.\n"
         << "#   gnuplot FILE.gp > picture." << terminal.name << "              draws it\n"
         << "#   gnuplot -persist -e window=1 FILE.gp   shows it in a window\n\n"
         << "if (exists(\"window\")) {\n";
  choose_window(script,
                terminal.points_per_unit == 1 ? picture.size : PageSize{picture.page.width, picture.page.height},
                picture.zoom);
  script << "} else {\n";
  terminal.choose(script, picture.size, picture.zoom);
  script << "}\nset encoding utf8\n\n";
  write_field(script, picture);
  write_arrows(script, picture);
  write_axes(script, picture, terminal);
  if (!picture.bar_tics.empty())
    write_color_bar(script, picture, terminal);
  else
    script << "unset colorbox\n";
  script << "unset key\n";
  if (picture.arrows.list.empty()) {
    script << "plot NaN notitle\n";
  } else {
    const Rgb single = picture.style.color_by == ColorBy::kOneColor ? picture.style.color : viridis()[0];
    script << "plot $arrows using 1:2:3 title \"gradient\" with polygons fillstyle solid noborder fillcolor "
           << (picture.bar_tics.empty() ? "rgb \"" + hex_text(single) + "\"" : "palette") << '\n';
  }
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (is_plain(c)) {
      out += c;
    } else {
      const unsigned byte = static_cast<unsigned char>(c);
      out += "\\0";
      for (const int shift : {6, 3, 0}) out += static_cast<char>('0' + ((byte >> shift) & 7));
    }
  }
  return out + "\"";
}

}  // namespace gradfield
