// What is said about functions that are known elsewhere and not here: every formula of an answer is taken, and means
// what the name does.
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <sstream>
#include <string>

#include "formula/compile.hpp"
#include "formula/functions.hpp"
#include "formula/wrong_name.hpp"
#include "support/complaint.hpp"
#include "support/errors.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

const Names kThree{{"x", "y", "z"}, {}};

// A name, which of its readings (0 or 1), arguments, and the value of the function there: by definition.
struct Meaning {
  std::string name;
  std::size_t reading;
  double x, y, z;
  double value;
};
const std::vector<Meaning>& meanings() {
  const double pi = M_PI, e = std::exp(1);
  static const std::vector<Meaning> rows{
      {"and", 0, 2, 0, 0, 0},
      {"or", 0, 2, 0, 0, 1},
      {"not", 0, 2, 0, 0, 0},
      {"xor", 0, 2, 3, 0, 0},
      {"xor", 0, 2, 0, 0, 1},
      {"add", 0, 2, 3, 0, 5},
      {"subtract", 0, 2, 3, 0, -1},
      {"multiply", 0, 2, 3, 0, 6},
      {"divide", 0, 3, 2, 0, 1.5},
      {"divide", 1, -3, 2, 0, -2},
      {"floordivide", 0, -3, 2, 0, -2},
      {"negative", 0, 3, 0, 0, -3},
      {"reciprocal", 0, 4, 0, 0, 0.25},
      {"greater", 0, 3, 2, 0, 1},
      {"less", 0, 3, 2, 0, 0},
      {"gestep", 0, 3, 3, 0, 1},
      {"lessequal", 0, 3, 3, 0, 1},
      {"notequal", 0, 3, 3, 0, 0},
      {"equal", 0, 3, 3, 0, 1},
      {"where", 0, 1, 5, 7, 5},
      {"where", 0, 0, 5, 7, 7},
      {"where", 1, 1, 5, 7, 5},
      {"where", 1, 0, 5, 7, 7},
      {"boole", 0, 3, 0, 0, 1},
      {"sinus", 0, 1, 0, 0, std::sin(1)},
      {"cosine", 0, 1, 0, 0, std::cos(1)},
      {"tangent", 0, 1, 0, 0, std::tan(1)},
      {"ctan", 0, 1, 0, 0, 1 / std::tan(1)},
      {"ctan", 1, 1, 0, 0, std::tan(1)},
      {"acot", 0, -1, 0, 0, -pi / 4},
      {"acot", 1, -1, 0, 0, 3 * pi / 4},
      {"asec", 0, 2, 0, 0, pi / 3},
      {"acsc", 0, 2, 0, 0, pi / 6},
      {"sind", 0, 30, 0, 0, 0.5},
      {"cosd", 0, 60, 0, 0, 0.5},
      {"tand", 0, 45, 0, 0, 1},
      {"cotd", 0, 45, 0, 0, 1},
      {"secd", 0, 60, 0, 0, 2},
      {"cscd", 0, 30, 0, 0, 2},
      {"asind", 0, 0.5, 0, 0, 30},
      {"acosd", 0, 0.5, 0, 0, 60},
      {"atand", 0, 1, 0, 0, 45},
      {"acotd", 0, 1, 0, 0, 45},
      {"asecd", 0, 2, 0, 0, 60},
      {"acscd", 0, 2, 0, 0, 30},
      {"atan2d", 0, 1, -1, 0, 135},
      {"sinpi", 0, 0.5, 0, 0, 1},
      {"cospi", 0, 1, 0, 0, -1},
      {"tanpi", 0, 0.25, 0, 0, 1},
      {"sincpi", 0, 0.5, 0, 0, 2 / pi},
      {"sinhc", 0, 2, 0, 0, std::sinh(2) / 2},
      {"sinhc", 0, 0, 0, 0, 1},
      {"cosc", 0, 2, 0, 0, std::cos(2) / 2},
      {"tanc", 0, 2, 0, 0, std::tan(2) / 2},
      {"tanc", 0, 0, 0, 0, 1},
      {"cosm1", 0, 1, 0, 0, std::cos(1) - 1},
      {"versin", 0, 1, 0, 0, 1 - std::cos(1)},
      {"coversin", 0, 1, 0, 0, 1 - std::sin(1)},
      {"haversin", 0, 1, 0, 0, (1 - std::cos(1)) / 2},
      {"exsec", 0, 1, 0, 0, 1 / std::cos(1) - 1},
      {"gd", 0, 1, 0, 0, 2 * std::atan(std::tanh(0.5))},
      {"inversegudermannian", 0, 1, 0, 0, 2 * std::atanh(std::tan(0.5))},
      {"ATAN2", 0, -1, 2, 0, std::atan2(2, -1)},
      {"ATAN2", 1, 2, -1, 0, std::atan2(2, -1)},
      {"angle", 0, -1, 2, 0, std::atan2(2, -1)},
      {"sqr", 0, 3, 0, 0, 9},
      {"sqr", 1, 9, 0, 0, 3},
      {"squareroot", 0, 9, 0, 0, 3},
      {"cuberoot", 0, -27, 0, 0, -3},
      {"root", 0, 16, 4, 0, 2},
      {"root", 1, -27, 3, 0, -3},
      {"sqrtpi", 0, 4, 0, 0, 2 * std::sqrt(pi)},
      {"rsqrt", 0, 4, 0, 0, 0.5},
      {"sqrt1pm1", 0, 3, 0, 0, 1},
      {"powm1", 0, 2, 3, 0, 7},
      {"sumsq", 0, 3, 4, 0, 25},
      {"pow2", 0, 3, 0, 0, 8},
      {"ldexp", 0, 3, 4, 0, 48},
      {"exprel", 0, 1, 0, 0, e - 1},
      {"exprel", 0, 0, 0, 0, 1},
      {"log1mexp", 0, 1, 0, 0, std::log(1 - 1 / e)},
      {"log1mexp", 1, -1, 0, 0, std::log(1 - 1 / e)},
      {"logexpm1", 0, 1, 0, 0, std::log(e - 1)},
      {"logdiffexp", 0, 2, 1, 0, std::log(e * e - e)},
      {"logaddexp2", 0, 3, 3, 0, 4},
      {"logb", 0, -10, 0, 0, 3},
      {"logb", 1, 9, 3, 0, 2},
      {"logn", 0, 2, 8, 0, 3},
      {"LOG", 0, 2, 0, 0, std::log(2)},
      {"LOG", 1, 1000, 0, 0, 3},
      {"logit", 0, 0.25, 0, 0, -std::log(3)},
      {"xlogx", 0, 2, 0, 0, 2 * std::log(2)},
      {"xlogx", 0, 0, 0, 0, 0},
      {"entr", 0, 2, 0, 0, -2 * std::log(2)},
      {"xlogy", 0, 2, 3, 0, 2 * std::log(3)},
      {"xlogy", 0, 0, 0, 0, 0},
      {"xlog1py", 0, 2, 3, 0, 2 * std::log(4)},
      {"relentr", 0, 2, 3, 0, 2 * std::log(2 / 3.0)},
      {"kldiv", 0, 2, 3, 0, 2 * std::log(2 / 3.0) + 1},
      {"kldiv", 0, 0, 3, 0, 3},
      {"boxcox", 0, 4, 0.5, 0, 2},
      {"boxcox", 0, 4, 0, 0, std::log(4)},
      {"int", 0, -2.5, 0, 0, -2},
      {"int", 1, -2.5, 0, 0, -3},
      {"integerpart", 0, -2.5, 0, 0, -2},
      {"entier", 0, -2.5, 0, 0, -3},
      {"nint", 0, 2.5, 0, 0, 3},
      {"lrint", 0, 2.5, 0, 0, 2},
      {"frac", 0, -2.25, 0, 0, 0.75},
      {"frac", 1, -2.25, 0, 0, -0.25},
      {"remainder", 0, -7, 3, 0, 2},
      {"remainder", 1, -7, 3, 0, -1},
      {"drem", 0, 7, 4, 0, -1},
      {"mround", 0, 10, 3, 0, 9},
      {"roundup", 0, -2.2, 0, 0, -3},
      {"rounddown", 0, -2.8, 0, 0, -2},
      {"copysign", 0, 3, -1, 0, -3},
      {"copysign", 0, -3, 0, 0, 3},
      {"signbit", 0, -3, 0, 0, 1},
      {"fdim", 0, 5, 3, 0, 2},
      {"fdim", 0, 3, 5, 0, 0},
      {"fmax", 0, 3, 5, 0, 5},
      {"fmin", 0, 3, 5, 0, 3},
      {"fma", 0, 2, 3, 4, 10},
      {"median", 0, 3, 9, 5, 5},
      {"median", 0, 9, 3, 5, 5},
      {"saturate", 0, 3, 0, 0, 1},
      {"smoothstep", 0, 2, 4, 2.5, 0.15625},
      {"isnan", 0, kNan, 0, 0, 1},
      {"isinf", 0, -kInfinity, 0, 0, 1},
      {"isfinite", 0, kNan, 0, 0, 0},
      {"isfinite", 0, 3, 0, 0, 1},
      {"isint", 0, 3, 0, 0, 1},
      {"isint", 0, 2.5, 0, 0, 0},
      {"float", 0, 2.5, 0, 0, 2.5},
      {"kroneckerdelta", 0, 3, 3, 0, 1},
      {"rect", 0, 0.25, 0, 0, 1},
      {"tri", 0, 0.25, 0, 0, 0.75},
      {"tri", 0, 3, 0, 0, 0},
      {"squarewave", 0, 0.75, 0, 0, -1},
      {"sawtoothwave", 0, 1.25, 0, 0, 0.25},
      {"trianglewave", 0, 0.125, 0, 0, 0.5},
      {"ramp", 0, -3, 0, 0, 0},
      {"relu6", 0, 9, 0, 0, 6},
      {"leakyrelu", 0, -3, 0, 0, -0.03},
      {"leakyrelu", 0, 3, 0, 0, 3},
      {"prelu", 0, -3, 0.5, 0, -1.5},
      {"elu", 0, -1, 0, 0, 1 / e - 1},
      {"selu", 0, 2, 0, 0, 2.101401974710961},
      {"selu", 0, -1, 0, 0, 1.7580993408473766 * (1 / e - 1)},
      {"celu", 0, -1, 0, 0, 1 / e - 1},
      {"mish", 0, 1, 0, 0, std::tanh(std::log(1 + e))},
      {"softsign", 0, -3, 0, 0, -0.75},
      {"hardsigmoid", 0, 1.5, 0, 0, 0.75},
      {"hardtanh", 0, -3, 0, 0, -1},
      {"hardswish", 0, 1.5, 0, 0, 1.125},
      {"logsigmoid", 0, 1, 0, 0, -std::log(1 + 1 / e)},
      {"tanhshrink", 0, 1, 0, 0, 1 - std::tanh(1)},
      {"softmax", 0, 1, 2, 0, 1 / (1 + e)},
      {"logsoftmax", 0, 1, 2, 0, -std::log(1 + e)},
      {"pseudohuber", 0, 3, 4, 0, 6},
      {"huber", 0, 2, 1, 0, 0.5},
      {"huber", 0, 2, -5, 0, 8},
      {"normpdf", 0, 1, 0, 0, std::exp(-0.5) / std::sqrt(2 * pi)},
      {"normcdf", 0, 1, 0, 0, 0.8413447460685429},
      {"logndtr", 0, 1, 0, 0, std::log(0.8413447460685429)},
      {"gaussian", 0, 2, 0, 0, std::exp(-4)},
      {"gaussian", 1, 2, 0, 0, std::exp(-2)},
      {"erfcx", 0, 1, 0, 0, 0.427583576155807},
      {"factorial", 0, 5, 0, 0, 120},
      {"lfact", 0, 5, 0, 0, std::log(120)},
      {"factorial2", 0, 6, 0, 0, 48},
      {"factorial2", 1, 7, 0, 0, 105},
      {"binomial", 0, 5, 2, 0, 10},
      {"npr", 0, 5, 2, 0, 20},
      {"pochhammer", 0, 3, 2, 0, 12},
      {"rgamma", 0, 5, 0, 0, 1 / 24.0},
      {"beta", 0, 2, 3, 0, 1 / 12.0},
      {"betaln", 0, 2, 3, 0, -std::log(12)},
      {"trigamma", 0, 1, 0, 0, pi * pi / 6},
      {"tetragamma", 0, 1, 0, 0, -2.4041138063191886},
      {"harmonic", 0, 4, 0, 0, 25 / 12.0},
      {"chebyshevt", 0, 3, 0.3, 0, 4 * 0.027 - 0.9},
      {"norm", 0, 3, 4, 0, 5},
      {"norm", 1, 2, 3, 6, 7},
      {"dist", 0, 3, 4, 0, 5},
      {"re", 0, 3, 0, 0, 3},
      {"im", 0, 3, 0, 0, 0},
  };
  return rows;
}

