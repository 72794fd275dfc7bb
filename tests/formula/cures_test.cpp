// Cures that hold: what an error message tells to write is taken from the message itself, put where its caret points
// (or in place of the whole), and compiled; it must be the formula that was meant.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "formula/compile.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

const Names kNamesOfCures{{"x", "y"}, {{"a", 3}, {"n", 2}, {"theta", 0.5}, {"E", 4}, {"x1", 6}}};

std::string said_of(const std::string& text) {
  try {
    compile_expression(text, kNamesOfCures);
    return "accepted";
  } catch (const Error& error) {
    return error.what();
  }
}

std::string program_of(const std::string& text) {
  try {
    return compile_expression(text, kNamesOfCures).listing();
  } catch (const Error& error) {
    return error.what();
  }
}

// Where the cured text goes.
enum class Goes {
  kThere,    // in place of what the carets mark
  kInPlace,  // in place of `replaced`
  kWhole,    // in place of all
};

struct Cured {
  std::string typed;
  std::string before;    // in the message, what stands before the cured text
  std::string behind;    // and behind; "": the end of the message
  std::string replaced;  // of what was typed; "": all
  std::string meant;     // the formula that must come out
};

// The text between the two in the cure of a message.
std::string cure_in(const std::string& message, const std::string& before, const std::string& behind) {
  const std::string cure = lines_of(message).back();
  const std::size_t begin = cure.find(before);
  if (begin == std::string::npos) return "no '" + before + "' in: " + message;
  const std::size_t from = begin + before.size();
  return cure.substr(from, behind.empty() ? std::string::npos : cure.find(behind, from) - from);
}

