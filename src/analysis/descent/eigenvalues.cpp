#include "analysis/descent/eigenvalues.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

// The row sums exceed the spectral radius of A^(2^m) at most by the factor sqrt(32) for 32 rows, and its root by
// 32^(1/2^(m+1)): with 10 squares 1.0017.
constexpr int kSquarings = 10;

class SquareMatrix {
 public:
  SquareMatrix(std::span<const double> upper_triangle, std::size_t size) : size_(size), elements_(size * size) {
    for (std::size_t i = 0, place = 0; i < size; ++i) {
      for (std::size_t j = i; j < size; ++j) at(i, j) = at(j, i) = upper_triangle[place++];
    }
  }

  double& at(std::size_t i, std::size_t j) { return elements_[i * size_ + j]; }

  double largest_row_sum() const {
    double largest = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      double sum = 0;
      for (std::size_t j = 0; j < size_; ++j) sum += std::fabs(elements_[i * size_ + j]);
      largest = std::max(largest, sum);
    }
    return largest;
  }

  double largest_element() const {
    double largest = 0;
    for (const double element : elements_) largest = std::max(largest, std::fabs(element));
    return largest;
  }

  void divide(double divisor) {
    for (double& element : elements_) element /= divisor;
  }

  void square() {
    std::vector<double> result(elements_.size());
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t k = 0; k < size_; ++k) {
        for (std::size_t j = 0; j < size_; ++j) result[i * size_ + j] += at(i, k) * at(k, j);
      }
    }
    elements_ = std::move(result);
  }

 private:
  std::size_t size_;
  std::vector<double> elements_;
};

}  // namespace

double spectral_radius(std::span<const double> upper_triangle, std::size_t size) {
  if (!std::ranges::all_of(upper_triangle, [](double element) { return std::isfinite(element); })) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  SquareMatrix matrix(upper_triangle, size);
  // By the largest element first: the sum of a row may overflow. A square of numbers near 1 does not.
  const double scale = matrix.largest_element();
  if (scale == 0) return 0;
  matrix.divide(scale);
  double radius = 1, root = 1;  // radius^(2^m) is what was divided out of A^(2^m), root is 1/2^m
  for (int m = 0; m <= kSquarings; ++m, root /= 2) {
    const double sum = matrix.largest_row_sum();
    radius *= power(sum, root);  // the kernel's, with the same bits on every machine
    matrix.divide(sum);
    matrix.square();
  }
  return radius * scale;
}

// Moved by the radius along the diagonal, no eigenvalue is negative, and the largest is the radius of the moved matrix.
EigenvalueRange eigenvalue_range(std::span<const double> upper_triangle, std::size_t size) {
  const double radius = spectral_radius(upper_triangle, size);
  const auto largest_of = [&](double sign) {
    std::vector<double> moved;
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = i; j < size; ++j)
        moved.push_back(sign * upper_triangle[moved.size()] + (i == j ? radius : 0));
    }
    return spectral_radius(moved, size) - radius;
  };
  return {-largest_of(-1), largest_of(1)};
}

}  // namespace gradfield
