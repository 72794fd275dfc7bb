// The words of a recipe, and the command as a shell reads it back.
#include "plot/files/recipe.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fields.hpp"
#include "support/nasty_texts.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

const RecipeRow& row_of(std::string_view name) {
  for (const RecipeRow& row : kRecipeRows) {
    if (row.name == name) return row;
  }
  throw std::logic_error("there is no such row");
}

/// What bash makes of a line of words.
std::vector<std::string> words_in_bash(const std::string& line) {
  const ProcessResult result = run_program({"bash", "-c", "printf '%s\\0' " + line});
  EXPECT_EQ(result.exit_code, 0) << result;
  std::vector<std::string> words;
  for (std::size_t start = 0; start < result.output.size();) {
    const std::size_t end = result.output.find('\0', start);
    words.push_back(result.output.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

TEST(ShellQuoted, BringsEveryByteAndEveryNastyTextThroughBash) {
  std::vector<std::string> words{"", "x", "=ls", "~", "a=b", "x^2+y^2", "!!", "a!b", "\\x41", "'\n'", "é'\\\n9"};
  for (int byte = 1; byte < 256; ++byte) words.push_back(std::string(1, static_cast<char>(byte)) + "7");
  words.insert(words.end(), std::begin(kNasty), std::end(kNasty));
  for (const bool in_ascii : {false, true}) {
    std::string line;
    for (const std::string& word : words) line += shell_quoted(word, in_ascii) + " ";
    EXPECT_EQ(words_in_bash(line), words) << (in_ascii ? "in ASCII" : "in UTF-8");
    for (const char c : line) {
      const unsigned char byte = static_cast<unsigned char>(c);
      ASSERT_TRUE(byte >= 0x20 && byte != 0x7F && (byte < 0x7F || !in_ascii)) << "byte " << static_cast<int>(byte);
    }
    EXPECT_EQ(plain_line(line), line) << "something in it cannot be seen";
  }
}

TEST(ShellQuoted, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(shell_quoted("--x=-3:3", false), "--x=-3:3");
  EXPECT_EQ(shell_quoted("x^2", false), "'x^2'");
  EXPECT_EQ(shell_quoted("größe ∇", false), "'größe ∇'");
  EXPECT_EQ(shell_quoted("ö", true), "$'\\303\\266'");
}

Recipe recipe_for(const PlanePicture& picture, const std::vector<std::string>& words, bool from_input) {
  return recipe_of(facts_of(picture), picture.style.expression, words, from_input);
}

TEST(Recipe, TellsFormulaRangesArrowsAndScale) {
  const Recipe recipe = recipe_for(picture_of("x^2+y^2", square()), {"x^2+y^2", "-o", "field.png"}, false);
  EXPECT_EQ(recipe.title, "∇f, f(x, y) = x^2+y^2");
  EXPECT_EQ(recipe.command, "gradfield 'x^2+y^2' -o field.png");
  EXPECT_EQ(recipe.formula, "x^2+y^2");
  // At a corner the gradient is (6, 6), of length sqrt(72).
  EXPECT_EQ(recipe.description,
            "Gradient field of f(x, y) = x^2+y^2 for x from -3 to 3 and y from -3 to 3: 400 arrows; the longest arrow "
            "stands for a gradient of length 8.485.");
  EXPECT_EQ(recipe.scale, "the longest arrow stands for a gradient of length 8.485");
  EXPECT_EQ(recipe.cap, "none");
  EXPECT_THAT(recipe.software, testing::MatchesRegex("gradfield [0-9.]+"));
}

TEST(Recipe, TellsWhatIsCutOffOrLeftOut) {
  const PlanePicture picture = picture_of("1/(x^2+y^2)", plane(-3, 3, 21, -3, 3, 21));  // its middle is a pole
  ASSERT_GT(picture.arrows.shortened, 0u);
  const Recipe recipe = recipe_for(picture, {}, false);
  EXPECT_THAT(recipe.cap, HasSubstr(std::to_string(picture.arrows.shortened) + " arrows of gradients longer than "));
  EXPECT_THAT(recipe.description, HasSubstr(": 440 arrows; "));
  EXPECT_THAT(recipe.description, HasSubstr("not finite: 1 point."));
  EXPECT_EQ(recipe_for(picture_of("7", square()), {}, false).scale, "every gradient is zero");
  EXPECT_EQ(recipe_for(picture_of("0/0", square()), {}, false).scale, "there is no arrow");
  PictureStyle down;
  down.arrows.descent = true;
  EXPECT_THAT(recipe_for(picture_of("x", square(), down), {}, false).description, HasSubstr("Negative gradient field"));
}

TEST(Recipe, TellsOfLayers) {
  PictureStyle style;
  style.contour = ContourStyle{10, {1, 4}};
  style.heat_map = HeatMap::kValue;
  EXPECT_THAT(recipe_for(picture_of("x^2+y^2", square(), style), {}, false).description,
              HasSubstr(" Colours show f from 0.000"));
  EXPECT_THAT(recipe_for(picture_of("x^2+y^2", square(), style), {}, false).description,
              HasSubstr(" Level lines of f at the levels 1 and 4."));
  style.stream = 1;
  const PlanePicture streams = picture_of("x*y", square(), style);
  EXPECT_THAT(
      recipe_for(streams, {}, false).description,
      testing::StartsWith("Stream lines of the gradient of f(x, y) = x*y for x from -3 to 3 and y from -3 to 3: " +
                          std::to_string(streams.streams.size()) + " lines."));
  PlanePicture paths = picture_of("x*y", square());
  paths.paths.push_back({{{2, 1}, {1, 0.5}}, {5, 1.25}, {4.5, 2.2}, 0.25, DescentEnd::kIterations});
  EXPECT_THAT(recipe_for(paths, {}, false).description,
              HasSubstr(" Path 1 goes down from (2, 1) to (1, 0.5) in 1 step."));
}

TEST(Recipe, PutsAFormulaFromStandardInputBackThere) {
  PlanePicture picture = picture_of("x", square(3));
  picture.style.expression = "x +\ny\n";
  const Recipe recipe = recipe_for(picture, {"-", "-o", "f.png"}, true);
  EXPECT_EQ(recipe.command, "printf %s $'x +\\012y\\012' | gradfield - -o f.png");
  EXPECT_EQ(recipe.formula, "x + y");
}

TEST(Recipe, IsLinesOfTextWhateverIsTyped) {
  for (const std::string& text : kNasty) {
    PictureStyle style;
    style.title = text;
    const Recipe recipe = recipe_for(picture_of("x", square(2), style), {"x", "--title", text}, false);
    for (const RecipeRow& row : kRecipeRows) {
      EXPECT_EQ(plain_line(recipe.*row.text), recipe.*row.text) << row.name << " of " << testing::PrintToString(text);
      for (const char c : ascii_text(recipe, row)) ASSERT_TRUE(c >= 0x20 && c < 0x7F) << row.name;
    }
    EXPECT_EQ(words_in_bash(ascii_text(recipe, row_of("Command"))),
              (std::vector<std::string>{"gradfield", "x", "--title", text}));
  }
}

}  // namespace
}  // namespace gradfield::test
