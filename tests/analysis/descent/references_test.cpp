// The optimisers against those of others: PyTorch's, step by step, and the ends of scipy's BFGS. Their data were made
// once, by tests/data/make_optimizers.py and make_minimizers.py.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <tuple>

#include "analysis/descent/optimizers.hpp"
#include "support/descent.hpp"

namespace gradfield::test {
namespace {

std::vector<std::vector<std::string>> rows_of_file(const std::string& name) {
  std::ifstream file(GRADFIELD_TEST_DATA "/" + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ';');) rows.back().push_back(cell);
  }
  EXPECT_GT(rows.size(), 1u) << name;
  rows.erase(rows.begin());
  return rows;
}

TEST(References, HaveThePathsOfPyTorchStepByStep) {
  using Key = std::tuple<std::string, std::string, std::string>;  // formula, optimiser, rate
  std::map<Key, std::vector<std::vector<std::string>>> paths;
  for (const std::vector<std::string>& row : rows_of_file("optimizers.csv")) {
    paths[{row[0], row[1], row[2]}].push_back(row);
  }
  EXPECT_EQ(paths.size(), 60u) << "six optimisers on ten functions";
  double worst = 0;
  for (const auto& [key, rows] : paths) {
    const auto& [formula, name, rate] = key;
    DescentSetup setup{square_box(100)};
    setup.optimizer = find_optimizer(name);
    ASSERT_NE(setup.optimizer, nullptr) << name;
    setup.rate = std::stod(rate);
    setup.iterations = 200;
    setup.until = 0;  // they do not stop where the gradient has all but gone
    const DescentPath path = path_of(formula, {std::stod(rows[0][4]), std::stod(rows[0][5])}, setup);
    double largest[] = {0, 0};
    for (const std::vector<std::string>& row : rows) {
      // A path of which no coordinate moves any more has ended.
      const std::size_t step = std::min<std::size_t>(std::stoul(row[3]), path.steps());
      for (const std::size_t k : {0u, 1u}) {
        const double expected = std::stod(row[4 + k]);
        largest[k] = std::max(largest[k], std::fabs(expected));
        const double apart = std::fabs(path.coordinates[k][step] - expected) / largest[k];
        worst = std::max(worst, apart);
        EXPECT_LT(apart, 1e-12) << name << " on " << formula << ", step " << row[3];
      }
    }
  }
  EXPECT_LT(worst, 1e-14) << "as it was measured, 7e-16: some roundings, which no descent lets grow";
}

TEST(References, HaveTheEndsOfBfgsInScipy) {
  for (const std::vector<std::string>& row : rows_of_file("minimizers.csv")) {
    DescentSetup setup{square_box(100)};
    setup.optimizer = find_optimizer("bfgs");
    const DescentPath path = path_of(row[0], {std::stod(row[1]), std::stod(row[2])}, setup);
    EXPECT_EQ(path.ending.outcome, Outcome::kMinimum) << row[0];
    // Beside a minimum f tells coordinates to the root of its rounding.
    for (const std::size_t k : {0u, 1u}) {
      EXPECT_NEAR(path.coordinates[k].back(), std::stod(row[3 + k]), 2e-8) << row[0];
    }
    EXPECT_LE(path.f.back(), std::stod(row[5]) + 1e-15) << row[0];
    EXPECT_LT(path.steps(), 60u) << row[0];
  }
}

}  // namespace
}  // namespace gradfield::test
