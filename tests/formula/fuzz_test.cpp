// Formulas at random, long ones and deep ones: whatever is typed, compile_expression gives a program that agrees with
// muParser or one Error of code kData that points at its place.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "formula/compile.hpp"
#include "formula/left_side.hpp"
#include "formula/print/formula.hpp"
#include "program/differentiate.hpp"
#include "support/plain_formula.hpp"
#include "support/process.hpp"
#include "support/reference.hpp"
#include "support/witness.hpp"

namespace gradfield::test {
namespace {

const Names kNames{{"x", "y"}, {}};

// Checks one text; true where it is a formula.
bool check(const std::string& text) {
  const std::string shown = printable(text);
  try {
    const Program program = compile_expression(text, kNames);
    try {
      MuParserFormula theirs(plain_formula(text));
      for (const std::vector<double>& point : {std::vector{0.7, 1.3}, {-1.25, 2.0}, {0.0, -0.5}}) {
        const double actual = program.evaluate_at(point)[0], expected = theirs(point[0], point[1]);
        if (actual == expected || (std::isnan(actual) && std::isnan(expected))) continue;
        if (has_nan_step(program, point) && text.find_first_of("mg") != std::string::npos) continue;  // min, max, sign
        const double spread = rounding_spread(program, point);
        EXPECT_LE(std::fabs(actual - expected), spread) << shown << ": " << actual << ", muParser " << expected;
      }
    } catch (const mu::ParserError& fault) {
      ADD_FAILURE() << "muParser refuses " << shown << ": " << fault.GetMsg();
    }
    differentiate(program);
    return true;
  } catch (const Error& error) {
    const std::string message = error.what();
    EXPECT_EQ(error.code(), ExitCode::kData) << shown << ": " << message;
    EXPECT_EQ(message.find("muParser"), std::string::npos) << shown << ": " << message;
    const std::vector<std::string> lines = lines_of(message);
    EXPECT_TRUE(lines.size() == 3 || lines.size() == 1) << shown << ": " << message;
    EXPECT_EQ(printable(lines[0]), lines[0]);
    if (lines.size() == 3) {
      EXPECT_NE(lines[2].find('^'), std::string::npos) << message;
      EXPECT_LE(column_width(lines[1]), 2u + 72) << message;
      // A place is in the line or directly behind it.
      EXPECT_LE(lines[2].find('^'), column_width(lines[1])) << message;
    }
  } catch (const std::exception& other) {
    ADD_FAILURE() << shown << " ends with " << other.what();
  }
  return false;
}

constexpr auto kWords = std::to_array<std::string_view>(
    {"x",    "y",    "x",    "y",      "1",      "2",     "0.5",  "3",    ".5",     "2.",   "1e3",   "pi",
     "e",    "+",    "-",    "+",      "-",      "*",     "/",    "^",    "(",      ")",    "(",     ")",
     "<",    ">",    "<=",   ">=",     "==",     "!=",    "&&",   "||",   "?",      ":",    ",",     "sin(",
     "cos(", "abs(", "max(", "atan2(", "sqrt(",  "rint(", "sum(", "avg(", "min(",   "log(", "tanh(", "sign(",
     " ",    "  ",   "\n",   "sin",    "z",      "=",     "!",    "\xc3", "²",      "³",    "⁻¹",    "¹⁰",
     "⁻",    "²",    "π",    "π",      "√",      "√(",    "½",    "×",    "·",      "−",    "−",     "÷",
     "≤",    "≠",    "∧",    "\u00A0", "\u3000", "ｘ",    "（",   "）",   "＋",     "**",   "𝑥",     "2x",
     "3(",   "x(",   "(x)",  "(y+1)",  "e",      "0",     "x1",   "_",    "\u2028", "\r\n", "\u200B"});

TEST(AnyText, IsAFormulaThatMuParserAgreesWithOrAnErrorThatPoints) {
  std::mt19937_64 random(99);
  int formulas = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    const auto words = 1 + random() % 9;
    for (std::uint64_t k = 0; k < words; ++k) text += kWords[random() % kWords.size()];
    formulas += check(text);
  }
  EXPECT_GE(formulas, 600);  // one text in thirty is a formula by luck
}

// Values side by side, with anything people may put between and behind them.
TEST(AnyText, OfFactorsSideBySideIsAFormulaThatMuParserAgreesWithOrAnErrorThatPoints) {
  constexpr auto kFactors = std::to_array<std::string_view>(
      {"2",      "3.5", ".5",     "1e2", "0",  "x",    "y",        "pi", "e",     "π",  "½",
       "(x+1)",  "(y)", "sin(x)", "√2",  "√x", "√(y)", "max(x,y)", "x²", "(x)⁻¹", "2³", "ｙ",
       "abs(x)", "-",   "^",      "^-",  "/",  "+",    "**",       "?",  ":",     "*",  "−"});
  constexpr auto kBetween = std::to_array<std::string_view>({"", "", "", " ", "\u00A0", "\u2009", " \t", "\n"});
  std::mt19937_64 random(102);
  int formulas = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    const auto words = 2 + random() % 5;
    for (std::uint64_t k = 0; k < words; ++k) {
      text += std::string(kFactors[random() % kFactors.size()]) + std::string(kBetween[random() % kBetween.size()]);
    }
    formulas += check(text);
  }
  EXPECT_GE(formulas, 3000);
}

