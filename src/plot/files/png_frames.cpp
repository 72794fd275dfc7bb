#include "plot/files/png_frames.hpp"

#include <string>

#include <png.h>

#include "base/error.hpp"

namespace gradfield {

static_assert(sizeof(Rgb) == 3, "rows of PNG_FORMAT_RGB are rows of Rgb");

std::vector<std::string_view> split_png(std::string_view bytes) {
  constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
  constexpr std::size_t kAround = 12;  // length, type and check of a chunk
  std::vector<std::string_view> pictures;
  while (bytes.starts_with(kSignature)) {
    std::size_t at = kSignature.size();
    bool is_whole = false;
    while (!is_whole && bytes.size() - at >= kAround) {
      std::size_t length = 0;
      for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(bytes[at + i]);
      if (length > bytes.size() - at - kAround) break;
      is_whole = bytes.substr(at + 4, 4) == "IEND";
      at += kAround + length;
    }
    if (!is_whole) break;
    pictures.push_back(bytes.substr(0, at));
    bytes.remove_prefix(at);
  }
  return pictures;
}

Pixels read_png(std::string_view picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  const auto check = [&](int succeeds) {
    if (succeeds != 0) return;
    const std::string reason = image.message;
    png_image_free(&image);
    throw Error(ExitCode::kUnavailable, "cannot read the frame that gnuplot drew: " + reason);
  };
  check(png_image_begin_read_from_memory(&image, picture.data(), picture.size()));
  image.format = PNG_FORMAT_RGB;
  Pixels pixels{image.width, image.height, std::vector<Rgb>(std::size_t{image.width} * image.height)};
  const png_color white{255, 255, 255};
  check(png_image_finish_read(&image, &white, pixels.colors.data(), 0, nullptr));
  return pixels;
}

std::vector<unsigned char> plain_rows(std::string_view picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, picture.data(), picture.size()) == 0) return {};
  const std::size_t row = 1 + std::size_t{image.width} * PNG_IMAGE_PIXEL_CHANNELS(image.format);
  std::vector<unsigned char> rows(row * image.height);
  if (png_image_finish_read(&image, nullptr, rows.data() + 1, static_cast<int>(row), nullptr) == 0) return {};
  return rows;
}

}  // namespace gradfield
