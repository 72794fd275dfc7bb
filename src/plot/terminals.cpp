#include "plot/terminals.hpp"

#include "plot/quoted.hpp"
#include "table/number.hpp"

namespace gradfield {
namespace {

// What makes letters of the same height on the page: an SVG's font size is in pixels, a PDF page is 576 points wide.
constexpr double kSvgFontScale = 15.0 / 12, kPdfFontScale = 10.0 / 12;

// The font of the page, as a gnuplot string.
std::string font(const PageLook& look, double scale) {
  return quoted(look.font + "," + number_text(12 * look.zoom * scale, 3));
}

std::string color(Rgb color) { return "\"" + hex_text(color) + "\""; }

std::string size_text(PageSize size, std::string_view unit = "") {
  return number_text(size.width) + std::string(unit) + "," + number_text(size.height) + std::string(unit);
}

void choose_png(std::ostream& script, const PageLook& look) {
  script << "  if (strstrt(GPVAL_TERMINALS, \" pngcairo \")) {\n"
         << "    set terminal pngcairo size " << size_text(look.size) << " font " << font(look, 1) << " background rgb "
         << color(look.background) << " enhanced\n"
         << "  } else {\n"
         << "    set terminal png truecolor size " << size_text(look.size) << " background rgb "
         << color(look.background) << " enhanced\n"
         << "  }\n";
}

void choose_svg(std::ostream& script, const PageLook& look) {
  script << "  set terminal svg size " << size_text(look.size) << " dynamic font " << font(look, kSvgFontScale)
         << " background " << color(look.background) << " enhanced\n";
}

void choose_pdf(std::ostream& script, const PageLook& look) {
  script << "  set terminal pdfcairo size " << size_text(look.size, "in") << " font " << font(look, kPdfFontScale)
         << " fontscale 1 background rgb " << color(look.background) << " enhanced\n";
}

// gnuplot asks for jagged edges in filled areas, to avoid seams between neighbours. The colour bar needs that, arrows
// do not: the first such group after the start of the plot is theirs.
std::string smooth_arrows(std::string picture) {
  constexpr std::string_view kJagged = "<g stroke='none' shape-rendering='crispEdges'>", kSmooth = "<g stroke='none'>";
  const std::size_t plot = picture.find("<g id=\"gnuplot_plot_1\"");
  const std::size_t at = plot == std::string::npos ? plot : picture.find(kJagged, plot);
  if (at != std::string::npos) picture.replace(at, kJagged.size(), kSmooth);
  return picture;
}

// A page is 720 points wide in each: 90 to the inch on paper.
constexpr Terminal kTerminals[] = {
    {"png", "picture, pixels", {720, 660}, 1, 1, "pixels", {10000, 10000}, true, "IEND", nullptr, choose_png},
    {"svg",
     "picture, scalable, for web pages",
     {720, 660},
     1,
     kSvgFontScale,
     "pixels",
     {10000, 10000},
     false,
     "</svg>",
     smooth_arrows,
     choose_svg},
    {"pdf",
     "picture, scalable, for papers",
     {8, 7.3},
     90,
     kPdfFontScale,
     "inches",
     {100, 100},
     true,
     "%%EOF",
     nullptr,
     choose_pdf},
};

}  // namespace

std::span<const Terminal> terminals() { return kTerminals; }

const Terminal* find_terminal(std::string_view name) {
  for (const Terminal& terminal : kTerminals) {
    if (terminal.name == name) return &terminal;
  }
  return nullptr;
}

// One `if` after the other: gnuplot has `else if` from version 6 on only.
void choose_window(std::ostream& script, const PageLook& look) {
  script << "  has_window = 0\n";
  for (const std::string_view name : {"qt", "wxt", "x11"}) {
    script << "  if (!has_window && strstrt(GPVAL_TERMINALS, \" " << name << " \")) {\n"
           << "    set terminal " << name << " size " << size_text(look.size) << " font " << font(look, 1)
           << " background rgb " << color(look.background) << " enhanced persist title \"gradfield\"\n"
           << "    has_window = 1\n  }\n";
  }
  script << "  if (!has_window) {\n    print \"this gnuplot opens no windows; apt install gnuplot-qt does\"\n    exit "
            "status "
         << kNoWindowStatus << "\n  }\n";
}

}  // namespace gradfield
