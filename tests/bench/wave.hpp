// f = sin(x)*cos(y)*exp(-(x^2+y^2)/4) and its gradient, by hand: what depends on x alone or y alone once a column or a
// row, one exponential a point, four at a time where the processor has AVX.
//   df/dx = cos(y)*exp(..)*(cos(x) - x/2*sin(x)),  df/dy = sin(x)*exp(..)*(-sin(y) - y/2*cos(y))
#pragma once

#include <immintrin.h>
#include <sleef.h>

#include <cstddef>
#include <vector>

// sleef.h declares the wide functions only where the whole file is compiled for them.
extern "C" [[gnu::target("avx")]] __m256d Sleef_cinz_expd4_u10avx(__m256d);

namespace gradfield::bench {

/// Of one row, `count` values each.
struct WaveRow {
  explicit WaveRow(std::size_t count) : f(count), fx(count), fy(count) {}

  std::vector<double> f, fx, fy;
};

class Wave {
 public:
  explicit Wave(const std::vector<double>& x) : squares_(x.size()), sines_(x.size()), slopes_(x.size()) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      squares_[i] = x[i] * x[i];
      sines_[i] = Sleef_cinz_sind1_u10purec(x[i]);
      slopes_[i] = Sleef_cinz_cosd1_u10purec(x[i]) - x[i] / 2 * sines_[i];
    }
  }

  /// The row at `y`.
  void evaluate(double y, WaveRow& row) const {
    const double cosine = Sleef_cinz_cosd1_u10purec(y);
    const double slope = -Sleef_cinz_sind1_u10purec(y) - y / 2 * cosine;
    static const bool has_avx = __builtin_cpu_supports("avx");
    const std::size_t done = has_avx ? evaluate_fours(y * y, cosine, slope, row) : 0;
    for (std::size_t i = done; i < squares_.size(); ++i) {
      const double factor = Sleef_cinz_expd1_u10purec(-(squares_[i] + y * y) / 4);
      row.f[i] = sines_[i] * cosine * factor;
      row.fx[i] = slopes_[i] * cosine * factor;
      row.fy[i] = sines_[i] * slope * factor;
    }
  }

 private:
  [[gnu::target("avx")]] std::size_t evaluate_fours(double square, double cosine, double slope, WaveRow& row) const {
    const __m256d squares = _mm256_set1_pd(square), cosines = _mm256_set1_pd(cosine), slopes = _mm256_set1_pd(slope);
    std::size_t i = 0;
    for (; i + 4 <= squares_.size(); i += 4) {
      const __m256d sum = _mm256_add_pd(_mm256_loadu_pd(&squares_[i]), squares);
      const __m256d factor = Sleef_cinz_expd4_u10avx(_mm256_mul_pd(sum, _mm256_set1_pd(-0.25)));
      const __m256d sine = _mm256_loadu_pd(&sines_[i]);
      const __m256d by_cosine = _mm256_mul_pd(_mm256_loadu_pd(&slopes_[i]), cosines);
      _mm256_storeu_pd(&row.f[i], _mm256_mul_pd(_mm256_mul_pd(sine, cosines), factor));
      _mm256_storeu_pd(&row.fx[i], _mm256_mul_pd(by_cosine, factor));
      _mm256_storeu_pd(&row.fy[i], _mm256_mul_pd(_mm256_mul_pd(sine, slopes), factor));
    }
    return i;
  }

  std::vector<double> squares_, sines_, slopes_;  // of x
};

}  // namespace gradfield::bench