TEST(Cure, FollowedToTheLetterIsTheFormulaThatWasMeant) {
  const std::vector<Cured> rows = {
      // numbers with commas
      {"1,000*x", "write ", " for thousands", "1,000", "1000*x"},
      {"1,000*x", "for thousands, ", " for decimals", "1,000", "1*x"},
      {"x+1,234,567", "write ", "", "1,234,567", "x+1234567"},
      {"12,345.6*x", "write ", " for thousands", "12,345.6", "12345.6*x"},
      {"1.000,5*x", "write ", "", "1.000,5", "1000.5*x"},
      {"0,5*x", "write ", "", "0,5", "0.5*x"},
      {"0,125*x", "write ", "", "0,125", "0.125*x"},
      {"sin(0,5)", "write ", "", "", "sin(0.5)"},
      {"max(1,000,x)", "write ", " for thousands", "1,000", "max(1000,x)"},
      // characters of other languages
      {"x!", "write ", "", "", "tgamma(x+1)"},
      {"2(x+1)!", "write ", "", "(x+1)!", "2*tgamma((x+1)+1)"},
      {"2|x-1|!", "write ", "", "|x-1|!", "2*tgamma(abs(x-1)+1)"},
      {"sin(x)!", "write ", "", "", "tgamma(sin(x)+1)"},
      {"!x", "write ", "", "", "x==0"},
      {"~(x<y)", "write ", "", "", "(x<y)==0"},
      {"2*x%3+1", "write ", ", or ", "2*x%3", "mod(2*x,3)+1"},
      {"2*x%3+1", ", or ", " with", "2*x%3", "fmod(2*x,3)+1"},
      {"np.sinc(x-1)+y", "write ", "", "np.sinc(x-1)", "sinc(pi*(x-1))+y"},
      {"x&y", "write ", " for", "&", "x&&y"},
      {"x∨y", "write ", "", "∨", "x||y"},
      {"x∧y", "write ", " for 'and'", "∧", "x&&y"},
      {"x—y", "write ", "", "—", "x-y"},
      {"x=>y", "write ", "", "=>", "x>=y"},
      {"x=<y", "write ", "", "=<", "x<=y"},
      {"x===y", "write ", "", "===", "x==y"},
      {"x<>y", "write ", "", "<>", "x!=y"},
      {"x* *2", "write ", "", "* *", "x^2"},
      {"90°", "write ", "", "°", "90*pi/180"},
      {"∞", "write ", "", "", "1/0"},
      // bars
      {"||x|-1|", "write ", "", "", "abs(abs(x)-1)"},
      {"|x-|y||", "write ", "", "", "abs(x-abs(y))"},
      {"|x||y|", "write ", "", "", "abs(x)*abs(y)"},
      {"||x||", "write ", "", "", "abs(x)"},
      {"|x|y|a|", "write ", "", "", "abs(x)*y*abs(a)"},
      {"|x|(y)|a|", "write ", "", "", "abs(x)*y*abs(a)"},
      {"x|y", "write ", " for", "|", "x||y"},
      // TeX
      {R"(\frac{x}{y})", "write ", "", "", "x/y"},
      {R"(\frac{x+1}{y^2}x)", "write ", "", "", "((x+1)/y^2)*x"},
      {R"(\sqrt{x^2+y^2}\cdot e^{-x})", "write ", "", "", "sqrt(x^2+y^2)*e^(-x)"},
      {R"(\sqrt[3]{x})", "write ", "", "", "cbrt(x)"},
      {R"(\sin^{2}(x)+\cos x)", "write ", "", "", "sin(x)^2+cos(x)"},
      {R"(x\sin\left(\pi y\right))", "write ", "", "", "x*sin(pi*y)"},
      {R"(x^{2}+y^{10})", "write ", "", "", "x^2+y^10"},
      {R"($\exp(-x^2)\,y$)", "write ", "", "", "exp(-x^2)*y"},
      {R"(2\theta\left|x\right|)", "write ", "", "", "2*theta*abs(x)"},
      {R"(\sin 2x\cdot e^-x)", "write ", "", "", "sin(2*x)*e^-x"},
      {R"(x \leq y)", "write ", "", "", "x<=y"},
      // programs
      {"x if x>0 else 0", "write ", "", "", "x>0?x:0"},
      {"1+(x if x>0 else -x if y>0 else 3)", "write ", "", "x if x>0 else -x if y>0 else 3", "1+(x>0?x:(y>0?-x:3))"},
      {"if x>0 then x else y", "write ", "", "", "x>0?x:y"},
      {"max(x if y else 2, 1)", "write ", "", "x if y else 2", "max(y?x:2,1)"},
      {"x.sin()", "write ", "", "", "sin(x)"},
      {"x.y", "write ", " for a product", "", "x*y"},
      {"atan(y,x)", "write ", " for the angle", "", "atan2(y,x)"},
      {"abs(x,y)", "write ", "", "", "hypot(x,y)"},
      {"not y", "write ", " for", "", "y==0"},
      {"x and y", "write ", " for", "and", "x&&y"},
      {"x or y", "write ", " for", "or", "x||y"},
      // functions without parentheses, or with a power before them
      {"sin x", "write ", "", "", "sin(x)"},
      {"2sin 3x", "write ", "", "sin 3x", "2*sin(3*x)"},
      {"sin y^2", "write ", ", or", "", "sin(y^2)"},
      {"sin y^2", ", or ", "", "", "sin(y)^2"},
      {"ln|x|", "write ", "", "", "ln(abs(x))"},
      {"sin^-1(y)", "write ", ", or", "", "asin(y)"},
      {"sin^-1(y)", ", or ", "", "", "1/sin(y)"},
      {"sinh⁻¹(y)", "write ", ", or", "", "asinh(y)"},
      {"cos^n(y)", "write ", "", "", "cos(y)^n"},
      {"sin^2(y)^3", "write ", " or", "", "(sin(y)^2)^3"},
      {"sin^2(y)^3", " or ", "", "", "sin(y)^8"},
      {"√sin(x)", "write ", "", "", "sqrt(sin(x))"},
      {"√|y|", "write ", "", "", "sqrt(abs(y))"},
      {"sin^(-1)(y)", "write ", ", or", "", "asin(y)"},
      {"1_000*x", "write ", "", "1_000", "1000*x"},
      {"√x^2", "write ", " or", "", "sqrt(x)^2"},
      {"√x^2", " or ", "", "", "sqrt(x^2)"},
      // names
      {"sinn(x)", "did you mean '", "'", "sinn", "sin(x)"},
      {"X^2", "did you mean '", "'", "X", "x^2"},
      {"2xy", "write ", "", "xy", "2*x*y"},
      {"sin2x", "write ", "", "", "sin(2*x)"},
      {"x2", "write ", " or", "", "x^2"},
      {"x2", " or ", "", "", "x*2"},
      {"inf", "write ", "", "", "1/0"},
      // products that are not put in
      {"2½", "write ", ",", "", "2.5"},
      {"2½", "or ", " for a product", "", "2*0.5"},
      {"x 2", "write ", " for a product", "2", "x*2"},
      {"1e5x", "write ", " for a product", "", "1e5*x"},
      {"3E.*2", "write ", " for a product", "3E", "3*E*2"},
      {"0x1", "or ", " for a product", "", "0*x1"},
  };
  for (const Cured& row : rows) {
    const std::string message = said_of(row.typed);
    EXPECT_NE(message, "accepted") << row.typed;
    const std::string cure = cure_in(message, row.before, row.behind);
    std::string cured = row.typed;
    const std::size_t at = row.replaced.empty() ? 0 : row.typed.find(row.replaced);
    ASSERT_NE(at, std::string::npos) << row.typed;
    cured.replace(at, row.replaced.empty() ? row.typed.size() : row.replaced.size(), cure);
    EXPECT_EQ(program_of(cured), program_of(row.meant)) << row.typed << " as " << cured << '\n' << message;
    EXPECT_EQ(said_of(row.meant), "accepted") << row.meant;
  }
}

TEST(UnknownName, IsToldWithAllOthersThatHaveNoValue) {
  EXPECT_EQ(
      said_of("w^2+b^2"),
      "unknown name 'w'\n  w^2+b^2\n  ^ the variables are x and y; variables: --vars w,b; constants: -D w=VALUE -D "
      "b=VALUE");
  EXPECT_EQ(
      said_of("w*x+b"),
      "unknown name 'w'\n  w*x+b\n  ^ the variables are x and y; variables: --vars x,w,b; constants: -D w=VALUE -D "
      "b=VALUE");
  EXPECT_EQ(
      said_of("x+mass*c"),
      "unknown name 'mass'\n  x+mass*c\n    ^~~~ the variables are x and y; a variable: --vars x,c; constants: -D "
      "mass=VALUE -D c=VALUE");
  try {
    compile_expression("f(t) = k*t", {{"t"}, {}, "f"}, 6);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_STREQ(
        error.what(),
        "unknown name 'k'\n  f(t) = k*t\n         ^ the variable is t; a variable: f(t,k) = ...; a constant: -D "
        "k=VALUE");
  }
}

}  // namespace
}  // namespace gradfield::test
