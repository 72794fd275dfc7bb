#include "plot/look/caption.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plot/look/font.hpp"
#include "support/markup.hpp"
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

std::vector<std::string> lines_of_formula(const std::string& formula, double width) {
  return lines_of(without_italics(fit_formula("f = ", formula, {}, width, 13).text));
}

TEST(FitFormula, IsOnOneLineInTheLargestTypeWhereThatFits) {
  const Caption small = fit_formula("f = ", "x^2", {}, 500, 13);
  EXPECT_EQ(without_italics(small.text), "f = x^{2}");
  EXPECT_TRUE(small.enhanced);
  EXPECT_EQ(small.font_size, 13);
  EXPECT_NEAR(small.width, (em_width("f = x") + 0.8 * em_width("2")) * 13 * 16 / 12, 1e-9);
}

TEST(FitFormula, TakesLinesBeforeItTakesSmallerType) {
  // 13 typographic points take 17.3 of the page: sin(x) and a sign some 80.
  const std::string sum = "sin(x)+sin(x)+sin(x)+sin(x)+sin(x)+sin(x)+sin(x)";
  EXPECT_THAT(lines_of_formula(sum, 500), ElementsAre(testing::StartsWith("f = sin(x) + sin(x) + sin(x)"),
                                                      testing::StartsWith("+ sin(x) + sin(x) + sin(x)")));
  EXPECT_THAT(lines_of_formula(sum, 260), testing::SizeIs(3));
  for (const double width : {500.0, 260.0}) {
    const Caption caption = fit_formula("f = ", sum, {}, width, 13);
    EXPECT_EQ(caption.font_size, 13);
    EXPECT_LE(caption.width, width);
  }
  EXPECT_LT(fit_formula("f = ", sum, {}, 220, 13).font_size, 13);
}

TEST(FitFormula, BreaksWhereTheFormulaHangsTogetherLeast) {
  // A sum at its signs; a product between its factors, with the dot that says so; then brackets likewise.
  EXPECT_THAT(lines_of_formula("a*(b-b)+b*(c+c)", 160), ElementsAre("f = a\u2009(b − b)", "+ b\u2009(c + c)"));
  EXPECT_THAT(lines_of_formula("(aa+bb)*(cc+dd)", 160), ElementsAre("f = (aa + bb)", "·\u2009(cc + dd)"));
  EXPECT_THAT(lines_of_formula("sin(aaaaaa+bbbbbb)", 140), ElementsAre("f = sin(aaaaaa", "+ bbbbbb)"));
}

TEST(FitFormula, HasWhatIsFixedBehindTheFormula) {
  const Caption line = fit_formula("f = ", "a*x", {"z = 0", "a = 2"}, 500, 13);
  EXPECT_EQ(without_italics(line.text), "f = a\u2009x,  z = 0,  a = 2");
  EXPECT_THAT(lines_of(without_italics(fit_formula("f = ", "a*x", {"z = 0", "a = 2"}, 150, 13).text)),
              ElementsAre("f = a\u2009x,  z = 0,", "a = 2"));
}

TEST(FitFormula, EndsWithAnEllipsisOnlyWhereThreeLinesOfReadableTypeAreTooFew) {
  std::string sum = "x";
  for (int i = 0; i < 200; ++i) sum += "+sin(x)";
  const Caption cut = fit_formula("f = ", sum, {"z = 0"}, 400, 13);
  EXPECT_THAT(without_italics(cut.text), testing::EndsWith("…,  z = 0"));
  EXPECT_EQ(cut.lines, 3);
  EXPECT_GE(cut.font_size, 9);
  EXPECT_LE(cut.width, 400);
}

}  // namespace
}  // namespace gradfield::test
