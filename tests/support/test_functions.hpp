// Published test functions of optimisation: their formulas, and their values and slopes to 50 digits
// (data/test_functions.csv, data/test_function_references.csv).
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gradfield::test {

/// One line of test_functions.csv.
struct TestFunction {
  std::string name;
  std::vector<std::string> variables;
  std::vector<std::pair<double, double>> domain;  // a range for each variable
  std::string formula;
};
std::vector<TestFunction> read_test_functions();

/// A number of test_function_references.csv and K, the condition of computing it (make_test_function_references.py says
/// what that is): 2^-53 K bounds to first order the error of the formula as written. K is infinite where a kink or a
/// pole lies within rounding, and the number is left open.
struct Reference {
  long double exact = 0;  // 11 bits beyond a double: enough to measure the error of one
  double condition = 0;
};

/// Of a published minimum, how its slope in one variable comes to be 0.
struct ZeroSlope {
  enum Kind { kSmooth, kAtEdge, kAtKink } kind = kSmooth;
  double reach = 0;  // of a smooth one: how far rounding the minimiser to doubles may carry the slope from 0
};

/// One line: a function at one point.
struct ReferenceRow {
  std::vector<double> point;
  std::vector<Reference> outputs;      // the value, then the slope in each variable
  std::vector<ZeroSlope> zero_slopes;  // one a variable at a published minimum; else empty
  std::string text;                    // the line itself, for failures
};
std::map<std::string, std::vector<ReferenceRow>> read_test_function_references();

/// Whether nothing is known of the number.
bool is_open(const Reference& reference);

/// |computed - exact| in units of 2^-53 K: 0 for equal numbers, for two nans, and where the reference is open; infinite
/// where only one is nan or infinite.
double units_of_condition(double computed, const Reference& reference);

}  // namespace gradfield::test
