// Pictures for papers: TeX documents as TeX sets them, and EPS files as ghostscript draws them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>

#include "base/spelling.hpp"
#include "plot/files/recipe.hpp"
#include "plot/files/tex_text.hpp"
#include "support/nasty_texts.hpp"
#include "support/process.hpp"
#include "support/programs.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

std::string without_blanks(const std::string& text) {
  std::string dense;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\f') dense += c;
  }
  return dense;
}

/// The bytes of the one image of a document: Python's, inflated.
std::string inflated_image(const std::string& document) {
  const std::string begin = "\\def\\gprawrgbimagedata{%";
  const std::size_t at = document.find(begin) + begin.size();
  const std::string digits = run_python(
      "import sys, zlib\n"
      "digits = ''.join(sys.stdin.read().replace('%', '').split())\n"
      "print(zlib.decompress(bytes.fromhex(digits)).hex())",
      document.substr(at, document.find('}', at) - at));
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

class TexDocument : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    setup_.folder = folder_.path();
    setup_.environment["HOME"] = caches().path().string();
    static std::map<std::string, bool> engines;  // asked once each
    const auto [engine, is_new] = engines.try_emplace(GetParam());
    if (is_new) engine->second = sets_documents(GetParam(), setup_);
    if (!engine->second || !has_program("pdftotext")) {
      GTEST_SKIP() << "no " << GetParam() << " here that sets a document (apt install texlive-pictures texlive-luatex "
                   << "lmodern), or no pdftotext (poppler-utils)";
    }
  }

  /// What stands on the page of a picture, without blanks.
  std::string text_of(std::vector<std::string> command) {
    command.insert(command.end(), {"-q", "-o", "f.tex"});
    const ProcessResult made = run_gradfield(command, setup_);
    EXPECT_EQ(made.exit_code, 0) << made;
    return text_of_document();
  }

  /// What stands on the pages of f.tex, without blanks.
  std::string text_of_document() {
    const ProcessResult set = run_program({GetParam(), "-interaction=nonstopmode", "-halt-on-error", "f.tex"}, setup_);
    EXPECT_EQ(set.exit_code, 0) << set.output;
    EXPECT_THAT(set.output, Not(HasSubstr("Missing character")));
    const ProcessResult text = run_program({"pdftotext", "f.pdf", "-"}, setup_);
    EXPECT_EQ(text.exit_code, 0) << text;
    return without_blanks(text.output);
  }

  /// LuaTeX keeps an index of fonts, which takes it seconds to make.
  static const TemporaryFolder& caches() {
    static const TemporaryFolder folder;
    return folder;
  }

  TemporaryFolder folder_;
  ProcessSetup setup_;
};

TEST_P(TexDocument, HasItsFormulaNumbersAndLabels) {
  const std::string text = text_of({"x^2/3-pi*y", "--x", "0:10", "--ylabel", "größe"});
  for (const char* part : {"∇f,", "f(x,y)=x2/3−πy", "10", "−2", "größe", "|∇f|"}) EXPECT_THAT(text, HasSubstr(part));
  EXPECT_THAT(folder_.names(), ElementsAre("f.aux", "f.log", "f.pdf", "f.tex"));
}

TEST_P(TexDocument, IsSetForEveryKindOfPicture) {
  EXPECT_THAT(text_of({"sin(x)", "--vars", "x"}), HasSubstr("f(x)=sin(x)"));
  EXPECT_THAT(text_of({"x*y+z", "--vars", "x,y,z", "-n", "3"}), HasSubstr("f(x,y,z)=xy+z"));
  EXPECT_THAT(text_of({"x*y", "--heatmap", "--theme", "dark", "-n", "3"}), HasSubstr("f(x,y)=xy"));
}

TEST_P(TexDocument, IsAPageOfTheSizeAskedFor) {
  if (!has_program("pdfinfo")) GTEST_SKIP() << "no pdfinfo here";
  text_of({"x*y", "--size", "4x3"});
  const ProcessResult info = run_program({"pdfinfo", "f.pdf"}, setup_);
  EXPECT_THAT(info.output, HasSubstr("Page size:       288 x 216 pts"));  // 72 to the inch
  EXPECT_THAT(info.output, HasSubstr("Pages:           1\n"));
}

