#include "plot/files/svg_page.hpp"

#include "plot/files/embedding.hpp"
#include "plot/files/markup.hpp"
#include "plot/look/colors.hpp"

namespace gradfield {
namespace {

// gnuplot asks for jagged edges in filled areas, to avoid seams between neighbours. The colour bar needs that, arrows
// do not: theirs is the first such group after the start of their plot.
void smooth_arrows(std::string& picture) {
  constexpr std::string_view kJagged = "<g stroke='none' shape-rendering='crispEdges'>", kSmooth = "<g stroke='none'>";
  constexpr std::string_view kPlot = "<g id=\"gnuplot_plot_";
  for (std::size_t plot = 0; (plot = picture.find(kPlot, plot)) != std::string::npos; plot += kPlot.size()) {
    const std::size_t at = picture.find(kJagged, plot), next = picture.find(kPlot, plot + kPlot.size());
    if (at != std::string::npos && at < next) picture.replace(at, kJagged.size(), kSmooth);
  }
}

// Readers without our font take a serif one, unless another is named.
void name_fallback_fonts(std::string& picture) {
  constexpr std::string_view kFont = "font-family=\"DejaVu Sans\"", kFonts = "font-family=\"DejaVu Sans, sans-serif\"";
  for (std::size_t at = 0; (at = picture.find(kFont, at)) != std::string::npos; at += kFonts.size()) {
    picture.replace(at, kFont.size(), kFonts);
  }
}

// The fill of the picture's first rectangle, which is its background; white where there is none.
Rgb background_of(std::string_view picture) {
  constexpr std::string_view kCanvas = "<g id=\"gnuplot_canvas\">", kFill = "fill=\"";
  const std::size_t canvas = picture.find(kCanvas);
  const std::size_t rectangle = canvas == std::string_view::npos ? canvas : picture.find("<rect ", canvas);
  const std::size_t fill = rectangle == std::string_view::npos ? rectangle : picture.find(kFill, rectangle);
  if (fill == std::string_view::npos) return {255, 255, 255};
  return find_color(picture.substr(fill + kFill.size(), 7)).value_or(Rgb{255, 255, 255});
}

std::string style(Rgb background) {
  // Brightness as the eye weighs it (ITU-R BT.601).
  const bool is_dark = 299 * background.red + 587 * background.green + 114 * background.blue < 1000 * 128;
  return "html { color-scheme: " + std::string(is_dark ? "dark" : "light") +
         "; }\nbody { margin: 0; background: " + hex_text(background) +
         "; color: " + (is_dark ? "#dddddd" : "#333333") +
         "; font: 1rem/1.5 \"DejaVu Sans\", sans-serif; }\n"
         "figure { margin: 0; }\n"
         "svg { display: block; width: 100%; height: auto; max-height: calc(100vh - 3.5rem); }\n"
         "figcaption { max-width: 45rem; margin: 0 auto; padding: 0.5rem 1rem; font-size: 0.875rem; }\n"
         "summary { cursor: pointer; }\n"
         "dt { font-weight: bold; }\n"
         "dd { margin: 0 0 0.5rem; overflow-wrap: anywhere; }\n";
}

std::string caption(const Recipe& recipe) {
  std::string out = "<figcaption>\n<details>\n<summary>About this picture</summary>\n<dl>\n";
  for (const RecipeRow& row : kRecipeRows) {
    const std::string text = escaped_markup(recipe.*row.text);
    out += "<dt>" + std::string(row.name) + "</dt><dd>" + (row.name == "Command" ? "<code>" + text + "</code>" : text) +
           "</dd>\n";
  }
  return out + "</dl>\n</details>\n</figcaption>\n";
}

}  // namespace

std::string finish_svg(std::string picture, const Recipe& recipe) {
  smooth_arrows(picture);
  name_fallback_fonts(picture);
  return embed_in_svg(std::move(picture), recipe);
}

std::string finish_html(std::string picture, const Recipe& recipe) {
  const std::string drawn = finish_svg(std::move(picture), recipe);
  // Within HTML there is neither an XML declaration nor a document type of SVG.
  const std::size_t root = drawn.find("<svg ");
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         escaped_markup(recipe.title) + "</title>\n<meta name=\"description\" content=\"" +
         escaped_markup(recipe.description) + "\">\n<meta name=\"generator\" content=\"" +
         escaped_markup(recipe.software) + "\">\n<style>\n" + style(background_of(drawn)) +
         "</style>\n</head>\n<body>\n<main>\n<figure>\n" + drawn.substr(root == std::string::npos ? 0 : root) +
         caption(recipe) + "</figure>\n</main>\n</body>\n</html>\n";
}

}  // namespace gradfield
