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

TEST(Eigensystem, HasTheEigenvaluesThatAreSeen) {
  struct Row {
    std::vector<double> upper_triangle;
    std::size_t size;
    std::vector<double> values;
  };
  for (const Row& row : {Row{{3, 0, -1}, 2, {-1, 3}},
                         {{2, 1, 2}, 2, {1, 3}},
                         {{0, 1, 0}, 2, {-1, 1}},
                         {{-5, 0, -1}, 2, {-5, -1}},
                         {{4}, 1, {4}},
                         {{0, 0, 0}, 2, {0, 0}},
                         {{2, 0, 0, 1e-3, 0, -1e3}, 3, {-1e3, 1e-3, 2}},
                         {{1, 1, 1, 1, 1, 1}, 3, {0, 0, 3}},
                         {{1e300, 1e300, 1e300}, 2, {0, 2e300}}}) {
    const Eigensystem system = eigensystem(row.upper_triangle, row.size);
    const double unit = 4e-16 * std::max(std::fabs(row.values.front()), std::fabs(row.values.back()));
    for (std::size_t k = 0; k < row.size; ++k) EXPECT_NEAR(system.values[k], row.values[k], unit) << k;
  }
  EXPECT_TRUE(std::isnan(eigensystem(std::vector{1.0, std::nan(""), 1.0}, 2).values[0]));
}

// Against the definition: A v = lambda v, vectors of length 1, orthogonal; and the values are numpy's.
TEST(Eigensystem, IsThatOfNumpy) {
  std::mt19937 random(11);
  std::normal_distribution<double> element;
  for (const std::size_t size : {2u, 3u, 5u, 32u}) {
    std::ostringstream text;
    text.precision(17);
    std::vector<double> upper;
    for (std::size_t i = 0; i < size * (size + 1) / 2; ++i) {
      upper.push_back(element(random));
      text << upper.back() << '\n';
    }
    const Eigensystem system = eigensystem(upper, size);
    std::vector<std::vector<double>> matrix(size, std::vector<double>(size));
    for (std::size_t i = 0, place = 0; i < size; ++i) {
      for (std::size_t j = i; j < size; ++j) matrix[i][j] = matrix[j][i] = upper[place++];
    }
    std::istringstream expected(
        run_numpy("import sys, numpy as np\n"
                  "n = int(sys.argv[1])\n"
                  "a = np.zeros((n, n))\n"
                  "a[np.triu_indices(n)] = [float(line) for line in sys.stdin]\n"
                  "for v in np.linalg.eigvalsh(a, UPLO='U'): print(repr(float(v)))",
                  {std::to_string(size)}, text.str()));
    // Four roundings of the spectral radius, about 2*sqrt(size), for each variable.
    const double unit = 4.4e-16 * static_cast<double>(size) * 2 * std::sqrt(static_cast<double>(size));
    for (std::size_t k = 0; k < size; ++k) {
      double value = 0;
      ASSERT_TRUE(expected >> value);
      EXPECT_NEAR(system.values[k], value, unit) << size << ": " << k;
      for (std::size_t i = 0; i < size; ++i) {
        double product = 0, cosine = 0;
        for (std::size_t j = 0; j < size; ++j) product += matrix[i][j] * system.vectors[k][j];
        for (std::size_t j = 0; j < size; ++j) cosine += system.vectors[i][j] * system.vectors[k][j];
        EXPECT_NEAR(product, value * system.vectors[k][i], unit) << size << ": " << k;
        EXPECT_NEAR(cosine, i == k ? 1 : 0, unit) << size << ": " << i << ", " << k;
      }
    }
  }
}

}  // namespace
}  // namespace gradfield::test
