// Formulas as gnuplot's enhanced text: the exact markup, and that gnuplot takes it.
#include "plot/look/typeset.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "formula/compile.hpp"
#include "plot/gnuplot/lettering.hpp"
#include "plot/look/font.hpp"
#include "plot/plane/picture.hpp"
#include "support/markup.hpp"
#include "support/process.hpp"
#include "support/spellings.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

struct Row {
  const char* formula;
  const char* markup;
};

const Row kRows[] = {
    {"x", "x"},
    {"2", "2"},
    {"1e-3*x", "10^{−3} x"},
    {"2.5E+06*x", "2.5×10^{6} x"},
    {"x*2e0", "x·2×10^{0}"},
    {"1e3^2", "1e3^{2}"},
    {"x1", "x_{1}"},
    {"theta12*w_2", "θ_{12} w_{2}"},
    {"alpha_1*beta", "α_{1} β"},
    {"log10(x)", "log10(x)"},
    {"gamma*psi(x)", "γ psi(x)"},
    {"x^gamma(x)", "x^{gamma(x)}"},
    {"x+y", "x + y"},
    {"x-y", "x − y"},
    {"-x", "−x"},
    {"-x-y", "−x − y"},
    {"x*-y", "x·(−y)"},
    {"x*-1+y", "x·(−1) + y"},
    {"x*-y^2", "x·−y^{2}"},
    {"x*-sin(y)", "x·−sin(y)"},
    {"1/x*y", "1/x·y"},
    {"1/(x*y)*x", "1/(x y)·x"},
    {"x/y+2*x*y", "x/y + 2 x y"},
    {"x*(y)", "x·(y)"},
    {"x*(y+1)", "x (y + 1)"},
    {"x^(1/2)*y", "x^{1/2} y"},
    {"(-x)", "(−x)"},
    {"x/y", "x/y"},
    {"x*y", "x y"},
    {"2*x", "2 x"},
    {"x*2", "x·2"},
    {"2*3", "2·3"},
    {"2*x*y", "2 x y"},
    {"x^2", "x^{2}"},
    {"x^2+y^2", "x^{2} + y^{2}"},
    {"x^(y+1)", "x^{y + 1}"},
    {"x^-1", "x^{−1}"},
    {"x^(-1)", "x^{−1}"},
    {"x^y^2", "x^{y^{2}}"},
    {"2^3^x", "2^{3^{x}}"},
    {"x^(y^2)", "x^{y^{2}}"},
    {"(x^y)^2", "(x^{y})^{2}"},
    {"x^sin(y)", "x^{sin(y)}"},
    {"x^2*y", "x^{2} y"},
    {"e^(-x^2-y^2)", "e^{−x^{2} − y^{2}}"},
    {"exp(-x^2)", "exp(−x^{2})"},
    {"sqrt(x)", "√(x)"},
    {"sqrt(x^2+y^2)", "√(x^{2} + y^{2})"},
    {"abs(x)", "|x|"},
    {"abs(x)+abs(y)", "|x| + |y|"},
    {"abs(abs(x)-y)", "||x| − y|"},
    {"abs(x)^2", "|x|^{2}"},
    {"sin(x)*cos(y)", "sin(x) cos(y)"},
    {"atan2(y,x)", "atan2(y, x)"},
    {"min(x,y,2)", "min(x, y, 2)"},
    {"pi*x", "π x"},
    {"alpha+omega", "α + ω"},
    {"x>0?x:y", "x > 0 ? x : y"},
    {"x<=y", "x ≤ y"},
    {"x>=y", "x ≥ y"},
    {"x==y", "x = y"},
    {"x!=y", "x ≠ y"},
    {"x>0&&y>0", "x > 0 and y > 0"},
    {"x||y", "x or y"},
    {"x_1", "x_{1}"},
    {"x_max*y", "x_{max} y"},
    {"a_b_c", "a_{b\\_c}"},
    {"_a", "\\_a"},
    {"a_", "a\\_"},
    {"  x  +  y ", "x + y"},
    {"x**2", "x^{2}"},
    {"x**-y*2", "x^{−y}·2"},
    {"2x", "2x"},
    {"2 x", "2 x"},
    {"2pi x", "2π x"},
    {"2πx", "2πx"},
    {"x y", "x y"},
    {"x\n*y", "x y"},
    {"3sin(x)cos(y)", "3sin(x)cos(y)"},
    {"sin (x)", "sin(x)"},
    {"(x+1)(y-1)", "(x + 1)(y − 1)"},
    {"(x+1) (y-1)", "(x + 1) (y − 1)"},
    {"x (y+1)", "x (y + 1)"},
    {"x^2y", "x^{2}y"},
    {"2^3x", "2^{3}x"},
    {"x^y(2)", "x^{y}(2)"},
    {"2^x (y)", "2^{x} (y)"},
    {"x²+y³", "x^{2} + y^{3}"},
    {"x⁻²y", "x^{−2}y"},
    {"x¹⁰⁰", "x^{100}"},
    {"x^y²", "x^{y^{2}}"},
    {"−x²−y²", "−x^{2} − y^{2}"},
    {"2×x·y", "2 x y"},
    {"x÷y", "x/y"},
    {"√x", "√x"},
    {"√2x", "√2x"},
    {"√(x²+y²)", "√(x^{2} + y^{2})"},
    {"x^√2y", "x^{√2}y"},
    {"x^√(y)", "x^{√(y)}"},
    {"½x", "½x"},
    {"x^½", "x^{½}"},
    {"cbrt(x)", "∛(x)"},
    {"x≤y", "x ≤ y"},
    {"ｘ＋２．５", "x + ２．５"},
    {"𝑥²+𝑦²", "x^{2} + y^{2}"},
};

