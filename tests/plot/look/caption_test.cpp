#include "plot/look/caption.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plot/look/font.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;

// Width on the page of the widest line: an em of 12 typographic points takes 16 points of the page.
double widest_line(const Caption& caption) {
  double width = 0;
  for (const std::string& line : lines_of(caption.text)) {
    width = std::max(width, em_width(line) * caption.font_size * 16 / 12);
  }
  return width;
}

TEST(EmWidth, IsThatOfTheFontsOwnLetters) {
  // hmtx of DejaVu Sans 2.37, 2048 units to the em: M 1767, i 569, space 651, 0 1303.
  EXPECT_DOUBLE_EQ(em_width("M"), 1767 / 2048.0);
  EXPECT_DOUBLE_EQ(em_width("Mi 0"), (1767 + 569 + 651 + 1303) / 2048.0);
  EXPECT_EQ(em_width(""), 0);
  EXPECT_NEAR(em_width("∇"), 0.67, 0.1);
  EXPECT_EQ(em_width("e\u0301"), em_width("e")) << "a combining accent takes no room";
  EXPECT_GT(em_width("\xff\xfe"), 0) << "bytes that are no UTF-8 take room";
}

TEST(FitCaption, LeavesAShortTextAlone) {
  const Caption caption = fit_caption("distance (m)", 500, 12, 3);
  EXPECT_EQ(caption.text, "distance (m)");
  EXPECT_EQ(caption.lines, 1);
  EXPECT_EQ(caption.font_size, 12);
  EXPECT_FALSE(caption.enhanced);
}

TEST(FitCaption, KeepsTheLinesThatWereGiven) {
  EXPECT_THAT(lines_of(fit_caption("one\ntwo\nthree", 500, 12, 3).text), ElementsAre("one", "two", "three"));
}

TEST(FitCaption, BreaksLongLinesAtBlanksAndFitsTheRoom) {
  const Caption caption = fit_caption("the height of the water over the sea level in metres", 200, 12, 3);
  EXPECT_GT(caption.lines, 1);
  EXPECT_LE(widest_line(caption), 200);
  std::string joined = caption.text;
  for (char& c : joined) c = c == '\n' ? ' ' : c;
  EXPECT_EQ(joined, "the height of the water over the sea level in metres") << "no word is lost or cut";
}

TEST(FitCaption, TakesSmallerTypeBeforeItCutsAnything) {
  const std::string text(40, 'm');
  const Caption caption = fit_caption(text, 500, 12, 1);
  EXPECT_EQ(caption.text, text);
  EXPECT_LT(caption.font_size, 12);
  EXPECT_LE(widest_line(caption), 500);
}

TEST(FitCaption, EndsWithDotsWhereItIsTooLongAllTheSame) {
  for (const std::string& text : {std::string(2000, 'W'), std::string(400, '\n'), "a b " + std::string(3000, 'i')}) {
    const Caption caption = fit_caption(text, 300, 13, 3);
    EXPECT_EQ(caption.lines, 3);
    EXPECT_TRUE(caption.text.ends_with("...")) << caption.text;
    EXPECT_LE(widest_line(caption), 300);
  }
}

TEST(FitCaption, ShowsWhatCannotBePrinted) {
  EXPECT_EQ(fit_caption("a\x1b[1mb\xff", 500, 12, 3).text, "a\\x1b[1mb\\xff");
}

TEST(FitCaption, OfNothingTakesNoRoom) {
  EXPECT_EQ(fit_caption("", 500, 12, 3).height(), 0);
  EXPECT_GT(fit_caption("a", 500, 12, 3).height(), 12);
}

TEST(FitFormula, IsInTheLargestTypeThatFits) {
  const Caption small = fit_formula("f = ", "x^2", "", 500, 13);
  EXPECT_EQ(small.text, "f = x^{2}");
  EXPECT_TRUE(small.enhanced);
  EXPECT_EQ(small.font_size, 13);
  const Caption large = fit_formula("f = ", "sin(x)+sin(x)+sin(x)+sin(x)+sin(x)+sin(x)+sin(x)", "", 500, 13);
  EXPECT_LT(large.font_size, 13);
  EXPECT_LE(widest_line(large), 500 * 1.001);
}

TEST(FitFormula, BreaksBeforeTheSignsOfASumWhereOneLineWouldBeSmall) {
  // The longest of three lines is 12 letters of some 0.6 ems, which take 8 points of the page each.
  const std::string formula = "aaaaaaaa*(b-b)+bbbbbbbb*(c+c)-cccccccc*x^(a-b)";
  const Caption broken = fit_formula("f = ", formula, ", z = 0", 180, 13);
  EXPECT_EQ(broken.text, "f = aaaaaaaa\u2009(b − b)\n+ bbbbbbbb\u2009(c + c)\n− cccccccc\u2009x^{a − b}, z = 0");
  EXPECT_EQ(broken.lines, 3);
  EXPECT_GE(broken.font_size, 8);
  // The markup's own letters, and its exponent in full size, make the last line 35 points wider.
  EXPECT_LE(widest_line(broken), 180 + 35);
  EXPECT_EQ(fit_formula("f = ", formula, "", 600, 13).lines, 1);
  EXPECT_EQ(fit_formula("f = ", formula, "", 300, 13).lines, 2);
  // Where no sum can be broken it ends with an ellipsis.
  const Caption cut = fit_formula("f = ", "sin(" + formula + formula + ")", "", 180, 13);
  EXPECT_THAT(cut.text, testing::EndsWith("…"));
  EXPECT_EQ(cut.lines, 1);
}

}  // namespace
}  // namespace gradfield::test
