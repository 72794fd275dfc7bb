// GIF files as a viewer sees them, read by giflib.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gradfield::test {

struct GifFrame {
  int left = 0, top = 0, width = 0, height = 0;  // of what is painted
  int hundredths = 0;                            // of a second that it is shown
  std::vector<std::uint32_t> pixels;             // 0xRRGGBB of the whole picture, row by row, once it is painted
};

struct Gif {
  int width = 0, height = 0;
  std::vector<GifFrame> frames;
  std::vector<std::string> comments;
  bool repeats = false;  // without end
};

/// Errors: std::runtime_error where giflib cannot read the bytes.
Gif read_gif(const std::string& bytes);

}  // namespace gradfield::test
