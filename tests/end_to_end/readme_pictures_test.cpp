// The pictures of README.md are what the commands beside them draw.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <sstream>

#include "plot/files/png_frames.hpp"
#include "support/gif.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using Frames = std::vector<std::vector<Rgb>>;

Frames frames_of(const std::string& name, const std::string& bytes) {
  if (!name.ends_with(".gif")) return {read_png(bytes).colors};
  Frames frames;
  for (const GifFrame& frame : read_gif(bytes).frames) {
    std::vector<Rgb>& colors = frames.emplace_back();
    for (const std::uint32_t pixel : frame.pixels) colors.push_back(rgb(pixel));
  }
  return frames;
}

// The share of pixels that differ by more than another build of cairo or of a font would make of them.
double differing(const std::vector<Rgb>& a, const std::vector<Rgb>& b) {
  constexpr int kRounding = 8;
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    count += std::max({std::abs(a[i].red - b[i].red), std::abs(a[i].green - b[i].green),
                       std::abs(a[i].blue - b[i].blue)}) > kRounding;
  }
  return static_cast<double>(count) / static_cast<double>(a.size());
}

TEST(Readme, ShowsWhatItsCommandsDraw) {
  const TemporaryFolder folder;
  const std::filesystem::path scripts = GRADFIELD_SCRIPTS, kept = scripts.parent_path() / "tests" / "pictures";
  const ProcessResult drawn = run_program({scripts / "readme_pictures.sh", folder.path(), GRADFIELD_BINARY});
  ASSERT_EQ(drawn.exit_code, 0) << drawn;
  const std::vector<std::string> names = lines_of(drawn.output);
  for (const std::string& name : names) {
    const Frames now = frames_of(name, read_file(folder / name)), then = frames_of(name, read_file(kept / name));
    ASSERT_EQ(now.size(), then.size()) << name;
    for (std::size_t k = 0; k < now.size(); ++k) {
      ASSERT_EQ(now[k].size(), then[k].size()) << name;
      EXPECT_LT(differing(now[k], then[k]), 1e-3) << name << ", frame " << k;
    }
  }
  const auto files = std::distance(std::filesystem::directory_iterator(kept), {});
  EXPECT_EQ(static_cast<std::ptrdiff_t>(names.size()), files) << "a picture that README.md does not show";
}

}  // namespace
}  // namespace gradfield::test
