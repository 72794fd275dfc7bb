// x,y,f,df_dx,df_dy of sin(x)*cos(y)*exp(-(x^2+y^2)/4) as CSV, the program one would write by hand for it.
#include <algorithm>
#include <string_view>

#include "bands.hpp"
#include "coordinate_texts.hpp"
#include "wave.hpp"

using namespace gradfield::bench;

int main(int count, char** words) {
  const Arguments arguments = read_arguments(count, words);
  const std::vector<double> x = axis(arguments.columns), y = axis(arguments.rows);
  const std::vector<CoordinateText> x_texts = coordinate_texts(x);
  const Wave wave(x);
  constexpr std::size_t kRows = 4;
  BandWriter writer(arguments.file, (y.size() + kRows - 1) / kRows, kRows * x.size() * kLongestRow);
  constexpr std::string_view kHeader = "x,y,f,df_dx,df_dy\n";
  writer.write(kHeader.data(), kHeader.data() + kHeader.size());
  writer.run(arguments.threads, [&](std::size_t band, char* out) {
    thread_local WaveRow row(x.size());
    for (std::size_t j = band * kRows; j < std::min((band + 1) * kRows, y.size()); ++j) {
      wave.evaluate(y[j], row);
      const CoordinateText y_text(y[j]);
      for (std::size_t i = 0; i < x.size(); ++i) {
        out = y_text.copy(x_texts[i].copy(out));
        out = write_cell(out, row.f[i], ',');
        out = write_cell(out, row.fx[i], ',');
        out = write_cell(out, row.fy[i], '\n');
      }
    }
    return out;
  });
}