std::vector<std::string> names_of(const ForeignName& row) {
  std::istringstream stream{std::string(row.names)};
  return {std::istream_iterator<std::string>(stream), {}};
}

const ForeignName* row_of(const std::string& name) {
  for (const ForeignName& row : foreign_functions()) {
    for (const std::string& other : names_of(row)) {
      if (other == name) return &row;
    }
  }
  return nullptr;
}

TEST(ForeignFunction, IsAnsweredByAFormulaThatMeansTheSame) {
  std::set<std::pair<const ForeignName*, std::size_t>> tested;
  for (const Meaning& meaning : meanings()) {
    const ForeignName* row = row_of(meaning.name);
    ASSERT_NE(row, nullptr) << meaning.name;
    const std::string formula(row->readings[meaning.reading].formula);
    const double actual = compile_expression(formula, kThree).evaluate_at({meaning.x, meaning.y, meaning.z})[0];
    // Powers and functions of roundings.
    EXPECT_THAT(actual, testing::AnyOf(WithinRoundings(meaning.value, 16), testing::DoubleNear(meaning.value, 1e-15)))
        << meaning.name << " as " << formula;
    tested.insert({row, meaning.reading});
  }
  for (const ForeignName& row : foreign_functions()) {
    for (std::size_t k = 0; k < row.readings.size(); ++k) {
      if (row.readings[k].formula.empty()) continue;
      EXPECT_TRUE(tested.contains({&row, k})) << row.names << ": " << row.readings[k].formula;
    }
  }
}

