// Texts of a picture for TeX.
#pragma once

#include <string>
#include <string_view>

namespace gradfield {

/// `text` such that TeX shows it. With `enhanced` it is gnuplot's markup of a formula or a number (see typeset_formula)
/// and comes out as TeX's mathematics: letters in italics, words upright, those
/// of a sentence apart. Without, as it is typed, whatever it
/// holds: nothing in it acts. What the font has not is shown as U+XXXX, by \gpchar of the document around it.
std::string tex_text(std::string_view text, bool enhanced);

}  // namespace gradfield
