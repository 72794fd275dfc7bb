#include "analysis/descent/eigenvalues.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
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

// By the rotation by an angle t in the plane of i and j after which a_ij is 0: tan(2t) = 2 a_ij / (a_jj - a_ii), the
// smaller of both angles.
Eigensystem eigensystem(std::span<const double> upper_triangle, std::size_t size) {
  // Each sweep squares what is left beside the diagonal, beside the gaps of the eigenvalues; ten are plenty.
  constexpr int kMostSweeps = 30;
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  Eigensystem system{std::vector<double>(size, kNan), {}};
  SquareMatrix vectors(std::vector<double>(size * (size + 1) / 2, 0.0), size), a(upper_triangle, size);
  for (std::size_t i = 0; i < size; ++i) vectors.at(i, i) = 1;
  const double scale = a.largest_element();
  const bool is_finite = std::ranges::all_of(upper_triangle, [](double element) { return std::isfinite(element); });
  if (is_finite && scale > 0) a.divide(scale);  // a square does not overflow then
  for (int sweep = 0; is_finite && sweep < kMostSweeps; ++sweep) {
    bool is_diagonal = true;
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = i + 1; j < size; ++j) {
        const double beside = a.at(i, j), kept = std::fabs(a.at(i, i)) + std::fabs(a.at(j, j));
        if (beside == 0) continue;
        if (kept + std::fabs(beside) * 1e3 == kept) {  // below the rounding of both eigenvalues
          a.at(i, j) = a.at(j, i) = 0;
          continue;
        }
        is_diagonal = false;
        const double theta = (a.at(j, j) - a.at(i, i)) / (2 * beside);
        const double tangent = (theta < 0 ? -1 : 1) / (std::fabs(theta) + std::sqrt(theta * theta + 1));
        const double c = 1 / std::sqrt(tangent * tangent + 1), s = tangent * c;
        const auto rotate = [&](double& u, double& v) {
          const double rotated = c * u - s * v;
          v = s * u + c * v;
          u = rotated;
        };
        for (std::size_t k = 0; k < size; ++k) rotate(a.at(k, i), a.at(k, j));
        for (std::size_t k = 0; k < size; ++k) rotate(a.at(i, k), a.at(j, k));
        for (std::size_t k = 0; k < size; ++k) rotate(vectors.at(k, i), vectors.at(k, j));
        a.at(i, j) = a.at(j, i) = 0;
      }
    }
    if (is_diagonal) break;
  }
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (is_finite) std::ranges::stable_sort(order, {}, [&](std::size_t i) { return a.at(i, i); });
  for (std::size_t place = 0; place < size; ++place) {
    if (is_finite) system.values[place] = scale > 0 ? a.at(order[place], order[place]) * scale : 0;
    std::vector<double>& vector = system.vectors.emplace_back();
    for (std::size_t k = 0; k < size; ++k) vector.push_back(vectors.at(k, order[place]));
  }
  return system;
}

}  // namespace gradfield