TEST_P(TexDocument, ShowsWhatIsTypedAndRunsNothing) {
  for (const std::string title :
       {"50% & $x_1$ #1 \\input{/etc/passwd}", "\\end{document} ^^41 \\write18{touch pwned} \\directlua{os.exit()}",
        "it's \"so\" `t` ~ -- --- ,, << >> ?` !` ∇ − π α ≤ größe é", "a\\"}) {
    EXPECT_THAT(text_of({"x*y", "-n", "3", "--title=" + title}), HasSubstr(without_blanks(title)));
    EXPECT_THAT(folder_.names(), ElementsAre("f.aux", "f.log", "f.pdf", "f.tex")) << title;
  }
}

// All of them as paragraphs under the commands of one picture.
TEST_P(TexDocument, SetsWhateverIsTyped) {
  const std::string picture = run_gradfield({"x*y", "-n", "3", "-f", "tex"}).output;
  std::string document = picture.substr(0, picture.find("\\begin{document}")) + "\\begin{document}\\scriptsize\n";
  for (const std::string& text : kNasty) document += "\\noindent " + tex_text(printable(text), false) + "\\par\n";
  write_file(folder_ / "f.tex", document + "\\end{document}\n");
  const std::string text = text_of_document();
  for (const std::string& typed : kNasty) {
    const std::string shown = printable(typed);
    if (ascii_line(shown) != shown) continue;  // fonts differ in what they have beyond ASCII
    EXPECT_THAT(text, HasSubstr(without_blanks(shown)));
  }
  EXPECT_THAT(folder_.names(), ElementsAre("f.aux", "f.log", "f.pdf", "f.tex"));
}

// Neither font has it: its code point says what is missing.
TEST_P(TexDocument, TellsTheCodePointOfWhatItsFontHasNot) {
  EXPECT_THAT(text_of({"x*y", "-n", "3", "--title", "温 x"}), HasSubstr("U+6E29"));
}

TEST(SetsDocuments, TellsAnEngineThatDoesFromOneThatLacksAPart) {
  const TemporaryFolder bin;
  const auto engine = [&](const std::string& name, const std::string& script) {
    write_file(bin / name, "#!/bin/sh\n" + script);
    std::filesystem::permissions(bin / name, std::filesystem::perms::owner_all);
    return sets_documents((bin / name).string(), {});
  };
  EXPECT_TRUE(engine("whole", "for file; do :; done; grep -q 'end{document}' \"$file\" && : > \"${file%.tex}.pdf\""));
  EXPECT_FALSE(engine("partial", "echo \"module 'luaotfload-main' not found\"; exit 1"));
  EXPECT_FALSE(engine("silent", "exit 0"));
  EXPECT_FALSE(sets_documents((bin / "absent").string(), {}));
}

INSTANTIATE_TEST_SUITE_P(Engines, TexDocument, testing::Values("pdflatex", "lualatex"));

TEST(TexFile, SetsTheWordsOfTheKeyApartAndThoseOfAFormulaAsMathematics) {
  const auto key_of = [](const std::vector<std::string>& command) {
    std::vector<std::string> words = command;
    words.insert(words.end(), {"-q", "-f", "tex"});
    return run_gradfield(words).output;
  };
  const std::string paths = key_of({"x*y", "--path", "1,2", "--cap", "50"});
  EXPECT_THAT(paths, HasSubstr("{$\\mathrm{path}\\ 1{:}\\ 6\\ \\mathrm{steps}, \\ \\mathrm{leaves}\\ \\mathrm{the}\\ "
                               "\\mathrm{axes}$}"));
  EXPECT_THAT(paths, HasSubstr("\\mathrm{arrows}, \\ \\mathrm{shortened}$}"));
  EXPECT_THAT(key_of({"1000+sin(x)", "--vars", "x"}), HasSubstr("(\\mathrm{right}\\ \\mathrm{axis})$}"));
  EXPECT_EQ(tex_text("x > 0 ? 1 : atan2(x, sin(y)) and y", true),
            "$x > 0 \\mathrel{?} 1 : \\mathrm{atan2}(x,  \\mathrm{sin}(y)) \\mathbin{\\mathrm{and}} y$");
}

