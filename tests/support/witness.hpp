// Independent witnesses for the values of formulas: muParser's own Eval, and how far roundings alone may carry a value.
#pragma once

#include <muParser.h>

#include <string>
#include <vector>

#include "program/program.hpp"

namespace gradfield::test {

/// A formula in x and y as muParser itself evaluates it, with its own functions.
class MuParserFormula {
 public:
  /// Throws mu::ParserError where muParser refuses it, at once.
  explicit MuParserFormula(const std::string& formula);
  MuParserFormula(const MuParserFormula&) = delete;
  MuParserFormula& operator=(const MuParserFormula&) = delete;

  double operator()(double x, double y);

 private:
  double x_ = 0.5, y_ = 0.25;
  mu::Parser parser_;
};

/// How much the first output of `program` moves at `point` when every instruction's result is off by up to two
/// roundings, at random with a fixed seed (the method of Vignes, CESTAC): twice the largest movement in 6 runs, at
/// least 4 roundings of the value; infinite where a run is no longer finite or nan, or takes another value of a jump.
double rounding_spread(const Program& program, const std::vector<double>& point);

/// Whether any instruction of `program` is infinite or divides by 0 at `point`: the only ways to a nan slope of a
/// smooth value.
bool has_singular_step(const Program& program, const std::vector<double>& point);
/// Whether any instruction is nan: min, max and sign pass it on, muParser's lose it.
bool has_nan_step(const Program& program, const std::vector<double>& point);

}  // namespace gradfield::test
