// Published test functions of several variables through the real binary, at single points: the bytes of its table are
// the numbers of high precision to rounding, and those of a program run in this process to the last bit.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/process.hpp"
#include "support/reference.hpp"
#include "support/test_functions.hpp"

namespace gradfield::test {
namespace {

std::string seventeen_digits(double value) {
  std::ostringstream out;
  out.precision(17);
  out << value;
  return out.str();
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ",") + word;
  return text;
}

// One variable, two, three, and as many as there are; the longest formula of all.
TEST(TestFunctions, AreRightInTheTablesOfTheBinary) {
  const auto references = read_test_function_references();
  const std::set<std::string> chosen{"Forrester", "Goldstein-Price", "Helical valley", "Mishra 11",
                                     "Shekel 10", "Biggs EXP6",      "Trid 10",        "Osborne 2"};
  std::size_t rows = 0;
  for (const TestFunction& function : read_test_functions()) {
    if (!chosen.contains(function.name)) continue;
    std::vector<std::string> header = function.variables;
    header.push_back("f");
    for (const std::string& name : function.variables) header.push_back("df_d" + name);
    for (std::size_t i = 0; i < 3; ++i) {
      const ReferenceRow& row = references.at(function.name).at(i);
      std::vector<std::string> words{function.formula, "--csv", "--vars", joined(function.variables)};
      for (std::size_t k = 0; k < row.point.size(); ++k) {
        const std::string end = seventeen_digits(row.point[k]);
        words.push_back("--range");
        words.push_back(function.variables[k] + "=" + end + ":" + end + ":1");
      }
      const ProcessResult result = run_gradfield(words);
      ASSERT_EQ(result.exit_code, 0) << result;
      const std::vector<std::string> lines = lines_of(result.output);
      ASSERT_EQ(lines.size(), 2u) << result;
      EXPECT_EQ(lines[0], joined(header));
      const std::vector<double> expected = gradient_at(function.formula, row.point, function.variables);
      std::istringstream cells(lines[1]);
      std::string cell;
      for (const double coordinate : row.point) {
        std::getline(cells, cell, ',');
        EXPECT_EQ(std::strtod(cell.c_str(), nullptr), coordinate) << row.text;
      }
      for (std::size_t k = 0; k < expected.size(); ++k) {
        ASSERT_TRUE(std::getline(cells, cell, ',')) << result;
        const double value = std::strtod(cell.c_str(), nullptr);
        EXPECT_TRUE(value == expected[k] || (std::isnan(value) && std::isnan(expected[k]))) << row.text << '\n'
                                                                                            << result;
        // 8 units: as in expression/test_functions_test.cpp.
        EXPECT_LE(units_of_condition(value, row.outputs[k]), 8) << row.text << '\n' << result;
      }
      ++rows;
    }
  }
  EXPECT_EQ(rows, 3 * chosen.size());
}

}  // namespace
}  // namespace gradfield::test
