#include "plot/gnuplot/terminals.hpp"

#include <cmath>

#include "base/numbers/number.hpp"
#include "plot/files/finish.hpp"
#include "plot/files/tex_text.hpp"
#include "plot/gnuplot/lettering.hpp"

namespace gradfield {
namespace {

// What makes letters of the same height on the page: an SVG's font size is in pixels, a PDF page is 576 points wide.
// TeX's letters are narrower and lower.
constexpr double kSvgFontScale = 15.0 / 12, kPdfFontScale = 10.0 / 12, kTexFontScale = 1;

// The font of the page, as a gnuplot string.
std::string font(const Paper& paper, double scale) {
  return quoted(paper.font + "," + number_text(12 * paper.zoom * scale, 3));
}

std::string color(Rgb color) { return "\"" + hex_text(color) + "\""; }

std::string size_text(PageSize size, std::string_view unit = "") {
  return number_text(size.width) + std::string(unit) + "," + number_text(size.height) + std::string(unit);
}

// Pieces of a line that changes its colour would show gaps of a smoothed edge where they only touch.
constexpr const char* kLineEnds = " rounded";

// `option`: how the terminal takes its background.
std::string ground(const Paper& paper, const char* option) {
  return paper.is_transparent ? " transparent" : option + color(paper.background);
}

void choose_png(std::ostream& script, const Paper& paper) {
  const double times = paper.dpi / kUsualDpi;
  const std::string size =
      number_text(std::round(paper.size.width * times)) + "," + number_text(std::round(paper.size.height * times));
  const std::string scale = number_text(times, 6), background = ground(paper, " background rgb ");
  script << "  if (strstrt(GPVAL_TERMINALS, \" pngcairo \")) {\n"
         << "    set terminal pngcairo size " << size << " font " << font(paper, 1)
         << (times == 1 ? "" : " fontscale " + scale + " linewidth " + scale + " pointscale " + scale) << background
         << " enhanced" << kLineEnds << "\n"
         << "  } else {\n"
         << "    set terminal png truecolor size " << size
         << (times == 1 ? "" : " fontscale " + scale + " linewidth " + scale) << background << " enhanced\n"
         << "  }\n";
}

void choose_svg(std::ostream& script, const Paper& paper) {
  script << "  set terminal svg size " << size_text(paper.size) << " dynamic font " << font(paper, kSvgFontScale)
         << (paper.is_transparent ? "" : " background " + color(paper.background)) << " enhanced" << kLineEnds << "\n";
}

void choose_pdf(std::ostream& script, const Paper& paper) {
  script << "  set terminal pdfcairo size " << size_text(paper.size, "in") << " font " << font(paper, kPdfFontScale)
         << " fontscale 1" << ground(paper, " background rgb ") << " enhanced" << kLineEnds << "\n";
}

// Whole points: cairo leaves parts of a point off the bounding box. A hundredth more keeps rounding from doing so too.
void choose_eps(std::ostream& script, const Paper& paper) {
  const auto whole = [](double inches) { return (std::ceil(inches * 72) + 0.01) / 72; };
  script << "  set terminal epscairo size " << size_text({whole(paper.size.width), whole(paper.size.height)}, "in")
         << " font " << font(paper, kPdfFontScale) << " fontscale 1" << ground(paper, " background rgb ") << " enhanced"
         << kLineEnds << "\n";
}

void choose_tex(std::ostream& script, const Paper& paper) {
  script << "  if (!strstrt(GPVAL_TERMINALS, \" tikz \")) {\n"
         << "    print \"this gnuplot has no terminal for TeX: it was built without Lua\"\n    exit status 4\n  }\n"
         << "  set terminal tikz size " << size_text(paper.size, "in") << " font \","
         << number_text(12 * kTexFontScale * paper.zoom, 3) << "\""
         << (paper.is_transparent ? "" : " background " + color(paper.background)) << " standalone\n";
}

// gnuplot takes a line of an SVG for half as high again as its font, and puts words that far from the axis: the label
// would reach the key. So much higher, it stands as in a PNG.
constexpr double kSvgTicRise = 0.2, kSvgLabelRise = 0.65;

template <std::string (*finisher)(std::string, const Recipe&)>
std::string finish(std::string picture, const Recipe& recipe, const Paper&) {
  return finisher(std::move(picture), recipe);
}

template <std::string (*finisher)(std::string, const Recipe&, PageSize)>
std::string finish(std::string picture, const Recipe& recipe, const Paper& paper) {
  return finisher(std::move(picture), recipe, paper.size);
}

std::string finish_pixels(std::string picture, const Recipe& recipe, const Paper& paper) {
  picture = finish_png(repacked_png(std::move(picture)), recipe);
  return paper.dpi == kUsualDpi ? picture : with_resolution(std::move(picture), paper.dpi);
}

std::string finish_frames(std::string frames, const Recipe& recipe, const Paper& paper) {
  return finish_gif(frames, recipe, paper.seconds);
}

// A page is 720 points wide in each: 90 to the inch on paper.
constexpr PageSize kPixels{720, 660}, kMostPixels{10000, 10000}, kInches{8, 7.3}, kMostInches{100, 100};
// Where a page has no pixels of its own an image has these: more would not be seen in print.
constexpr double kDotsPerInch = 150, kWebPixels = kDotsPerInch / 96, kPaperPixels = kDotsPerInch / 90;
constexpr Terminal kTerminals[] = {
    {.name = "png",
     .help = "picture, pixels",
     .default_size = kPixels,
     .points_per_unit = 1,
     .font_scale = 1,
     .unit = "pixels",
     .largest = kMostPixels,
     .is_binary = true,
     .start = "\x89PNG",
     .end_mark = "IEND",
     .finish = finish_pixels,
     .typeset = nullptr,
     .choose = choose_png,
     .has_pixels = true},
    {.name = "svg",
     .help = "picture, scalable, for web pages",
     .default_size = kPixels,
     .points_per_unit = 1,
     .font_scale = kSvgFontScale,
     .unit = "pixels",
     .largest = kMostPixels,
     .is_binary = false,
     .start = "<?xml",
     .end_mark = "</svg>",
     .finish = finish<finish_svg>,
     .typeset = nullptr,
     .choose = choose_svg,
     .tic_rise = kSvgTicRise,
     .label_rise = kSvgLabelRise,
     .spread = 1,
     .image_pixels = kWebPixels},
    {.name = "html",
     .help = "picture on a web page that stands alone",
     .default_size = kPixels,
     .points_per_unit = 1,
     .font_scale = kSvgFontScale,
     .unit = "pixels",
     .largest = kMostPixels,
     .is_binary = false,
     .start = "<?xml",
     .end_mark = "</svg>",
     .finish = finish<finish_html>,
     .typeset = nullptr,
     .choose = choose_svg,
     .tic_rise = kSvgTicRise,
     .label_rise = kSvgLabelRise,
     .spread = 1,
     .has_ground = true,
     .image_pixels = kWebPixels},
    {.name = "pdf",
     .help = "picture, scalable, for papers",
     .default_size = kInches,
     .points_per_unit = 90,
     .font_scale = kPdfFontScale,
     .unit = "inches",
     .largest = kMostInches,
     .is_binary = true,
     .start = "%PDF",
     .end_mark = "%%EOF",
     .finish = finish<finish_pdf>,
     .typeset = nullptr,
     .choose = choose_pdf,
     .image_pixels = kPaperPixels},
    {.name = "eps",
     .help = "picture, scalable, for papers in PostScript",
     .default_size = kInches,
     .points_per_unit = 90,
     .font_scale = kPdfFontScale,
     .unit = "inches",
     .largest = kMostInches,
     .is_binary = false,
     .start = "%!PS",
     .end_mark = "%%EOF",
     .finish = finish<finish_eps>,
     .typeset = nullptr,
     .choose = choose_eps,
     .image_pixels = kPaperPixels,
     .image_holes = ImageHoles::kWhole},  // PostScript knows no other; all around would become an image too
    {.name = "tex",
     .help = "picture for pdflatex or lualatex, by TikZ",
     .default_size = kInches,
     .points_per_unit = 90,
     .font_scale = kTexFontScale,
     .unit = "inches",
     .largest = kMostInches,
     .is_binary = false,
     .start = "\\documentclass",
     .end_mark = "\\end{document}",
     .finish = finish<finish_tex>,
     .typeset = tex_text,
     .choose = choose_tex,
     .spread = 1,
     .image_pixels = kPaperPixels,
     .image_holes = ImageHoles::kNone},
    // gnuplot's own GIFs have ragged edges: it draws PNGs.
    {.name = "gif",
     .help = "moving picture: a path grows, space turns",
     .default_size = kPixels,
     .points_per_unit = 1,
     .font_scale = 1,
     .unit = "pixels",
     .largest = kMostPixels,
     .is_binary = true,
     .start = "\x89PNG",
     .end_mark = "IEND",
     .finish = finish_frames,
     .typeset = nullptr,
     .choose = choose_png,
     .moves = true,
     .has_pixels = true,
     .has_ground = true},
};
static_assert(kTerminals[0].choose == choose_png);

}  // namespace

std::span<const Terminal> terminals() { return kTerminals; }

bool draws_letters(const Terminal& terminal) { return terminal.choose != choose_svg && terminal.typeset == nullptr; }

const Terminal& script_terminal() { return kTerminals[0]; }

// One `if` after the other: gnuplot has `else if` from version 6 on only.
void choose_window(std::ostream& script, const Paper& paper) {
  script << "  has_window = 0\n";
  for (const std::string_view name : {"qt", "wxt", "x11"}) {
    script << "  if (!has_window && strstrt(GPVAL_TERMINALS, \" " << name << " \")) {\n"
           << "    set terminal " << name << " size " << size_text(paper.size) << " font " << font(paper, 1)
           << " background rgb " << color(paper.background) << " enhanced persist title \"gradfield\"\n"
           << "    has_window = 1\n  }\n";
  }
  script << "  if (!has_window) {\n    print \"this gnuplot opens no windows; apt install gnuplot-qt does\"\n    exit "
            "status "
         << kNoWindowStatus << "\n  }\n";
}

}  // namespace gradfield
