#include "plot/sheet/script.hpp"

#include <functional>
#include <string>
#include <vector>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "formula/print/formula.hpp"
#include "plot/gnuplot/lettering.hpp"
#include "plot/look/typeset.hpp"
#include "plot/sheet/color_bar.hpp"

namespace gradfield {
namespace {

// The lines of a formula, in type of this size; see Terminal::spread.
std::string spread_lines(const std::string& lines, double size) {
  const std::string type = "{/=" + number_text(size, 3) + " ";
  std::string text = type;
  for (const char c : lines) text += c == '\n' ? "}\n" + type : std::string(1, c);
  return text + "}";
}

// A caption with its type and colour, for `set title` and its like.
std::string caption_clause(const Caption& caption, const Lettering& lettering, Rgb text) {
  const double size = caption.font_size * lettering.scale();
  const double spread = caption.enhanced && caption.lines > 1 ? lettering.terminal.spread : 1;
  return text_clause(spread > 1 ? spread_lines(caption.text, size) : caption.text, caption.enhanced,
                     lettering.terminal) +
         " font \"," + number_text(spread * size, 3) + "\" textcolor " + color_clause(text);
}

// How far the middle of a caption's lines lies below that of its first, in points of the page, where TeX sets them as
// one block; gnuplot itself goes on downwards from the first line of a label, and upwards from the last of a title.
double block_reach(const Caption& caption, const Lettering& lettering) {
  constexpr double kLine = 1.2 * 90 / 72.27;  // of TeX, for a font of one point; a page has 90 points to the inch
  return lettering.terminal.typeset == nullptr ? 0 : (caption.lines - 1) * kLine * caption.font_size / 2;
}

// Comments and the choice of the terminal.
void write_header(std::ostream& script, const Sheet& sheet, const Terminal& terminal) {
  script << "# The gradient field of " << sheet.style.name << " = " << shortened(in_ascii(sheet.style.expression), 200)
         << ", written by gradfield.\n"
         << "#   gnuplot FILE.gp > picture." << terminal.name << "              draws it\n"
         << "#   gnuplot -persist -e window=1 FILE.gp   shows it in a window\n\n"
         << "if (exists(\"window\")) {\n";
  Paper window = sheet;
  if (terminal.points_per_unit != 1) {
    window.size = {sheet.points.width * sheet.zoom, sheet.points.height * sheet.zoom};
  }
  choose_window(script, window);
  script << "} else {\n";
  terminal.choose(script, sheet);
  script << "}\nset encoding utf8\n\n";
}

// Margins, ranges, tics, labels and title.
void write_axes(std::ostream& script, const Sheet& sheet, const Page& page, const AxesParts& parts,
                const Lettering& lettering) {
  const Theme& theme = *sheet.style.theme;
  const auto screen = [&](const char* side, double points, double whole) {
    script << "set " << side << "margin at screen " << number_text(points / whole, 6) << '\n';
  };
  screen("l", page.x.begin, page.width);
  screen("r", page.x.end, page.width);
  screen("b", page.y.begin, page.height);
  screen("t", page.y.end, page.height);
  script << "set xrange [" << number_text(page.x.low) << ":" << number_text(page.x.high) << "] noextend\n"
         << "set yrange [" << number_text(page.y.low) << ":" << number_text(page.y.high) << "] noextend\n"
         << "set border " << (parts.right_tics.empty() ? 3 : 11) << " linecolor " << color_clause(theme.border) << '\n'
         << "set tics nomirror out scale 0.6 textcolor " << color_clause(theme.text) << '\n'
         << "set xtics " << tic_list(page.x.tics, lettering.terminal) << " offset 0,"
         << number_text(lettering.terminal.tic_rise) << '\n'
         << "set ytics " << tic_list(page.y.tics, lettering.terminal) << '\n';
  if (!parts.right_tics.empty()) {
    script << "set y2range [" << number_text(parts.right_low) << ":" << number_text(parts.right_high) << "] noextend\n"
           << "set y2tics " << tic_list(parts.right_tics, lettering.terminal) << '\n';
  }
  if (parts.grid_lines) {
    script << "set grid xtics ytics back linetype 1 linecolor " << color_clause(theme.grid) << '\n';
  }
  // gnuplot centres the lines of a label on its side where a single one would stand: half a line further out for each.
  const double y_offset = page.y_label_upright ? 1 : -1.0 * (page.y_label.lines - 1);
  const double x_drop = block_reach(page.x_label, lettering) / page.height;
  script << "set xlabel " << caption_clause(page.x_label, lettering, theme.text) << " offset 0,"
         << (x_drop > 0 ? "screen " + number_text(-x_drop, 6) : number_text(lettering.terminal.label_rise)) << '\n'
         << "set ylabel " << caption_clause(page.y_label, lettering, theme.text)
         << (page.y_label_upright ? " rotate by 0" : " rotate by 90") << " offset " << number_text(y_offset) << ",0"
         << '\n'
         << "set title " << caption_clause(page.title, lettering, theme.text) << " offset screen "
         << number_text((page.title_middle() - (page.x.begin + page.x.end) / 2) / page.width, 6) << ",screen "
         << number_text(block_reach(page.title, lettering) / page.height, 6) << '\n';
}

// Hundredths of a point: below what any page shows.
constexpr int kPageDigits = 7;

// Axes that are the page itself, without a border and tics.
void write_page_axes(std::ostream& script, const Sheet& sheet) {
  script << "set lmargin at screen 0\nset rmargin at screen 1\nset bmargin at screen 0\nset tmargin at screen 1\n"
         << "set xrange [0:" << number_text(sheet.points.width, kPageDigits) << "] noextend\n"
         << "set yrange [0:" << number_text(sheet.points.height, kPageDigits) << "] noextend\n"
         << "unset border\nunset xtics\nunset ytics\n";
}

void write_blocks(std::ostream& script, const std::vector<DataBlock>& blocks) {
  for (const DataBlock& block : blocks) {
    if (!block.comment.empty()) script << "# " << block.comment << '\n';
    script << '$' << block.name << " << EOD\n" << block.rows << "EOD\n\n";
  }
}

// The words as labels numbered from `first` on.
void write_words(std::ostream& script, const std::vector<Words>& all, const Drawing& drawing, int first,
                 const Lettering& lettering) {
  constexpr const char* kSides[] = {" right", " center", " left"};
  const bool on_page = !drawing.axes;
  for (const Words& words : all) {
    script << "set label " << first++ << ' ' << text_clause(words.markup, true, lettering.terminal) << " at ";
    if (on_page) {
      script << number_text(words.at.x, kPageDigits) << "," << number_text(words.at.y, kPageDigits);
    } else {
      script << "screen " << number_text(words.at.x / drawing.page.width, 6) << ","
             << number_text(words.at.y / drawing.page.height, 6);
    }
    script << kSides[words.side + 1];
    if (!on_page || words.over) script << " front";
    if (!on_page || words.angle != 0) script << " rotate by " << number_text(words.angle, 4);
    script << " font \"," << number_text(words.font_size * lettering.scale(), 3) << "\" textcolor "
           << color_clause(words.color) << '\n';
  }
}

// Where the axes are the page the title is a label.
int write_title_label(std::ostream& script, const Drawing& drawing, int label, const Lettering& lettering) {
  const Page& page = drawing.page;
  if (page.title.text.empty()) return label;
  constexpr double kTop = 14;
  script << "set label " << label << ' ' << caption_clause(page.title, lettering, drawing.sheet.style.theme->text)
         << " at " << number_text(page.title_middle(), 6) << ","
         << number_text(
                page.height - kTop - page.title.height() / 2 / page.title.lines - block_reach(page.title, lettering), 6)
         << " center\n";
  return label + 1;
}

// gnuplot draws a bar only where something takes its colour from the palette, which what has its own colours does not.
void write_plots(std::ostream& script, const std::vector<std::string>& plots, bool has_bar) {
  std::string list;
  for (const std::string& plot : plots) list += (list.empty() ? "" : ", \\\n     ") + plot;
  if (has_bar) list += std::string(list.empty() ? "" : ", \\\n     ") + "NaN with points palette notitle";
  script << "plot " << (list.empty() ? "NaN notitle" : list) << '\n';
}

}  // namespace

void write_script(std::ostream& script, const Drawing& drawing, const Terminal& terminal) {
  const Sheet& sheet = drawing.sheet;
  const Theme& theme = *sheet.style.theme;
  const Lettering lettering{terminal, sheet.zoom};
  write_header(script, sheet, terminal);
  write_blocks(script, drawing.table);
  write_blocks(script, drawing.blocks);
  if (drawing.axes) {
    write_axes(script, sheet, drawing.page, *drawing.axes, lettering);
  } else {
    script << "set tics nomirror out scale 0.6 textcolor " << color_clause(theme.text) << '\n';
  }
  write_color_bar(script, drawing.colors, drawing.bar, drawing.page, lettering);
  script << "unset key\n";
  if (drawing.has_constants) script << "set samples 2\n";
  int label = write_key(script, drawing.key, kAfterBar, drawing.page, theme.quiet, lettering);
  if (!drawing.axes) label = write_title_label(script, drawing, label, lettering);
  if (!drawing.axes) write_page_axes(script, sheet);
  std::vector<Words> words = drawing.words;
  if (const auto name = bar_label(drawing.bar, drawing.page, theme.text)) words.push_back(*name);
  write_words(script, words, drawing, label, lettering);
  for (const std::string& command : sheet.style.commands) script << command << '\n';
  // Where the axes are the page, tics and ranges of the user's own would be the page's.
  if (!drawing.axes && !sheet.style.commands.empty()) write_page_axes(script, sheet);
  for (const DrawnFrame& frame : drawing.frames) {
    write_blocks(script, frame.blocks);
    if (!frame.words.empty()) {
      if (!drawing.axes) write_page_axes(script, sheet);
      write_words(script, frame.words, drawing, label, lettering);
    }
    write_plots(script, frame.plots, !drawing.bar.tics.empty());
  }
}

}  // namespace gradfield
