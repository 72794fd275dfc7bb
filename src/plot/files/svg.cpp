// What gnuplot's SVG terminal draws, and a page of HTML around it.
#include <utility>

#include "plot/files/finish.hpp"
#include "plot/look/colors.hpp"

namespace gradfield {
namespace {

struct Reference {
  char character;
  std::string_view written;
};
constexpr Reference kReferences[] = {
    {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"},
};

// Text with what means something in XML and HTML as references, for contents and for attributes in either quotes.
std::string escaped_markup(std::string_view text) {
  std::string out;
  for (const char c : text) {
    std::string_view written(&c, 1);
    for (const Reference& row : kReferences) {
      if (row.character == c) written = row.written;
    }
    out += written;
  }
  return out;
}

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

// Blanks at the ends of the pieces of a text, as beside an exponent, are part of it.
void keep_blanks(std::string& picture) {
  constexpr std::string_view kText = "<text>", kKept = "<text xml:space=\"preserve\">";
  for (std::size_t at = 0; (at = picture.find(kText, at)) != std::string::npos; at += kKept.size()) {
    picture.replace(at, kText.size(), kKept);
  }
}

std::string metadata(const Recipe& recipe) {
  std::string out =
      "<metadata>\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:recipe=\"urn:gradfield:recipe\">\n"
      "<rdf:Description rdf:about=\"\">\n<dc:format>image/svg+xml</dc:format>\n";
  for (const RecipeRow& row : kRecipeRows) {
    const std::string name(row.svg);
    out += "<" + name + ">" + escaped_markup(recipe.*row.text) + "</" + name + ">\n";
  }
  return out + "</rdf:Description>\n</rdf:RDF>\n</metadata>\n";
}

// The picture with title, description and metadata in place of its own.
std::string with_recipe(std::string picture, const Recipe& recipe) {
  constexpr std::string_view kRoot = "<svg ", kTitle = "<title>", kEnd = "</desc>\n";
  const std::size_t root = picture.find(kRoot);
  const std::size_t title = root == std::string::npos ? root : picture.find(kTitle, root);
  const std::size_t end = title == std::string::npos ? title : picture.find(kEnd, title);
  if (end == std::string::npos) return picture;
  picture.replace(title, end + kEnd.size() - title,
                  "<title id=\"picture_title\">" + escaped_markup(recipe.title) +
                      "</title>\n<desc id=\"picture_desc\">" + escaped_markup(recipe.description) + "</desc>\n" +
                      metadata(recipe));
  return picture.insert(root + kRoot.size(), "role=\"img\" aria-labelledby=\"picture_title picture_desc\"");
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
  const bool on_dark = is_dark(background);
  return "html { color-scheme: " + std::string(on_dark ? "dark" : "light") +
         "; }\nbody { margin: 0; background: " + hex_text(background) +
         "; color: " + (on_dark ? "#dddddd" : "#333333") +
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
    out +=
        "<dt>" + std::string(row.name) + "</dt><dd>" + (row.is_code ? "<code>" + text + "</code>" : text) + "</dd>\n";
  }
  return out + "</dl>\n</details>\n</figcaption>\n";
}

}  // namespace

std::string finish_svg(std::string picture, const Recipe& recipe) {
  keep_blanks(picture);
  smooth_arrows(picture);
  name_fallback_fonts(picture);
  return with_recipe(std::move(picture), recipe);
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
