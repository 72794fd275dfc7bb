// A scale of colours in a picture of characters: in a few steps, those that its key shows, and no others.
#pragma once

#include <cstddef>
#include <string>

#include "plot/arrows/color_scale.hpp"
#include "plot/text/text_screen.hpp"

namespace gradfield {

class TextRamp {
 public:
  /// `name`: of the values; `scale`: with colours as the screen shows them, finer than the steps.
  TextRamp(ColorScale scale, std::string name, const TextScreen& screen);

  /// Takes as many steps as its key has room for in `room` columns, with `tail` behind it: that is left out first.
  void fit(std::size_t room, const std::string& tail);

  Rgb color_of(double value) const;

  /// The steps between the numbers at their ends, and at their middle where they are not even, in the room given to
  /// fit(); words alone where that is less.
  std::string key() const;

 private:
  Rgb color(std::size_t step) const;
  std::string low() const;
  std::string middle() const;
  std::string high() const;

  ColorScale scale_;
  std::string name_;
  const TextScreen& screen_;
  std::size_t steps_;
  bool has_room_ = true;  // for the steps in the key
  std::string tail_;      // else all of the key
};

}  // namespace gradfield
