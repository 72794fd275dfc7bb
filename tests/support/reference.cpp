#include "support/reference.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sstream>

#include "base/error.hpp"
#include "field/evaluator/evaluator.hpp"
#include "formula/compile.hpp"
#include "program/builder.hpp"
#include "program/differentiate.hpp"
#include "support/numbers.hpp"
#include "support/process.hpp"

namespace gradfield::test {
namespace {

double number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

std::string shown(const std::vector<double>& point) {
  std::ostringstream out;
  out << std::hexfloat;
  for (const double coordinate : point) out << ' ' << coordinate;
  return out.str();
}

}  // namespace

std::vector<FunctionRow> read_function_rows() {
  std::vector<FunctionRow> rows;
  for (const std::string& line : lines_of(read_file(GRADFIELD_TEST_DATA "/functions.csv"))) {
    std::vector<std::string> cells = cells_of(line);
    cells.resize(6);
    if (cells[0] == "function") continue;
    const std::size_t arity = cells[2].empty() ? 1 : 2;
    FunctionRow row{cells[0], {}, number(cells[3]), {}, {}, line};
    for (std::size_t k = 0; k < arity; ++k) {
      row.arguments.push_back(number(cells[1 + k]));
      row.slopes.push_back(number(cells[4 + k]));
      row.slope_is_open.push_back(cells[4 + k] == "skip");
    }
    rows.push_back(row);
  }
  return rows;
}

std::vector<CombinationRow> read_combination_rows() {
  std::vector<CombinationRow> rows;
  for (const std::string& line : lines_of(read_file(GRADFIELD_TEST_DATA "/combinations.csv"))) {
    const std::vector<std::string> cells = cells_of(line);
    if (cells[0] == "function") continue;
    CombinationRow row{cells[0], {}, {}, {}, line};
    for (std::size_t k = 1; k < cells.size(); ++k) {
      if (cells[k].empty()) continue;
      (k <= 2 ? row.arguments : row.results).push_back(number(cells[k]));
      if (k > 2) row.is_open.push_back(cells[k] == "skip");
    }
    rows.push_back(row);
  }
  return rows;
}

std::string example_call(const Function& function) {
  const std::string arguments = function.arity == 1 ? "x" : function.arity == 3 ? "x,y,x*y" : "x,y";
  return std::string(function.name) + "(" + arguments + ")";
}

std::vector<std::string> read_formulas() {
  std::vector<std::string> formulas;
  for (const std::string& line : lines_of(read_file(GRADFIELD_TEST_DATA "/expressions.txt"))) {
    if (!line.empty() && line[0] != '#') formulas.push_back(line);
  }
  return formulas;
}

std::vector<std::pair<std::string, Program>> read_programs() {
  std::vector<std::pair<std::string, Program>> programs;
  for (const std::string& formula : read_formulas()) {
    try {
      programs.emplace_back(formula, compile_expression(formula, {{"x", "y"}, {}}));
    } catch (const Error&) {  // the business of the tests of the compiler
    }
  }
  return programs;
}

std::vector<std::vector<double>> evaluate_both_ways(const Program& program,
                                                    const std::vector<std::vector<double>>& points) {
  Evaluator evaluator(program);
  Tile tile(program.variables().size());
  std::vector<std::vector<double>> results;
  for (std::size_t start = 0; start < points.size(); start += kTileSize) {
    const std::size_t count = std::min(kTileSize, points.size() - start);
    tile.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t k = 0; k < tile.variables(); ++k) tile.mutable_coordinate(k)[i] = points[start + i][k];
    }
    evaluator.evaluate(tile);
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<double> result;
      for (std::size_t k = 0; k < program.outputs().size(); ++k) result.push_back(evaluator.output(k)[i]);
      const std::vector<double> alone = program.evaluate_at(points[start + i]);
      for (std::size_t k = 0; k < result.size(); ++k) {
        EXPECT_TRUE(same_bits(result[k], alone[k])) << "output " << k << " at" << shown(points[start + i]) << ": "
                                                    << result[k] << " on the tile, " << alone[k] << " alone";
      }
      results.push_back(result);
    }
  }
  return results;
}

Program gradient_of(const std::string& formula, const std::vector<std::string>& variables) {
  return differentiate(compile_expression(formula, {variables, {}}));
}

Program output_of(const Program& program, std::size_t output) {
  ProgramBuilder builder(program.variables());
  const std::vector<NodeId> places = builder.insert(program);
  return builder.finish(std::array{places[program.outputs()[output]]});
}

std::vector<double> gradient_at(const std::string& formula, const std::vector<double>& point,
                                const std::vector<std::string>& variables) {
  return evaluate_both_ways(gradient_of(formula, variables), {point})[0];
}

}  // namespace gradfield::test