TEST(TypesetFormula, WritesFormulasAsPeopleDo) {
  // A thin space is a character of its own; here a plain one stands for it in products, as in a book.
  for (const Row& row : kRows) {
    std::string shown;
    const std::string markup = without_italics(typeset_formula(row.formula, 1e9).markup);
    for (std::size_t i = 0; i < markup.size(); ++i) {
      if (markup.compare(i, 3, "\u2009") == 0)
        shown += ' ', i += 2;
      else
        shown += markup[i];
    }
    EXPECT_EQ(shown, row.markup) << row.formula;
  }
}

TEST(TypesetFormula, HasVariablesOfOneLetterInItalicsAndNothingElse) {
  const auto markup_of = [](const char* formula) { return typeset_formula(formula, 1e9).markup; };
  EXPECT_EQ(markup_of("x^2"), "{/:Italic x}^{2}");
  EXPECT_EQ(markup_of("sin(x)+2*y_1"), "sin({/:Italic x}) + 2\u2009{/:Italic y}_{1}");
  EXPECT_EQ(markup_of("speed+theta"), "speed + θ");
  EXPECT_EQ(markup_of("1e-3*e"), "10^{−3}\u2009{/:Italic e}");
  EXPECT_EQ(typeset_name("r"), "{/:Italic r}");
}

TEST(MarkupWidth, IsThatOfWhatIsShown) {
  for (const char* formula : {"x", "x^2+y^2", "sin(x)*exp(-x^y_max)", "a_b_c-theta", "x^(y^2)"}) {
    // Products are set by thin spaces, whose width typeset_formula takes for 0.6 of a blank.
    const Typeset set = typeset_formula(formula, 1e9);
    EXPECT_NEAR(markup_width(set.markup), set.width, 0.02) << formula;
  }
  EXPECT_EQ(markup_width("{/:Italic x}"), em_width("x"));
  EXPECT_EQ(markup_width("a\\_b"), em_width("a_b"));
}

/// Depth of braces at the end, or -1 where one closes too many. A backslash takes the next character's meaning.
int brace_depth(const std::string& markup) {
  int depth = 0;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    if (markup[i] == '\\')
      ++i;
    else if (markup[i] == '{')
      ++depth;
    else if (markup[i] == '}' && --depth < 0)
      return -1;
  }
  return depth;
}

std::vector<std::string> all_expressions() {
  std::vector<std::string> out;
  for (const std::string& line : lines_of(read_file(GRADFIELD_TEST_DATA "/expressions.txt"))) {
    if (!line.empty() && line[0] != '#') out.push_back(line);
  }
  for (const Spelled& row : spellings()) out.push_back(row.typed);
  EXPECT_GT(out.size(), 700u);
  return out;
}

TEST(TypesetFormula, BalancesItsBracesWhereverItIsCut) {
  for (const std::string& formula : all_expressions()) {
    for (const double most : {1e9, 60.0, 20.0, 5.0, 1.0, 0.0}) {
      const Typeset set = typeset_formula(formula, most);
      EXPECT_EQ(brace_depth(set.markup), 0) << formula << " in " << most << ": " << set.markup;
      EXPECT_FALSE(set.markup.empty()) << formula << " in " << most;
    }
  }
}