// What people paste from programs, word processors and web pages. muParser knows none of it; the formula in ASCII and
// on one line must be the same one, and a left side is named or refused.
TEST(AnyText, OfPastedMarksIsAFormulaThatIsShownAsItselfOrAnErrorThatPoints) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {"x",       "y",      "x",      "2",       "0.5",    "(",       ")",       "(",       ")",     "+",    "-",
       "*",       "<",      "<=",     "==",      "|",      "|",       "||",      "sin",     "sin(",  "^2",   "²",
       "^",       "^-1",    "cos²(",  "np.",     "Math.",  "foo.",    "np.sin(", ".PI",     ".^",    ".*",   "./",
       "θ",       "α",      "θ1",     "x₁",      "₂",      "π",       "=",       "f(x,y)=", "f(x)=", "z = ", ":=",
       "\u2062",  "\u2061", "\u200B", "\u00AD",  "\uFEFF", "\u202E",  "“",       "”",       "'",     "\"",   "$",
       "\\frac{", "}{",     "}",      "\\sqrt{", "\\sin",  "\\cdot ", " if ",    " else ",  " and ", "!",    "%2",
       "1,000",   "0,5",    ",",      "#",       "@",      "=>",      "?",       ":",       "~",     "√",    "z",
       "max(",    "∣",      "[",      "{",       ";",      " ",       "\n",      "&",       "atan(", "mod",  "\\"});
  const Names names{{"x", "y", "theta", "x1"}, {{"alpha", 2}}};
  std::mt19937_64 random(103);
  int formulas = 0;
  for (int i = 0; i < 40000; ++i) {
    std::string text;
    const auto words = 1 + random() % 8;
    for (std::uint64_t k = 0; k < words; ++k) text += kMarks[random() % kMarks.size()];
    const std::string shown = printable(text);
    try {
      const std::optional<LeftSide> left = find_left_side(text);
      if (left) check_left_side(text, *left, names);
      const std::string formula = left ? text.substr(left->end) : text;
      const std::string listing = compile_expression(text, names, left ? left->end : 0).listing();
      ++formulas;
      if (left && formula.find_first_of("'\"$") != std::string::npos) continue;  // quotes around the whole
      EXPECT_EQ(compile_expression(in_ascii(formula), names).listing(), listing) << shown;
      EXPECT_EQ(compile_expression(on_one_line(formula), names).listing(), listing) << shown;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::kData) << shown << ": " << error.what();
      const std::vector<std::string> lines = lines_of(error.what());
      ASSERT_TRUE(lines.size() == 3 || lines.size() == 1) << shown << ": " << error.what();
      if (lines.size() == 1) continue;
      EXPECT_LE(lines[2].find('^'), column_width(lines[1])) << error.what();
      EXPECT_EQ(printable(lines[2]), lines[2]) << error.what();
    }
  }
  EXPECT_GE(formulas, 600);
}

TEST(AnyText, OfRandomBytesIsToldWhatIsWrong) {
  std::mt19937_64 random(100);
  int formulas = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    const auto bytes = random() % 12;
    for (std::uint64_t k = 0; k < bytes; ++k) text += static_cast<char>(random());
    formulas += check(text);
  }
  EXPECT_LT(formulas, 500);
}

// A formula made by the rules of the grammar: `depth` levels at most.
std::string random_formula(std::mt19937_64& random, int depth) {
  const auto pick = [&](auto n) { return random() % static_cast<std::uint64_t>(n); };
  const auto sub = [&] { return random_formula(random, depth - 1); };
  constexpr auto kOperators =
      std::to_array<std::string_view>({"+", "-", "*", "/", "^", "<", ">", "<=", ">=", "==", "!=", "&&", "||"});
  constexpr auto kCalls = std::to_array<std::string_view>({"sin", "cos", "tanh", "abs", "exp", "sqrt", "rint", "log"});
  constexpr auto kLeaves = std::to_array<std::string_view>({"x", "y", "2", "0.5", "1e-3", "pi", "e", "3."});
  if (depth == 0) return std::string(kLeaves[pick(kLeaves.size())]);
  constexpr auto kLeft = std::to_array<std::string_view>({"2", "0.5", "x ", "π", "x²", "y⁻¹", "3.", "ｘ "});
  constexpr auto kRight = std::to_array<std::string_view>({"x", "π", "y", "pi", "𝑥"});
  switch (pick(11)) {
    case 0:
      return "-" + random_formula(random, 0);
    case 1:
      return "(" + sub() + ")";
    case 2:
      return "-(" + sub() + ")";
    case 3:
      return std::string(kCalls[pick(kCalls.size())]) + "(" + sub() + ")";
    case 4:
      return "(" + sub() + "?" + sub() + ":" + sub() + ")";
    case 5:
      return "max(" + sub() + "," + sub() + "," + sub() + ")";
    case 6:
      return "-" + std::string(kCalls[pick(kCalls.size())]) + "(" + sub() + ")";
    case 7:
      return std::string(kLeft[pick(kLeft.size())]) + std::string(kRight[pick(kRight.size())]);
    case 8:
      return "(" + sub() + ")(" + sub() + ")" + (pick(2) == 0 ? "sin(" : "√(") + sub() + ")";
    default:
      return sub() + std::string(kOperators[pick(kOperators.size())]) + sub();
  }
}

