// Reads tests/data, and runs programs the two ways there are, one point at a time and by tiles.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "formula/functions.hpp"
#include "program/program.hpp"

namespace gradfield::test {

/// One line of functions.csv: a function at one point, from a computation of high precision.
struct FunctionRow {
  std::string name;
  std::vector<double> arguments;  // one or two
  double value = 0;
  std::vector<double> slopes;       // one an argument
  std::vector<bool> slope_is_open;  // `skip`: no contract fixes this slope
  std::string text;                 // the line itself, for failures
};
std::vector<FunctionRow> read_function_rows();

/// One line of combinations.csv: a function that is made of others at one point, from a computation of high precision.
struct CombinationRow {
  std::string name;
  std::vector<double> arguments;  // one or two
  std::vector<double> results;    // f, its slopes, the upper triangle of its second slopes
  std::vector<bool> is_open;      // `skip`: no contract fixes it
  std::string text;               // the line itself, for failures
};
std::vector<CombinationRow> read_combination_rows();

/// A call of a function of the table with as many arguments as the row takes, of x and y: "mix(x,y,x*y)".
std::string example_call(const Function& function);

/// The formulas of expressions.txt, without comments and blank lines.
std::vector<std::string> read_formulas();

/// Those of them that compile, in x and y, with their programs.
std::vector<std::pair<std::string, Program>> read_programs();

/// Every output of `program` at every point, by the Evaluator: result[point][output]. A failure of the test that runs
/// where Program::evaluate_at has other bits.
std::vector<std::vector<double>> evaluate_both_ways(const Program& program,
                                                    const std::vector<std::vector<double>>& points);

/// The program of f and its partials (in every variable), from the text of f.
Program gradient_of(const std::string& formula, const std::vector<std::string>& variables = {"x", "y"});

/// The program of one output of `program` alone.
Program output_of(const Program& program, std::size_t output);

/// f and its partials at one point.
std::vector<double> gradient_at(const std::string& formula, const std::vector<double>& point,
                                const std::vector<std::string>& variables = {"x", "y"});

}  // namespace gradfield::test
