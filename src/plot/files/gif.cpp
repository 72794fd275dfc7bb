// Moving pictures: PNG frames as one GIF, which holds the recipe as a comment.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <gif_lib.h>

#include "base/error.hpp"
#include "plot/files/color_table.hpp"
#include "plot/files/finish.hpp"
#include "plot/files/png_frames.hpp"

namespace gradfield {
namespace {

constexpr int kTableSize = 256, kColorBits = 8;
constexpr std::uint8_t kTransparent = kTableSize - 1;

struct Rectangle {
  std::size_t left, top, width, height;
};

// What differs: at least one pixel, since a frame of none cannot be written.
Rectangle difference(const Pixels& before, const Pixels& now) {
  std::size_t left = now.width, right = 0, top = now.height, bottom = 0;
  for (std::size_t row = 0; row < now.height; ++row) {
    const auto a = before.colors.begin() + static_cast<std::ptrdiff_t>(row * now.width);
    const auto b = now.colors.begin() + static_cast<std::ptrdiff_t>(row * now.width);
    const auto width = static_cast<std::ptrdiff_t>(now.width);
    const auto first = std::mismatch(a, a + width, b).first;
    if (first == a + width) continue;
    auto last = a + width;
    while (*(last - 1) == *(b + (last - 1 - a))) --last;
    left = std::min(left, static_cast<std::size_t>(first - a));
    right = std::max(right, static_cast<std::size_t>(last - a));
    top = std::min(top, row);
    bottom = row + 1;
  }
  if (left >= right) return {0, 0, 1, 1};
  return {left, top, right - left, bottom - top};
}

class GifWriter {
 public:
  GifWriter(std::size_t width, std::size_t height, std::span<const Rgb> colors) {
    int fault = 0;
    file_ = EGifOpen(
        &bytes_,
        [](GifFileType* file, const GifByteType* data, int count) {
          static_cast<std::string*>(file->UserData)
              ->append(reinterpret_cast<const char*>(data), static_cast<std::size_t>(count));
          return count;
        },
        &fault);
    if (file_ == nullptr) fail(fault);
    EGifSetGifVersion(file_, true);
    std::vector<GifColorType> table(kTableSize);
    std::ranges::transform(colors, table.begin(), [](Rgb color) {
      return GifColorType{color.red, color.green, color.blue};
    });
    const std::unique_ptr<ColorMapObject, void (*)(ColorMapObject*)> map(GifMakeMapObject(kTableSize, table.data()),
                                                                         GifFreeMapObject);
    check(EGifPutScreenDesc(file_, static_cast<int>(width), static_cast<int>(height), kColorBits, 0, map.get()));
  }
  ~GifWriter() {
    int fault = 0;
    if (file_ != nullptr) EGifCloseFile(file_, &fault);
  }
  GifWriter(const GifWriter&) = delete;
  GifWriter& operator=(const GifWriter&) = delete;

  void repeat_without_end() {
    check(EGifPutExtensionLeader(file_, APPLICATION_EXT_FUNC_CODE));
    check(EGifPutExtensionBlock(file_, 11, "NETSCAPE2.0"));
    const std::uint8_t forever[] = {1, 0, 0};  // a block of the count, which is 0
    check(EGifPutExtensionBlock(file_, sizeof forever, forever));
    check(EGifPutExtensionTrailer(file_));
  }

  void add(const Rectangle& place, std::vector<std::uint8_t>& pixels, double seconds) {
    GraphicsControlBlock control{};
    control.DisposalMode = DISPOSE_DO_NOT;
    control.DelayTime = static_cast<int>(std::lround(seconds * 100));
    control.TransparentColor = kTransparent;
    std::uint8_t extension[4];
    EGifGCBToExtension(&control, extension);
    check(EGifPutExtension(file_, GRAPHICS_EXT_FUNC_CODE, sizeof extension, extension));
    check(EGifPutImageDesc(file_, static_cast<int>(place.left), static_cast<int>(place.top),
                           static_cast<int>(place.width), static_cast<int>(place.height), false, nullptr));
    for (std::size_t row = 0; row < place.height; ++row) {
      check(EGifPutLine(file_, pixels.data() + row * place.width, static_cast<int>(place.width)));
    }
  }

  std::string finish(const std::string& comment) {
    check(EGifPutComment(file_, comment.c_str()));
    int fault = 0;
    GifFileType* file = std::exchange(file_, nullptr);
    if (EGifCloseFile(file, &fault) != GIF_OK) fail(fault);
    return std::move(bytes_);
  }

 private:
  [[noreturn]] static void fail(int fault) {
    const char* reason = GifErrorString(fault);
    throw Error(ExitCode::kInternal, std::string("cannot write a GIF: ") + (reason != nullptr ? reason : "no reason"));
  }
  void check(int result) const {
    if (result != GIF_OK) fail(file_->Error);
  }

  std::string bytes_;
  GifFileType* file_ = nullptr;
};

}  // namespace

std::string finish_gif(std::string_view frames, const Recipe& recipe, std::span<const double> seconds) {
  const std::vector<std::string_view> pictures = split_png(frames);
  if (pictures.size() != std::max<std::size_t>(seconds.size(), 1)) {
    throw Error(ExitCode::kUnavailable, "gnuplot drew " + std::to_string(pictures.size()) + " of " +
                                            std::to_string(std::max<std::size_t>(seconds.size(), 1)) + " frames");
  }
  // Frames are read twice, since all of them as pixels would take a gigabyte where they are large.
  ColorCounts counts;
  for (const std::string_view picture : pictures) counts.add(read_png(picture).colors);
  const ColorTable table(counts, kTransparent);

  Pixels before;
  std::optional<GifWriter> writer;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    Pixels now = read_png(pictures[i]);
    const bool is_first = i == 0;
    if (is_first) {
      writer.emplace(now.width, now.height, table.colors());
      if (pictures.size() > 1) writer->repeat_without_end();
    }
    const Rectangle place = is_first ? Rectangle{0, 0, now.width, now.height} : difference(before, now);
    std::vector<std::uint8_t> pixels;
    pixels.reserve(place.width * place.height);
    for (std::size_t row = place.top; row < place.top + place.height; ++row) {
      for (std::size_t column = place.left; column < place.left + place.width; ++column) {
        const std::size_t at = row * now.width + column;
        const std::uint8_t color = table.place(now.colors[at]);
        pixels.push_back(!is_first && table.place(before.colors[at]) == color ? kTransparent : color);
      }
    }
    writer->add(place, pixels, seconds.empty() ? 0 : seconds[i]);
    before = std::move(now);
  }
  std::string comment;
  for (const RecipeRow& row : kRecipeRows) comment += std::string(row.name) + ": " + ascii_text(recipe, row) + "\n";
  return writer->finish(comment);
}

}  // namespace gradfield
