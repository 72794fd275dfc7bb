// The words of a picture are the same in every format: those of its axes, its bar, its levels, its key and its title.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>

#include "support/commands.hpp"
#include "support/programs.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

struct NamedPicture {
  const char* name;
  Words words;
};

void PrintTo(const NamedPicture& picture, std::ostream* out) { *out << picture.name; }

// Every kind of picture, and every layer that has words or a bar, without formulas that formats set differently.
std::vector<NamedPicture> named_pictures() {
  return {{"Curves", {"sin(x)", "--vars", "x"}},
          {"CurvesOfTwoScales", {"100*sin(x)+300", "--vars", "x", "--path", "1"}},
          {"Arrows", {"sin(x)*cos(y)"}},
          {"ArrowsByValue", {"x*y", "--color", "f"}},
          {"ArrowsOfOneColour", {"x*y", "--color", "red", "--title", "Saddle", "--ylabel", "height"}},
          {"CutArrows", {"1/(x-y)", "-n", "8"}},
          {"HeatMap", {"sin(x)*cos(y)", "--heatmap"}},
          {"HeatMapOfNorms", {"x*y", "--heatmap=norm"}},
          {"HeatMapOfAPole", {"1/(x-y)", "--heatmap"}},
          {"HeatMapOfADisk", {"x+y", "--heatmap", "--where", "x^2+y^2<4"}},
          {"HeatMapOfAConstant", {"3", "--heatmap"}},
          {"HeatMapWithLevels", {"x*y", "--heatmap", "--contour"}},
          {"HeatMapWithStreams", {"x*y", "--heatmap", "--stream"}},
          {"HeatMapWithPaths", {"x*y", "--heatmap", "--path", "2,1", "--path", "1,2"}},
          {"HeatMapUnderColours", {"x*y", "--heatmap", "--color", "norm"}},
          {"Levels", {"x*y", "--contour"}},
          {"Streams", {"x*y", "--stream"}},
          {"StreamsOfOneColour", {"x*y", "--stream", "--color", "red"}},
          {"Paths", {"x*y", "--path", "2,1", "--contour"}},
          {"Surface", {"x*y", "--surface"}},
          {"SurfaceOfNorms", {"x*y", "--surface", "--color", "norm"}},
          {"SurfaceWithLevels", {"x*y", "--surface", "--contour", "--path", "2,1"}},
          {"Space", {"x*y*z", "--vars", "x,y,z", "-n", "3"}},
          {"SpaceWithPaths", {"x*y*z", "--vars", "x,y,z", "-n", "3", "--path", "1,1,1"}},
          {"Slice", {"x*y*z", "--vars", "x,y,z", "--z", "1:1:1", "--heatmap"}}};
}

/// Letters, digits, points and minus signs: what all formats write alike.
std::string letters_of(std::string text) {
  text = std::regex_replace(text, std::regex("\u2212"), "-");
  std::string out;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-') out += c;
  }
  return out;
}

std::vector<std::string> sorted_words(std::vector<std::string> words) {
  for (std::string& word : words) word = letters_of(word);
  std::erase(words, "");
  std::ranges::sort(words);
  return words;
}

// Lines such as "\node[gp node left,font={...}] at (17.852,4.062) {$-0.8$};"
std::vector<std::string> words_of_tex(const std::string& document) {
  std::vector<std::string> words;
  for (const std::string& line : lines_of(document)) {
    const std::size_t begin = line.find(") {");
    if (!line.starts_with("\\node[") || begin == std::string::npos || !line.ends_with("};")) continue;
    const std::string markup = line.substr(begin + 3, line.size() - begin - 5);
    const std::string text = std::regex_replace(markup, std::regex("\\\\kern0pt"), "");
    words.push_back(std::regex_replace(text, std::regex("\\\\[a-zA-Z]+"), ""));
  }
  return sorted_words(words);
}

// How many steps TeX's bar has: lines such as "(1,2)--(3,2)--(3,4)--(1,4)--cycle;", most of which, with the same left
// and right edge, are the bar's.
std::size_t bar_steps_of_tex(const std::string& document) {
  const std::regex box("\\(([0-9.]+),[0-9.]+\\)--\\(([0-9.]+),[0-9.]+\\)--\\(\\2,[0-9.]+\\)--\\(\\1,[0-9.]+\\)--cycle");
  std::map<std::string, std::size_t> steps;
  std::size_t most = 0;
  for (const std::string& line : lines_of(document)) {
    std::smatch match;
    if (!line.starts_with("\\gpfill") || !std::regex_search(line, match, box)) continue;
    most = std::max(most, ++steps[match[1].str() + "," + match[2].str()]);
  }
  return most;
}

// One string, for words are broken into pieces there.
std::string sorted_letters(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += letters_of(word);
  std::ranges::sort(all);
  return all;
}

ProcessSetup in(const TemporaryFolder& folder) {
  ProcessSetup setup;
  setup.folder = folder.path();
  return setup;
}

class SameWords : public testing::TestWithParam<NamedPicture> {
 protected:
  std::string drawn(const std::string& format) {
    Words words = GetParam().words;
    words.insert(words.end(), {"-q", "-o", "f." + format});
    if (std::ranges::find(words, "-n") == words.end()) words.insert(words.end(), {"-n", "5"});
    run_well(words, setup_);
    return read_file(folder_ / ("f." + format));
  }
  std::string printed_by(const Words& command) { return run_program(command, setup_).output; }

  TemporaryFolder folder_;
  ProcessSetup setup_ = in(folder_);
};

TEST_P(SameWords, InEveryFormat) {
  const std::vector<std::string> words = sorted_words(read_svg(drawn("svg")).texts);
  ASSERT_GE(words.size(), 6u) << "tics, names and a key";
  EXPECT_EQ(words_of_tex(drawn("tex")), words);
  const std::string page = drawn("html");
  const std::size_t begin = page.find("<svg"), end = page.find("</svg>") + 6;
  EXPECT_EQ(sorted_words(read_svg(page.substr(begin, end - begin)).texts), words);
  // The script draws them too.
  write_file(folder_ / "script.gp",
             "set terminal svg dynamic\n" + std::regex_replace(drawn("gp"), std::regex("\n *set terminal [^\n]*"), ""));
  EXPECT_EQ(sorted_words(read_svg(printed_by({"gnuplot", "script.gp"})).texts), words);
  drawn("pdf"), drawn("eps");
  if (has_program("pdftotext")) {
    EXPECT_EQ(sorted_letters({printed_by({"pdftotext", "-raw", "f.pdf", "-"})}), sorted_letters(words));
  }
  if (has_program("gs")) {
    EXPECT_EQ(sorted_letters({printed_by({"gs", "-q", "-sDEVICE=txtwrite", "-o", "-", "f.eps"})}),
              sorted_letters(words));
  }
}

TEST_P(SameWords, AndTheSameBar) {
  constexpr std::size_t kBar = 50;  // steps, and no arrows as many
  EXPECT_EQ(bar_steps_of_tex(drawn("tex")) > kBar, read_svg(drawn("svg")).bar_steps > kBar);
}

INSTANTIATE_TEST_SUITE_P(Pictures, SameWords, testing::ValuesIn(named_pictures()),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace gradfield::test
