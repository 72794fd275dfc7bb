#include "plot/sheet/script.hpp"

#include <functional>
#include <string>
#include <vector>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "formula/print/formula.hpp"
#include "plot/gnuplot/lettering.hpp"
#include "plot/look/typeset.hpp"

namespace gradfield {
namespace {

// A list of tics takes no markup clauses.
std::string tic_text(const std::string& label, const Terminal& terminal) {
  return quoted(terminal.typeset != nullptr ? terminal.typeset(label, true) : label);
}

// Numbers of gnuplot's objects and labels from which on no command of a user's own takes one.
constexpr int kLowerTip = 1'000'001, kHigherTip = kLowerTip + 1, kFirstOfKey = kHigherTip + 1;

// A bar ends in a tip where there are values beyond it. From `base` to `end`, in points of the page.
void write_bar_tip(std::ostream& script, int number, Rgb color, const Page& page, double base, double end) {
  // No gap between it and the bar.
  const double within = base + (base < end ? -0.4 : 0.4), middle = (page.bar_begin + page.bar_end) / 2;
  const auto corner = [&](double x, double y) {
    return "screen " + number_text(x / page.width, 6) + "," + number_text(y / page.height, 6);
  };
  const std::string start = corner(page.bar_begin, within);
  script << "set object " << number << " polygon from " << start << " to " << corner(page.bar_end, within) << " to "
         << corner(middle, end) << " to " << start << " fillcolor rgb \"" << hex_text(color)
         << "\" fillstyle solid noborder\n";
}

// `("0" 0, "1" 1)`; `place`: where a value stands on the axis.
std::string tic_list(const std::vector<Tic>& tics, const Terminal& terminal,
                     const std::function<double(double)>& place) {
  std::string out = "(";
  for (const Tic& tic : tics) {
    if (out.size() > 1) out += ", ";
    out += tic_text(typeset_label(tic.label), terminal) + " " + number_text(place(tic.value));
  }
  return out + ")";
}

// A caption with its type and colour, for `set title` and its like.
std::string caption_clause(const Caption& caption, const Lettering& lettering, Rgb text) {
  return text_clause(caption.text, caption.enhanced, lettering.terminal) + " font \"," +
         number_text(caption.font_size * lettering.scale(), 3) + "\" textcolor " + color_clause(text);
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
         << "set xtics " << tic_list(page.x.tics, lettering.terminal, [](double value) { return value; })
         << " offset 0," << number_text(lettering.terminal.tic_rise) << '\n'
         << "set ytics " << tic_list(page.y.tics, lettering.terminal, [](double value) { return value; }) << '\n';
  if (!parts.right_tics.empty()) {
    script << "set y2range [" << number_text(parts.right_low) << ":" << number_text(parts.right_high) << "] noextend\n"
           << "set y2tics " << tic_list(parts.right_tics, lettering.terminal, [](double value) { return value; })
           << '\n';
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

// The palette and its bar; no bar where it has no tics.
void write_color_bar(std::ostream& script, const ColorScale& scale, const std::vector<Tic>& tics, const Page& page,
                     Rgb text, const Terminal& terminal) {
  // Without a bar too: what is drawn may still take its colours from the scale.
  if (!scale.colors.empty()) {
    script << "set palette defined (";
    for (std::size_t i = 0; i < scale.colors.size(); ++i) {
      script << (i > 0 ? ", " : "") << i << " \"" << hex_text(scale.colors[i]) << '"';
    }
    script << ")\nset cbrange [0:1]\n";
  }
  if (tics.empty()) {
    script << "unset colorbox\n";
    return;
  }
  const double tip = 0.75 * (page.bar_end - page.bar_begin);
  const double bottom = page.y.begin + (scale.has_lower ? tip : 0), top = page.y.end - (scale.has_higher ? tip : 0);
  if (scale.has_lower) write_bar_tip(script, kLowerTip, color_at(scale.colors, 0), page, bottom, page.y.begin);
  if (scale.has_higher) write_bar_tip(script, kHigherTip, color_at(scale.colors, 1), page, top, page.y.end);
  script << "set colorbox vertical user origin screen " << number_text(page.bar_begin / page.width, 6) << ","
         << number_text(bottom / page.height, 6) << " size screen "
         << number_text((page.bar_end - page.bar_begin) / page.width, 6) << ","
         << number_text((top - bottom) / page.height, 6) << " noborder\n"
         << "set cbtics " << tic_list(tics, terminal, [&](double value) { return scale.share(value); }) << '\n'
         << "set cblabel " << text_clause(scale.label + typeset_offset(tics), true, terminal)
         << " offset 0.8,0 textcolor " << color_clause(text) << '\n';
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
    if (!on_page) script << " front rotate by " << number_text(words.angle, 4);
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

void write_plots(std::ostream& script, const std::vector<std::string>& plots) {
  std::string list;
  for (const std::string& plot : plots) list += (list.empty() ? "" : ", \\\n     ") + plot;
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
  write_color_bar(script, drawing.colors, drawing.bar_tics, drawing.page, theme.text, terminal);
  script << "unset key\n";
  if (drawing.has_constants) script << "set samples 2\n";
  int label = write_key(script, drawing.key, kFirstOfKey, drawing.page, theme.quiet, lettering);
  if (!drawing.axes) label = write_title_label(script, drawing, label, lettering);
  if (!drawing.axes) write_page_axes(script, sheet);
  write_words(script, drawing.words, drawing, label, lettering);
  for (const std::string& command : sheet.style.commands) script << command << '\n';
  // Where the axes are the page, tics and ranges of the user's own would be the page's.
  if (!drawing.axes && !sheet.style.commands.empty()) write_page_axes(script, sheet);
  for (const DrawnFrame& frame : drawing.frames) {
    write_blocks(script, frame.blocks);
    if (!frame.words.empty()) {
      if (!drawing.axes) write_page_axes(script, sheet);
      write_words(script, frame.words, drawing, label, lettering);
    }
    write_plots(script, frame.plots);
  }
}

}  // namespace gradfield