TEST(TypesetFormula, EndsWithAnEllipsisWhereItIsCut) {
  const std::string formula = "x+x+x+x+x+x+x+x+x+x";
  for (const double most : {1.0, 5.0, 10.0}) {
    const Typeset cut = typeset_formula(formula, most);
    EXPECT_THAT(cut.markup, testing::EndsWith("…")) << most;
    EXPECT_LT(cut.width, most + 6) << "one piece and the ellipsis beyond";
  }
  EXPECT_EQ(without_italics(typeset_formula(formula, 100).markup), "x + x + x + x + x + x + x + x + x + x");
}

TEST(TypesetFormula, SurvivesFormulasOfEverySize) {
  for (const std::size_t size : {10u, 300u, 500u, 5000u}) {
    std::string sum = "x", power = "x", brackets = "x";
    for (std::size_t i = 1; i < size; ++i) {
      sum += "+x";
      power += "^x";
      brackets = "(" + brackets + ")";
    }
    for (const std::string& formula : {sum, power, brackets}) {
      EXPECT_EQ(brace_depth(typeset_formula(formula, 80).markup), 0) << formula.substr(0, 20) << "... of " << size;
    }
  }
}

TEST(EscapeEnhanced, TakesTheMeaningFromEveryMark) {
  EXPECT_EQ(escape_enhanced("plain 1+2"), "plain 1+2");
  EXPECT_EQ(escape_enhanced("^_{}@&~\\"), "\\^\\_\\{\\}\\@\\&\\~\\\\");
}

/// The texts as gnuplot shows them, all in one SVG; fails where it complains or the picture is no XML.
std::vector<std::string> drawn_by_gnuplot(const std::vector<std::string>& markups) {
  ProcessSetup setup;
  setup.input = "set terminal svg enhanced\nset encoding utf8\nunset key\nunset tics\n";
  for (const std::string& markup : markups) {
    setup.input += "set label " + gradfield::quoted(markup) + " at 0.5,0.5 enhanced\n";
  }
  setup.input += "plot [0:1][0:1] 2\n";
  const ProcessResult result = run_program({"gnuplot", "-d", "/dev/stdin"}, setup);
  EXPECT_EQ(result.exit_code, 0) << result.messages;
  EXPECT_THAT(result.messages, IsEmpty());
  return read_svg(result.output).texts;
}

/// Markup without its marks: what is to be seen.
std::string without_marks(const std::string& markup) {
  std::string out;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    if (markup[i] == '\\')
      out += markup[++i];
    else if (std::string_view("^_{}").find(markup[i]) == std::string_view::npos)
      out += markup[i];
  }
  return out;
}

TEST(TypesetFormula, IsDrawnByGnuplotWithoutAComplaint) {
  std::vector<std::string> formulas, markups;
  const std::vector<std::string> all = all_expressions();
  for (std::size_t i = 7; i < all.size(); i += all.size() / 80) formulas.push_back(all[i]);
  EXPECT_GE(formulas.size(), 80u);
  for (const Row& row : kRows) formulas.emplace_back(row.formula);
  for (const std::string& formula : formulas) markups.push_back(typeset_formula(formula, 1e9).markup);
  const std::vector<std::string> drawn = drawn_by_gnuplot(markups);
  ASSERT_EQ(drawn.size(), formulas.size());
  for (std::size_t i = 0; i < formulas.size(); ++i)
    EXPECT_EQ(drawn[i], without_marks(without_italics(markups[i]))) << formulas[i];
}

TEST(EscapeEnhanced, ComesOutOfGnuplotAsItWentIn) {
  const std::vector<std::string> texts{"x^2",          "a_b",       "{}",          "{/:Bold x}", "@a",
                                       "&{xx}",        "~a{b}",     "\\",          "\\\\",       "a\\",
                                       "{/Symbol a}",  "}{",        "<b>&amp;",    "\"quotes'",  "50% | $5 #1 `x`",
                                       "größe ∇ 温度", "~{a}{.5-}", "{/=300 big}", "x\\^2",      "</text><script>"};
  std::vector<std::string> markups;
  for (const std::string& text : texts) markups.push_back(escape_enhanced(text));
  EXPECT_EQ(drawn_by_gnuplot(markups), texts);
}

}  // namespace
}  // namespace gradfield::test