TEST(ForeignFunction, StandsInOneRowAndIsNoFunctionOfOurs) {
  std::set<std::string> all;
  for (const ForeignName& row : foreign_functions()) {
    EXPECT_FALSE(row.readings[0].formula.empty() && row.readings[0].meaning.empty()) << row.names;
    for (const std::string& name : names_of(row)) {
      EXPECT_TRUE(all.insert(name).second) << name << " stands twice";
      EXPECT_EQ(find_function(name), nullptr) << name;
      // The answer is on the line below the caret, whole.
      EXPECT_NE(complaint(name + "(x)").find(row.readings[0].formula.empty() ? row.readings[0].meaning : "write "),
                std::string::npos)
          << complaint(name + "(x)");
    }
  }
  EXPECT_GE(all.size(), 300u);
}

TEST(ForeignFunction, IsWrittenWithTheArgumentsThatWereTyped) {
  const BadFormula formulas[] = {
      {"factorial(y)", "unknown function 'factorial'", "factorial(y)", "^~~~~~~~~ write tgamma(y+1)"},
      {"fact(x-y)+1", "unknown function 'fact'", "fact(x-y)+1", "^~~~ write tgamma((x-y)+1)"},
      {"2*where(x>0, x, -x)", "unknown function 'where'", "2*where(x>0, x, -x)",
       "  ^~~~~ write if(x>0,x,-x), or (x>0) ? x : (-x)"},
      {"ldexp(max(x,y),2)", "unknown function 'ldexp'", "ldexp(max(x,y),2)", "^~~~~ write (max(x,y))*2^2"},
      {"MOD(y,2)", "unknown function 'MOD'", "MOD(y,2)",
       "^~~ write mod(y,2) with the sign of 2, or fmod(y,2) with that of y"},
      {"ATAN2(x,y)", "unknown function 'ATAN2'", "ATAN2(x,y)",
       "^~~~~ write atan2(y,x) for Excel's ATAN2(x,y), or atan2(x,y)"},
      // Fewer arguments than the answer needs: its letters stay.
      {"norm(x)", "unknown function 'norm'", "norm(x)", "^~~~ write hypot(x,y), or sqrt(x^2+y^2+z^2)"},
      {"beta(y)", "unknown function 'beta'", "beta(y)", "^~~~ write tgamma(x)*tgamma(y)/tgamma(x+y)"},
      // So they do where an argument is none that fits into a cure.
      {"fact(y+\n1)", "unknown function 'fact'", "fact(y+", "^~~~ write tgamma(x+1)"},
      {"fact(y+1000001+1000002+1000003+1000004)", "unknown function 'fact'", "fact(y+1000001+1000002+1000003+1000004)",
       "^~~~ write tgamma(x+1)"},
      {"fact(y", "unknown function 'fact'", "fact(y", "^~~~ write tgamma(x+1)"},
      {"fact()", "unknown function 'fact'", "fact()", "^~~~ write tgamma(x+1)"},
      {"log3(y+1)", "unknown function 'log3'", "log3(y+1)", "^~~~ write log(y+1,3)"},
      // However it is spelled.
      {"BesselJ(0,x)", "unknown function 'BesselJ'", "BesselJ(0,x)",
       "^~~~~~~ Bessel functions and their kin are not among the functions"},
      {"bessel_j(0,x)", "unknown function 'bessel_j'", "bessel_j(0,x)",
       "^~~~~~~~ Bessel functions and their kin are not among the functions"},
      {"Leaky_ReLU(y)", "unknown function 'Leaky_ReLU'", "Leaky_ReLU(y)", "^~~~~~~~~~ write max(y,0.01*y)"},
      {"diff(x^2,x)", "unknown function 'diff'", "diff(x^2,x)",
       "^~~~ give the formula alone: gradfield differentiates it"},
  };
  for (const BadFormula& bad : formulas) expect_error(bad);
}

