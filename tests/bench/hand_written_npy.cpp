// f,df_dx,df_dy of sin(x)*cos(y)*exp(-(x^2+y^2)/4) as a structured array in NPY format 1.0 (NumPy's documentation,
// numpy.lib.format).
#include <algorithm>
#include <cstring>
#include <string>

#include "bands.hpp"
#include "wave.hpp"

using namespace gradfield::bench;

int main(int count, char** words) {
  const Arguments arguments = read_arguments(count, words);
  const std::vector<double> x = axis(arguments.columns), y = axis(arguments.rows);
  const Wave wave(x);
  std::string header =
      "{'descr': [('f', '<f8'), ('df_dx', '<f8'), ('df_dy', '<f8')], 'fortran_order': False, 'shape': (" +
      std::to_string(y.size()) + ", " + std::to_string(x.size()) + "), }";
  // Ten bytes before it, a line end behind it, and a multiple of 64 in all.
  header.resize((header.size() + 11 + 63) / 64 * 64 - 11, ' ');
  header += '\n';
  std::string start("\x93NUMPY\x01\x00", 8);
  start += static_cast<char>(header.size() % 256);
  start += static_cast<char>(header.size() / 256);
  start += header;

  constexpr std::size_t kRows = 4;
  constexpr std::size_t kPoint = 3 * sizeof(double);
  BandWriter writer(arguments.file, (y.size() + kRows - 1) / kRows, kRows * x.size() * kPoint);
  writer.write(start.data(), start.data() + start.size());
  writer.run(arguments.threads, [&](std::size_t band, char* out) {
    thread_local WaveRow row(x.size());
    for (std::size_t j = band * kRows; j < std::min((band + 1) * kRows, y.size()); ++j) {
      wave.evaluate(y[j], row);
      for (std::size_t i = 0; i < x.size(); ++i, out += kPoint) {
        // + 0.0: a negative zero becomes 0.
        const double point[] = {row.f[i] + 0.0, row.fx[i] + 0.0, row.fy[i] + 0.0};
        std::memcpy(out, point, kPoint);
      }
    }
    return out;
  });
}
