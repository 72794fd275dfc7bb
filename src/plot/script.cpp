#include "plot/script.hpp"

#include <functional>
#include <vector>

#include "base/spelling.hpp"
#include "expression/one_line.hpp"
#include "plot/layers.hpp"
#include "plot/quoted.hpp"
#include "plot/typeset.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// `place`: where a value stands on the axis.
template <typename Place>
std::string tic_list(const std::vector<Tic>& tics, Place place) {
  std::string out = "(";
  for (const Tic& tic : tics) {
    if (out.size() > 1) out += ", ";
    out += quoted(typeset_label(tic.label)) + " " + number_text(place(tic.value));
  }
  return out + ")";
}

std::string color(Rgb color) { return "rgb \"" + hex_text(color) + "\""; }

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

// A caption with its type, for `set title` and its like.
std::string caption(const Caption& caption, double font_scale, Rgb text) {
  return (caption.enhanced ? quoted(caption.text) + " enhanced" : as_it_is(caption.text)) + " font \"," +
         number_text(caption.font_size * font_scale, 3) + "\" textcolor " + color(text);
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

void write_axes(std::ostream& script, const Picture& picture, const Terminal& terminal) {
  const Page& page = picture.page;
  const Theme& theme = *picture.style.theme;
  const auto screen = [&](const char* side, double points, double whole) {
    script << "set " << side << "margin at screen " << number_text(points / whole, 6) << '\n';
  };
  screen("l", page.x.begin, page.width);
  screen("r", page.x.end, page.width);
  screen("b", page.y.begin, page.height);
  screen("t", page.y.end, page.height);
  script << "set xrange [" << number_text(page.x.low) << ":" << number_text(page.x.high) << "] noextend\n"
         << "set yrange [" << number_text(page.y.low) << ":" << number_text(page.y.high) << "] noextend\n"
         << "set border 3 linecolor " << color(theme.border) << '\n'
         << "set tics nomirror out scale 0.6 textcolor " << color(theme.text) << '\n'
         << "set xtics " << tic_list(page.x.tics, std::identity()) << '\n'
         << "set ytics " << tic_list(page.y.tics, std::identity()) << '\n';
  // Lines over a heat map would be taken for something of the field.
  if (picture.style.grid_lines && !picture.heat) {
    script << "set grid xtics ytics back linetype 1 linecolor " << color(theme.grid) << '\n';
  }
  const double font_scale = terminal.font_scale * picture.zoom;
  // gnuplot centres the lines of a label on its side where a single one would stand: half a line further out for each.
  const double y_offset = page.y_label_upright ? 1 : -1.0 * (page.y_label.lines - 1);
  script << "set xlabel " << caption(page.x_label, font_scale, theme.text) << " offset 0,0.2\n"
         << "set ylabel " << caption(page.y_label, font_scale, theme.text)
         << (page.y_label_upright ? " rotate by 0" : " rotate by 90") << " offset " << number_text(y_offset) << ",0"
         << '\n'
         << "set title " << caption(page.title, font_scale, theme.text) << '\n';
}

void write_color_bar(std::ostream& script, const Picture& picture) {
  const Page& page = picture.page;
  script << "set palette defined (";
  const ColorScale& scale = picture.bar();
  for (std::size_t i = 0; i < scale.colors.size(); ++i) {
    script << (i > 0 ? ", " : "") << i << " \"" << hex_text(scale.colors[i]) << '"';
  }
  script << ")\nset cbrange [0:1]\n"
         << "set colorbox vertical user origin screen " << number_text(page.bar_begin / page.width, 6) << ","
         << number_text(page.y.begin / page.height, 6) << " size screen "
         << number_text((page.bar_end - page.bar_begin) / page.width, 6) << ","
         << number_text((page.y.end - page.y.begin) / page.height, 6) << " noborder\n"
         << "set cbtics " << tic_list(picture.bar_tics, [&](double value) { return scale.share(value); }) << '\n'
         << "set cblabel " << quoted(scale.label) << " noenhanced offset 0.8,0 textcolor "
         << color(picture.style.theme->text) << '\n';
}

void write_plots(std::ostream& script, const Picture& picture) {
  std::string list;
  for (const Layer& layer : layers()) {
    if (!layer.is_shown(picture)) continue;
    for (const std::string& plot : layer.plots(picture)) list += (list.empty() ? "" : ", \\\n     ") + plot;
  }
  script << "plot " << (list.empty() ? "NaN notitle" : list) << '\n';
}

}  // namespace

void write_script(std::ostream& script, const Picture& picture, const Terminal& terminal) {
  script << "# The gradient field of f = " << shortened(in_ascii(picture.style.expression), 200)
         << ", written by gradfield.\n"
         << "#   gnuplot FILE.gp > picture." << terminal.name << "              draws it\n"
         << "#   gnuplot -persist -e window=1 FILE.gp   shows it in a window\n\n"
         << "if (exists(\"window\")) {\n";
  PageLook look{picture.size, picture.zoom, picture.style.font, picture.style.theme->background};
  PageLook window = look;
  if (terminal.points_per_unit != 1) {
    window.size = {picture.page.width * picture.zoom, picture.page.height * picture.zoom};
  }
  choose_window(script, window);
  script << "} else {\n";
  terminal.choose(script, look);
  script << "}\nset encoding utf8\n\n";
  write_field(script, picture);
  for (const Layer& layer : layers()) {
    if (layer.is_shown(picture)) layer.write_data(script, picture);
  }
  write_axes(script, picture, terminal);
  if (!picture.bar_tics.empty())
    write_color_bar(script, picture);
  else
    script << "unset colorbox\n";
  script << "unset key\n";
  write_key(script, picture.key, picture.page, picture.style.theme->quiet, terminal.font_scale * picture.zoom);
  for (const std::string& command : picture.style.commands) script << command << '\n';
  write_plots(script, picture);
}

}  // namespace gradfield
