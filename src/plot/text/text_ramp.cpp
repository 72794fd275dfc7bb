#include "plot/text/text_ramp.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"

namespace gradfield {
namespace {

// A scale that is as long on both sides of zero has a step of its own for what is next to nothing.
std::size_t most_steps(const ColorScale& scale) { return scale.low() == -scale.high() ? 11 : 10; }

constexpr std::size_t kFewestSteps = 2;

}  // namespace

TextRamp::TextRamp(ColorScale scale, std::string name, const TextScreen& screen)
    : scale_(std::move(scale)), name_(std::move(name)), screen_(screen), steps_(most_steps(scale_)) {}

void TextRamp::fit(std::size_t room, const std::string& tail) {
  tail_ = tail;
  const std::size_t words = column_width(name_) + 2 + low().size() + 2 + middle().size() + high().size();
  if (words + kFewestSteps + column_width(tail_) > room) tail_.clear();
  has_room_ = words + kFewestSteps <= room;
  if (!has_room_) {
    tail_ = shortened(name_ + " " + low() + " to " + high(), room);
    return;
  }
  const std::size_t left = room - words - column_width(tail_), most = most_steps(scale_);
  steps_ = left >= most ? most : left / 2 * 2;
}

std::string TextRamp::key() const {
  if (!has_room_) return tail_;
  std::string line = name_ + "  " + low() + " ";
  for (std::size_t step = 0; step < steps_; ++step) {
    if (step == steps_ / 2) line += middle();
    line += paint(screen_.unicode ? "■" : "#", color(step), screen_);
  }
  return line + " " + high() + tail_;
}

Rgb TextRamp::color_of(double value) const {
  return color(std::min(static_cast<std::size_t>(scale_.share(value) * static_cast<double>(steps_)), steps_ - 1));
}

// No color_at() here: between two colours of a few there may be none.
Rgb TextRamp::color(std::size_t step) const {
  const double share = (static_cast<double>(step) + 0.5) / static_cast<double>(steps_);
  return scale_.colors[static_cast<std::size_t>(std::lround(share * static_cast<double>(scale_.colors.size() - 1)))];
}

std::string TextRamp::low() const { return number_text(scale_.low(), 4); }
std::string TextRamp::high() const { return number_text(scale_.high(), 4); }

std::string TextRamp::middle() const {
  const Gradation& gradation = scale_.gradation;
  return gradation.is_linear() ? "" : " " + number_text(gradation.value(0.5), 2) + " ";
}

}  // namespace gradfield