TEST(TexFile, EndsAlsoWhereAHeatMapHasHoles) {
  for (const std::string theme : {"light", "dark"}) {
    const ProcessResult result =
        run_gradfield({"log(x^2-1)", "--heatmap", "--theme", theme, "--size", "4x4", "-n", "4", "-q", "-f", "tex"});
    EXPECT_EQ(result.exit_code, 0) << result;
    const std::string image = inflated_image(result.output);
    // {rgb}{x}{y}{columns}{rows}
    std::smatch size;
    const std::regex use("\\\\gpdeflatedimage\\{rgb\\}\\{[0-9.]+\\}\\{[0-9.]+\\}\\{([0-9]+)\\}\\{([0-9]+)\\}");
    ASSERT_TRUE(std::regex_search(result.output, size, use));
    const std::size_t columns = std::stoul(size[1]), rows = std::stoul(size[2]);
    ASSERT_EQ(image.size(), 3 * columns * rows);
    const std::string blank = theme == "light" ? "\xff\xff\xff" : "\x11\x15\x1c";
    for (const std::size_t row : {std::size_t{0}, rows / 2, rows - 1}) {
      for (const std::size_t column : {std::size_t{0}, columns / 4, columns / 2, columns - 1}) {
        EXPECT_EQ(image.substr(3 * (row * columns + column), 3) == blank, column == columns / 2)
            << row << "," << column;
      }
    }
  }
}

TEST(TexFile, TellsThatItsTypeIsItsOwn) {
  EXPECT_EQ(run_gradfield({"x*y", "--font", "Serif", "-f", "tex"}).messages,
            "gradfield: note: --font has no effect on a picture in TeX, which has its own type\n");
  EXPECT_EQ(run_gradfield({"x*y", "--font", "Serif,15", "-f", "tex"}).messages, "") << "but a size has";
}

TEST(TexFile, HoldsTheRecipeInCommentsAndNoTime) {
  const std::string tex = run_gradfield({"x*y", "--title", "\\input{x}\n%", "-f", "tex"}).output;
  EXPECT_THAT(lines_of(tex), IsSupersetOf({"% Title: \\input{x} %", "% Formula: x*y",
                                           "% Command: gradfield 'x*y' --title $'\\\\input{x}\\012%' -f tex"}));
  EXPECT_THAT(tex, Not(HasSubstr("GNUPLOT"))) << "gnuplot's comments tell the time";
}

TEST(EpsFile, IsDrawnByGhostscriptWithinItsBox) {
  if (!has_program("gs")) GTEST_SKIP() << "no gs here (apt install ghostscript)";
  TemporaryFolder folder;
  ProcessSetup setup;
  setup.folder = folder.path();
  for (const std::string& title : few_nasty_texts()) {
    ASSERT_EQ(run_gradfield({"x^2+y^2", "--color", "blue", "--title=" + title, "-o", "f.eps"}, setup).exit_code, 0);
    EXPECT_THAT(folder.names(), ElementsAre("f.eps"));
    setup.input = "";
    const ProcessResult box = run_program({"gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=bbox", "f.eps"}, setup);
    EXPECT_EQ(box.exit_code, 0) << box;
    std::istringstream words(box.messages.substr(box.messages.find("BoundingBox:") + 12));
    double left = -1, low = -1, right = -1, high = -1;
    words >> left >> low >> right >> high;
    // A page of 8 by 7.3 inches, filled but for its margins; square axes leave more of them at the sides.
    EXPECT_TRUE(left >= 0 && left < 90 && low >= 0 && low < 60 && right > 480 && right <= 576 && high > 450 &&
                high <= 526)
        << box.messages;
    const ProcessResult pixels = run_program(
        {"gs", "-q", "-dNOPAUSE", "-dBATCH", "-dEPSCrop", "-r36", "-sDEVICE=ppmraw", "-sOutputFile=-", "f.eps"}, setup);
    EXPECT_THAT(pixels.output, testing::StartsWith("P6"));
    EXPECT_THAT(pixels.output, HasSubstr(std::string("\0\0\xff\0\0\xff", 6))) << "there is no blue arrow";
  }
}

}  // namespace
}  // namespace gradfield::test
