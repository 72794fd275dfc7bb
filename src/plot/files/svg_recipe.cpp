// The recipe in SVG pictures, drawn ones and those within a page.
#include "plot/files/embedding.hpp"
#include "plot/files/markup.hpp"

namespace gradfield {
namespace {

std::string metadata(const Recipe& recipe) {
  std::string out =
      "<metadata>\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:recipe=\"urn:gradfield:recipe\">\n"
      "<rdf:Description rdf:about=\"\">\n";
  const auto put = [&](const std::string& name, const std::string& text) {
    out += "<" + name + ">" + escaped_markup(text) + "</" + name + ">\n";
  };
  put("dc:format", "image/svg+xml");
  put("dc:title", recipe.title);
  put("dc:description", recipe.description);
  put("dc:creator", recipe.software);
  put("recipe:command", recipe.command);
  put("recipe:formula", recipe.formula);
  put("recipe:scale", recipe.scale);
  put("recipe:cap", recipe.cap);
  return out + "</rdf:Description>\n</rdf:RDF>\n</metadata>\n";
}

}  // namespace

std::string embed_in_svg(std::string picture, const Recipe& recipe) {
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

}  // namespace gradfield
