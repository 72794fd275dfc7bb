#include "plot/files/markup.hpp"

namespace gradfield {
namespace {

struct Reference {
  char character;
  std::string_view written;
};
constexpr Reference kReferences[] = {
    {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"},
};

}  // namespace

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

}  // namespace gradfield
