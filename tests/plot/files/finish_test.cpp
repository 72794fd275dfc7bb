// Recipes in pictures that gradfield does not make itself, and in what is no picture.
#include "plot/files/finish.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/commands.hpp"
#include "support/png.hpp"
#include "support/process.hpp"
#include "support/programs.hpp"

namespace gradfield::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// cairo 1.16 writes a cross-reference table; its successors, and other programs, write a stream.
TEST(PdfRecipe, IsPutBehindACrossReferenceStreamToo) {
  if (!has_program("pdfinfo") || !has_program("qpdf")) GTEST_SKIP() << "no pdfinfo or no qpdf here";
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  ASSERT_EQ(run_gradfield({"x*y", "-n", "3", "-o", "table.pdf"}, setup).exit_code, 0);
  ASSERT_EQ(run_program({"qpdf", "--object-streams=generate", "table.pdf", "stream.pdf"}, setup).exit_code, 0);
  const std::string before = read_file(folder / "stream.pdf");
  ASSERT_THAT(before, AllOf(HasSubstr("/XRef"), Not(HasSubstr("\nxref\n"))));
  Recipe recipe;
  recipe.title = "größe (∇f \\";
  recipe.command = "gradfield 'x'";
  const std::string after = finish_pdf(before, recipe);
  ASSERT_GT(after.size(), before.size());
  write_file(folder / "stream.pdf", after);
  const ProcessResult check = run_program({"qpdf", "--check", "stream.pdf"}, setup);
  EXPECT_EQ(check.exit_code, 0) << check.output << check.messages;
  const ProcessResult info = run_program({"pdfinfo", "-enc", "UTF-8", "stream.pdf"}, setup);
  EXPECT_THAT(info.output, AllOf(HasSubstr("Title:           größe (∇f \\\n"), HasSubstr("Pages:           1\n")));
}

TEST(RepackedPng, HasTheSamePixelsInFewerBytes) {
  const TemporaryFolder folder;
  struct Row {
    Words words;
    double most;  // of the bytes that there were
  };
  for (const Row& row : {Row{{"x*exp(-x^2-y^2)", "--heatmap"}, 0.85},
                         {{"x*exp(-x^2-y^2)", "--heatmap=norm", "--contour", "--transparent"}, 0.9},
                         {{"x*exp(-x^2-y^2)", "--heatmap", "--where", "y<x+1", "--theme", "dark"}, 0.9},
                         {{"x*y*z", "--vars", "x,y,z"}, 0.85},
                         {{"x*exp(-x^2-y^2)", "--surface"}, 1},
                         {{"x^2+y^2"}, 1}}) {
    // As gnuplot writes it, and as we do.
    Words script = row.words, picture = row.words;
    script.insert(script.end(), {"-q", "-f", "gp"});
    picture.insert(picture.end(), {"-q", "-o", folder / "a.png"});
    ProcessSetup setup;
    setup.input = run_gradfield(script).output;
    const std::string before = run_program({"gnuplot", "-d", "/dev/stdin"}, setup).output;
    ASSERT_EQ(run_gradfield(picture).exit_code, 0);
    const std::string after = repacked_png(before);
    EXPECT_EQ(png_rows(after), png_rows(before)) << testing::PrintToString(row.words);
    EXPECT_EQ(drawn_chunks(after), drawn_chunks(read_file(folder / "a.png"))) << testing::PrintToString(row.words);
    EXPECT_LE(static_cast<double>(after.size()), row.most * static_cast<double>(before.size()))
        << testing::PrintToString(row.words);
    EXPECT_EQ(repacked_png(after), after) << testing::PrintToString(row.words) << " again";
  }
}

TEST(RepackedPng, LeavesAloneWhatIsNoWholePictureOrNotOfItsKind) {
  const ProcessResult drawn =
      run_gradfield({"x*exp(-x^2-y^2)", "--heatmap", "--size", "1000x1000", "-n", "9", "-q", "-f", "gp"});
  ProcessSetup setup;
  setup.input = drawn.output;
  const std::string whole = run_program({"gnuplot", "-d", "/dev/stdin"}, setup).output;
  ASSERT_GT(whole.size(), 125000u);
  ASSERT_LT(repacked_png(whole).size(), whole.size());
  std::string damaged = whole, gray = whole, other = whole;
  damaged[whole.size() / 2] ^= 1;
  gray[25] = 0;  // the kind of colours
  other[whole.find("IDAT")] = 'X';
  for (const std::string& bytes : {damaged, gray, other, whole.substr(0, whole.size() - 5), whole.substr(0, 120000),
                                   std::string(200000, 'x'), std::string()}) {
    EXPECT_TRUE(repacked_png(bytes) == bytes);
  }
}

TEST(GifRecipe, IsAnExtensionOfBlocksBeforeTheEnd) {
  const ProcessResult drawn = run_program({"gnuplot", "-d", "-e", "set terminal pngcairo; plot x; plot 2*x"});
  if (drawn.output.empty()) GTEST_SKIP() << "this gnuplot draws no PNG";
  Recipe recipe;
  recipe.title = "größe " + std::string(600, 'x');
  recipe.command = "gradfield 'ö'";
  recipe.ascii = "gradfield $'\\303\\266'";
  const std::string comment = run_python(R"python(
import sys
gif = sys.stdin.buffer.read()
assert gif[:6] == b'GIF89a'
size = lambda flags: 3 * 2 ** ((flags & 7) + 1) if flags & 128 else 0
at, frames = 13 + size(gif[10]), 0
def blocks():
    global at
    out = b''
    while gif[at]:
        out += gif[at + 1:at + 1 + gif[at]]
        at += 1 + gif[at]
    at += 1
    return out
while gif[at] != 0x3B:
    if gif[at] == 0x21:
        label, at = gif[at + 1], at + 2
        data = blocks()
        if label == 0xFE: sys.stdout.buffer.write(data)
    else:
        assert gif[at] == 0x2C
        at += 10 + size(gif[at + 9]) + 1
        blocks()
        frames += 1
assert at == len(gif) - 1 and frames == 2, frames
)python",
                                         finish_gif(drawn.output, recipe, std::vector{0.5, 0.5}));
  EXPECT_THAT(comment, AllOf(HasSubstr("Title: grU+00F6U+00DFe xxx"), HasSubstr("Command: gradfield $'\\303\\266'\n")));
}

TEST(Finish, LeavesBytesThatAreNoPictureAlone) {
  Recipe recipe;
  recipe.title = "title";
  for (const std::string bytes : {"", "x", "%PDF-1.5", "%PDF-1.5\nstartxref\n99\n%%EOF", "startxref\n0\n",
                                  "\x89PNG\r\n\x1a\n", "GIF89a", "<svg >", "%!PS-Adobe-3.0"}) {
    for (const auto& finish : {finish_png, finish_pdf, finish_svg, finish_eps}) {
      EXPECT_EQ(finish(bytes, recipe), bytes);
    }
  }
}

}  // namespace
}  // namespace gradfield::test
