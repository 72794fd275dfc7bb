// gnuplot's enhanced text, as tests compare it.
#pragma once

#include <string>

#include "plot/look/typeset.hpp"

namespace gradfield::test {

/// The markup with its italic letters as they are, and without the hair spaces beside them.
inline std::string without_italics(std::string markup) {
  constexpr std::string_view kHair = "\u200A";
  for (std::size_t at = 0; (at = markup.find(kItalic, at)) != std::string::npos;) {
    markup.erase(at, kItalic.size());
    markup.erase(markup.find(kItalicEnd, at), kItalicEnd.size());
  }
  for (std::size_t at = 0; (at = markup.find(kHair, at)) != std::string::npos;) markup.erase(at, kHair.size());
  return markup;
}

}  // namespace gradfield::test
