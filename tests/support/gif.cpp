#include "support/gif.hpp"

#include <gif_lib.h>

#include <algorithm>
#include <stdexcept>

namespace gradfield::test {
namespace {

struct Bytes {
  const std::string& all;
  std::size_t at = 0;
};

void collect_extensions(const ExtensionBlock* blocks, int count, Gif& gif, GifFrame* frame, int& transparent) {
  for (int i = 0; i < count; ++i) {
    const std::string text(reinterpret_cast<const char*>(blocks[i].Bytes),
                           static_cast<std::size_t>(blocks[i].ByteCount));
    if (blocks[i].Function == COMMENT_EXT_FUNC_CODE) gif.comments.push_back(text);
    if (blocks[i].Function == CONTINUE_EXT_FUNC_CODE && !gif.comments.empty() && frame == nullptr) {
      gif.comments.back() += text;
    }
    if (blocks[i].Function == APPLICATION_EXT_FUNC_CODE && text == "NETSCAPE2.0" && i + 1 < count) {
      const GifByteType* loop = blocks[i + 1].Bytes;
      gif.repeats = blocks[i + 1].ByteCount == 3 && loop[0] == 1 && loop[1] == 0 && loop[2] == 0;
    }
    if (blocks[i].Function == GRAPHICS_EXT_FUNC_CODE && frame != nullptr) {
      GraphicsControlBlock control;
      DGifExtensionToGCB(static_cast<std::size_t>(blocks[i].ByteCount), blocks[i].Bytes, &control);
      frame->hundredths = control.DelayTime;
      transparent = control.TransparentColor;
    }
  }
}

}  // namespace

Gif read_gif(const std::string& bytes) {
  Bytes source{bytes};
  int fault = 0;
  GifFileType* file = DGifOpen(
      &source,
      [](GifFileType* from, GifByteType* to, int count) {
        auto& rest = *static_cast<Bytes*>(from->UserData);
        const std::size_t size = std::min(static_cast<std::size_t>(count), rest.all.size() - rest.at);
        std::copy_n(rest.all.begin() + static_cast<std::ptrdiff_t>(rest.at), size, to);
        rest.at += size;
        return static_cast<int>(size);
      },
      &fault);
  if (file == nullptr || DGifSlurp(file) != GIF_OK) throw std::runtime_error("no GIF file");
  Gif gif{file->SWidth, file->SHeight, {}, {}, false};
  std::vector<std::uint32_t> canvas(static_cast<std::size_t>(gif.width) * static_cast<std::size_t>(gif.height));
  for (int i = 0; i < file->ImageCount; ++i) {
    const SavedImage& image = file->SavedImages[i];
    const GifImageDesc& place = image.ImageDesc;
    GifFrame frame{place.Left, place.Top, place.Width, place.Height, 0, {}};
    int transparent = -1;
    collect_extensions(image.ExtensionBlocks, image.ExtensionBlockCount, gif, &frame, transparent);
    const ColorMapObject* colors = place.ColorMap != nullptr ? place.ColorMap : file->SColorMap;
    for (int row = 0; row < place.Height; ++row) {
      for (int column = 0; column < place.Width; ++column) {
        const int color = image.RasterBits[row * place.Width + column];
        if (color == transparent) continue;
        const GifColorType& entry = colors->Colors[color];
        canvas.at(static_cast<std::size_t>((place.Top + row) * gif.width + place.Left + column)) =
            static_cast<std::uint32_t>(entry.Red << 16 | entry.Green << 8 | entry.Blue);
      }
    }
    frame.pixels = canvas;
    gif.frames.push_back(std::move(frame));
  }
  int none = -1;
  collect_extensions(file->ExtensionBlocks, file->ExtensionBlockCount, gif, nullptr, none);
  DGifCloseFile(file, &fault);
  return gif;
}

}  // namespace gradfield::test
