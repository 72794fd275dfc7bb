// The characters formulas are drawn with: known to the font, to TeX, and to those who type them.
#include "plot/look/symbols.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/spelling.hpp"
#include "formula/words/characters.hpp"
#include "plot/files/tex_text.hpp"
#include "plot/look/font.hpp"

namespace gradfield::test {
namespace {

TEST(MathSymbols, AreFoundByTheirCodePointAndByTheNameTheyAreDrawnFor) {
  ASSERT_NE(find_symbol_named("alpha"), nullptr);
  EXPECT_EQ(find_symbol_named("alpha")->code_point, U'α');
  EXPECT_EQ(find_symbol_of(U'α'), find_symbol_named("alpha"));
  for (const std::string_view name : {"", "alph", "alphas", "ALPHA", "x"}) EXPECT_EQ(find_symbol_named(name), nullptr);
  for (const char32_t c : {U'\0', U'a', U'\u00AF', U'\u2266', U'\U0010FFFF'}) EXPECT_EQ(find_symbol_of(c), nullptr);
}

TEST(MathSymbols, AreReadInAFormulaAsTheNameTheyAreDrawnFor) {
  int read = 0;
  for (char32_t c = 0x80; c < 0x3000; ++c) {
    const MathSymbol* drawn = find_symbol_of(c);
    const Symbol* word = find_symbol(c);
    if (drawn == nullptr || word == nullptr || word->kind != WordKind::kName) continue;
    EXPECT_EQ(word->text, drawn->name) << encode_character(c);
    ++read;
  }
  EXPECT_EQ(read, 3) << "π, √ and ∛";
}

TEST(MathSymbols, AreKnownToTheFontAndToTex) {
  EXPECT_EQ(em_width("∑"), 1380 / 2048.0);
  EXPECT_EQ(em_width("Δx"), (1401 + 1212) / 2048.0);
  EXPECT_EQ(tex_text("∑ Δ < ő", false), "$\\sum $\\ $\\Delta $\\ $<$\\ \\gpchar{0151}{ő}");
  EXPECT_EQ(tex_text("∑Δ < ő", true), "$\\sum \\Delta  < \\mbox{\\gpchar{0151}{ő}}$");
  EXPECT_EQ(tex_text("\xB2", false), "\\gpchar{00B2}{\xB2}") << "no UTF-8, and no ²";
}

}  // namespace
}  // namespace gradfield::test