TEST(AnyText, MadeByTheRulesIsAFormulaThatMuParserAgreesWith) {
  std::mt19937_64 random(101);
  int formulas = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_formula(random, 1 + static_cast<int>(random() % 4));
    const bool is_formula = check(text);
    formulas += is_formula;
    // Two signs in a row are the one thing these rules make that is none: 2--x is, --x is not.
    EXPECT_TRUE(is_formula || text.find('-') != std::string::npos) << text;
  }
  EXPECT_GE(formulas, 2900);
}

std::string repeated(std::size_t times, const std::string& before, const std::string& middle,
                     const std::string& after) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += before;
  text += middle;
  for (std::size_t i = 0; i < times; ++i) text += after;
  return text;
}

struct DeepFormula {
  std::string what, text;
  double value;  // at (1, 0.5)
  double slope;  // in x; nan: not compared
};

TEST(DeepFormula, OfUpTo19999BytesIsCompiledAndDifferentiated) {
  const double open = std::nan("");
  double sine = 1;
  for (int i = 0; i < 3999; ++i) sine = std::sin(sine);
  const DeepFormula formulas[] = {
      {"parentheses", repeated(9990, "(", "x", ")"), 1, 1},
      {"calls", repeated(3999, "sin(", "x", ")"), sine, open},
      {"negations", repeated(6666, "-(", "x", ")"), 1, 1},
      {"negated calls", repeated(3333, "-abs(", "x", ")"), -1, -1},
      {"powers", repeated(6000, "x^", "x", ""), 1, 1},
      {"conditionals after the colon", repeated(4990, "x?1:", "2", ""), 1, 0},
      {"conditionals after the question", repeated(4990, "x?", "x", ":3"), 1, 1},
      {"conditionals in parentheses", repeated(2850, "x?(", "x", "):3"), 1, 1},
      {"maxima", repeated(2500, "max(x,", "2", ")"), 2, 0},
      {"maxima on the left", repeated(2500, "max(", "2", ",x)"), 2, 0},
      {"sums on the right", repeated(4990, "1+(", "x", ")"), 4991, 1},
      {"a long sum", repeated(6000, "x+", "x", ""), 6001, 6001},
      {"a long product", repeated(6000, "x*", "x", ""), 1, 6001},
      {"a long quotient", repeated(6000, "x/", "x", ""), 1, -5999},
      {"a long difference", repeated(6000, "x-", "x", ""), -5999, -5999},
      {"many arguments", "sum(" + repeated(9980, "x,", "x", "") + ")", 9981, 9981},
      {"a long comparison", repeated(6000, "x<=", "x", ""), 1, 0},
      {"a long conjunction", repeated(6000, "x&&", "x", ""), 1, 0},
      {"brackets as factors", repeated(4999, "x(", "x", ")"), 1, 5000},
      {"names as factors", repeated(4999, "x ", "x", ""), 1, 5000},
      {"numbers as factors", repeated(1000, "2(½(", "x", "))"), 1, 1},
      {"raised exponents", repeated(1000, "(", "x", ")³"), 1, open},
      {"roots", repeated(3000, "√(", "x", ")"), 1, 0},
      {"roots of one word", repeated(2000, "√x", "", ""), 1, 1000},
      {"blanks", std::string(19998, ' ') + "x", 1, 1},
      {"blanks of three bytes", repeated(19998, "\u3000", "x", ""), 1, 1},
      {"digits", "x+0." + std::string(19995, '0'), 1, 1},
  };
  for (const DeepFormula& deep : formulas) {
    try {
      const std::vector<double> gradient = differentiate(compile_expression(deep.text, kNames)).evaluate_at({1, 0.5});
      EXPECT_NEAR(gradient[0], deep.value, 1e-12 * std::fabs(deep.value)) << deep.what;
      EXPECT_TRUE(std::isnan(deep.slope) || gradient[1] == deep.slope) << deep.what << ": " << gradient[1];
      EXPECT_EQ(gradient[2], 0) << deep.what;
    } catch (const Error& error) {
      ADD_FAILURE() << deep.what << ": " << error.what();
    }
  }
}

TEST(DeepFormula, ThatIsWrongIsToldSo) {
  for (const std::string& text :
       {std::string(19999, '('), std::string(19999, ')'), std::string(19999, '-'), std::string(19999, 'x'),
        std::string(19999, '?'), std::string(19999, ','), std::string(19999, '\xff'), repeated(4999, "sin(", "", ""),
        repeated(4990, "x?1:", "", ""), repeated(6000, "x?", "1", ""), repeated(9999, "x+", "", "")}) {
    EXPECT_FALSE(check(text)) << text.substr(0, 20);
  }
}

}  // namespace
}  // namespace gradfield::test
