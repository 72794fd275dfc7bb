// What people type and paste, and the plain formula it stands for: both are compiled, and the programs are the same.
#include <gtest/gtest.h>

#include <string>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "formula/compile.hpp"
#include "formula/functions.hpp"
#include "formula/print/formula.hpp"
#include "formula/words/words.hpp"
#include "support/spellings.hpp"

namespace gradfield::test {
namespace {

std::string listing_of(const std::string& text) {
  try {
    return compile_expression(text, names_of_spellings()).listing();
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(CompileExpression, ReadsWhatPeopleTypeAsThePlainFormulaItStandsFor) {
  EXPECT_GE(spellings().size(), 120u);
  for (const Spelled& row : spellings()) {
    EXPECT_EQ(listing_of(row.typed), listing_of(row.plain)) << printable(row.typed);
    EXPECT_NO_THROW(compile_expression(row.plain, names_of_spellings())) << row.plain;
  }
}

TEST(CompileExpression, ReadsARootOfThreeWhereThereIsAFunctionForIt) {
  EXPECT_EQ(listing_of("2∛x+∛(y)"), listing_of("2*cbrt(x)+cbrt(y)"));
}

TEST(InAscii, ReadsAsTheSameFormula) {
  for (const Spelled& row : spellings()) {
    const std::string ascii = in_ascii(row.typed);
    for (const char c : ascii) EXPECT_TRUE(c >= ' ' && c <= '~') << ascii;
    EXPECT_EQ(listing_of(ascii), listing_of(row.typed)) << printable(row.typed) << " as " << ascii;
  }
}

TEST(OnOneLine, ShowsTheFormulaAsTypedWithOneBlankForMany) {
  for (const auto& [typed, shown] : {Spelled{"x²+√2 y", "x²+√2 y"},
                                     {"  x \t+\r\n y\n", "x + y"},
                                     {"x\u00A0\u3000y", "x y"},
                                     {"sin (x)", "sin (x)"},
                                     {"x ⁻² ½", "x ⁻² ½"},
                                     {"ｘ＋ｙ", "ｘ＋ｙ"}}) {
    EXPECT_EQ(on_one_line(typed), shown);
  }
  for (const Spelled& row : spellings()) {
    EXPECT_EQ(listing_of(on_one_line(row.typed)), listing_of(row.typed)) << printable(row.typed);
  }
}

TEST(SplitWords, KeepsThePlacesOfWhatWasTyped) {
  const std::string text = "２x⁻¹⁰ ≤ **";
  std::string places;
  for (const Word& word : split_words(text)) places += word.text + "=" + std::string(typed(text, word)) + " ";
  EXPECT_EQ(places, "2=２ x=x ^=⁻¹⁰ -=⁻ 10=¹⁰ <==≤ ^=** ");
}

}  // namespace
}  // namespace gradfield::test
