// Eigenvalues of symmetric matrices: as they are seen at a glance, and as numpy has them.
#include "analysis/descent/eigenvalues.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <sstream>
#include <vector>

#include "support/process.hpp"

namespace gradfield::test {
namespace {

TEST(SpectralRadius, IsExactWhereTheEigenvaluesAreSeen) {
  EXPECT_EQ(spectral_radius(std::vector{2.0, 0.0, 2.0}, 2), 2);
  EXPECT_EQ(spectral_radius(std::vector{-7.0}, 1), 7);
  EXPECT_EQ(spectral_radius(std::vector{0.0, 1.0, 0.0}, 2), 1) << "1 and -1 are as large";
  EXPECT_EQ(spectral_radius(std::vector{0.0, 0.0, 0.0}, 2), 0);
  EXPECT_DOUBLE_EQ(spectral_radius(std::vector{1e300, 1e300, 1e300}, 2), 2e300);
  EXPECT_DOUBLE_EQ(spectral_radius(std::vector{5e-324, 0.0, -5e-324}, 2), 5e-324);
}

TEST(SpectralRadius, IsThatOfNumpyAndNeverLess) {
  std::mt19937 random(7);
  std::normal_distribution<double> element;
  for (const std::size_t size : {1u, 2u, 3u, 5u, 32u}) {
    std::ostringstream text;
    text.precision(17);
    std::vector<double> upper;
    for (std::size_t i = 0; i < size * (size + 1) / 2; ++i) {
      upper.push_back(element(random));
      text << upper.back() << '\n';
    }
    const std::string expected = run_numpy(
        "import sys, numpy as np\n"
        "n = int(sys.argv[1])\n"
        "a = np.zeros((n, n))\n"
        "a[np.triu_indices(n)] = [float(line) for line in sys.stdin]\n"
        "print(repr(max(abs(np.linalg.eigvalsh(a, UPLO='U')))))",
        {std::to_string(size)}, text.str());
    const double radius = std::strtod(expected.c_str(), nullptr);
    const double computed = spectral_radius(upper, size);
    // 32^(1/2048) = 1.0017; below, the roundings of some thousand operations.
    EXPECT_LE(computed, radius * 1.0018) << size;
    EXPECT_GE(computed, radius * (1 - 1e-12)) << size;
  }
}

TEST(SpectralRadius, IsNanWhereAnElementIsNotFinite) {
  for (const double odd : {std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_TRUE(std::isnan(spectral_radius(std::vector{1.0, odd, 1.0}, 2)));
  }
}

TEST(EigenvalueRange, IsWithinAHundredthOfTheSpectralRadius) {
  struct Row {
    std::vector<double> upper_triangle;
    std::size_t size;
    double least, largest;
  };
  for (const Row& row : {Row{{3, 0, -1}, 2, -1, 3},
                         {{2, 1, 2}, 2, 1, 3},
                         {{0, 1, 0}, 2, -1, 1},
                         {{-5, 0, -1}, 2, -5, -1},
                         {{4}, 1, 4, 4},
                         {{0, 0, 0}, 2, 0, 0},
                         {{2, 0, 0, 1e-3, 0, -1e3}, 3, -1e3, 2},
                         {{1, 1, 1, 1, 1, 1}, 3, 0, 3}}) {
    const EigenvalueRange range = eigenvalue_range(row.upper_triangle, row.size);
    const double unit = 0.01 * std::max(std::fabs(row.least), std::fabs(row.largest));
    EXPECT_NEAR(range.least, row.least, unit) << row.least << " to " << row.largest;
    EXPECT_NEAR(range.largest, row.largest, unit) << row.least << " to " << row.largest;
  }
}

}  // namespace
}  // namespace gradfield::test