TEST(ForeignFunction, IsAProductWhereItsLettersAreValues) {
  EXPECT_EQ(complaint("ei(x)", {{"x"}, {{"i", 2}}}).find("write"), std::string::npos);
  EXPECT_NE(complaint("expi(x)").find("integrals"), std::string::npos);  // rather than e*x*pi
  EXPECT_NE(complaint("si(x)", {{"x", "s", "i"}, {}}).find("write s*i*(...)"), std::string::npos);
  EXPECT_EQ(complaint("beta*x+re", {{"x", "beta", "re"}, {}}), "");
  EXPECT_EQ(complaint("beta(x)", {{"x", "beta"}, {}}), "");
}

TEST(OtherArity, IsAnsweredByAFormulaThatMeansTheSame) {
  struct Call {
    std::string call, cure;
    double x, y, z, value;
  };
  for (const Call& row : {Call{"atan(x,y)", "atan2(x,y)", 1, -2, 0, std::atan2(1, -2)},
                          {"arctan(x,y)", "atan2(x,y)", 1, -2, 0, std::atan2(1, -2)},
                          {"hypot(x,y,z)", "sqrt(x^2+y^2+z^2)", 2, 3, 6, 7},
                          {"abs(x,y)", "hypot(x,y)", 3, 4, 0, 5},
                          {"floor(x,y)", "y*floor(x/y)", 7, 3, 0, 6},
                          {"ceil(x,y)", "y*ceil(x/y)", 7, 3, 0, 9},
                          {"round(x,y)", "rint(x*10^y)/10^y", 3.14159, 2, 0, 3.14},
                          {"erf(x,y)", "erf(y)-erf(x)", 0, 1, 0, std::erf(1)},
                          {"polygamma(x)", "digamma(x)", 1, 0, 0, -0.5772156649015329}}) {
    const std::string said = complaint(row.call);
    EXPECT_NE(said.find("write " + row.cure), std::string::npos) << said;
    EXPECT_THAT(compile_expression(row.cure, kThree).evaluate_at({row.x, row.y, row.z})[0],
                WithinRoundings(row.value, 4))
        << row.cure;
  }
}

}  // namespace
}  // namespace gradfield::test
