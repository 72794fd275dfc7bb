// A few colours in place of many: the table of a picture that holds no more than 256.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "plot/look/colors.hpp"

namespace gradfield {

/// Counts colours, those in a cube of 4 x 4 x 4 of the 256 x 256 x 256 as one.
class ColorCounts {
 public:
  ColorCounts();
  void add(std::span<const Rgb> colors);

  struct Cube {
    std::uint64_t count = 0;
    std::array<std::uint64_t, 3> sums{};  // of red, green and blue
  };
  std::span<const Cube> cubes() const { return cubes_; }

  static constexpr int kBits = 6;  // of each colour that tell its cube
  static std::size_t cube_of(Rgb color) {
    constexpr int kShift = 8 - kBits;
    return static_cast<std::size_t>(color.red >> kShift) << (2 * kBits) |
           static_cast<std::size_t>(color.green >> kShift) << kBits | static_cast<std::size_t>(color.blue >> kShift);
  }

 private:
  std::vector<Cube> cubes_;
};

/// The table: boxes of colours are split at the place where that takes most from the sum of the squared distances, the
/// box where it takes most first, until there are `most` (P. Heckbert, Color image quantization for frame buffer
/// display, 1982, with the criterion of X. Wu, Graphics Gems II, 1991). A colour that fills most of a picture, such as
/// its background, stays as it is.
class ColorTable {
 public:
  ColorTable(const ColorCounts& counts, std::size_t most);
  std::span<const Rgb> colors() const { return colors_; }
  /// The place of the colour that stands for this one, which was counted.
  std::uint8_t place(Rgb color) const { return places_[ColorCounts::cube_of(color)]; }

 private:
  std::vector<Rgb> colors_;
  std::vector<std::uint8_t> places_;  // of each cube
};

}  // namespace gradfield
