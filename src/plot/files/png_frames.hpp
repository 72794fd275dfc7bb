// The pixels of PNG pictures, also of those that stand one behind the other, as gnuplot writes a picture of many
// frames.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "plot/look/colors.hpp"

namespace gradfield {

struct Pixels {
  std::size_t width = 0, height = 0;
  std::vector<Rgb> colors;  // row by row from the top
};

/// The pictures in `bytes`, each from its signature to its IEND chunk (PNG specification, section 5), in order; bytes
/// behind the last whole one are left out.
std::vector<std::string_view> split_png(std::string_view bytes);

/// The pixels of one picture, what is transparent on white.
/// Errors: kUnavailable where libpng cannot read it.
Pixels read_png(std::string_view picture);

/// The rows of a picture of 8 bits a channel, from the top, each behind a byte 0, which says that it is not filtered.
/// None where libpng cannot read it.
std::vector<unsigned char> plain_rows(std::string_view picture);

}  // namespace gradfield
