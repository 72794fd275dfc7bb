// x,y,f,df_dx,df_dy of x^2+y^2 as CSV. With a fifth argument `once` the coordinates are formatted once, otherwise every
// number of every row is.
#include <algorithm>
#include <string_view>

#include "bands.hpp"
#include "coordinate_texts.hpp"

using namespace gradfield::bench;

int main(int count, char** words) {
  const Arguments arguments = read_arguments(count, words);
  const bool once = count > 5 && std::string_view(words[5]) == "once";
  const std::vector<double> x = axis(arguments.columns), y = axis(arguments.rows);
  const std::vector<CoordinateText> x_texts = coordinate_texts(x);
  constexpr std::size_t kRows = 4;
  BandWriter writer(arguments.file, (y.size() + kRows - 1) / kRows, kRows * x.size() * kLongestRow);
  constexpr std::string_view kHeader = "x,y,f,df_dx,df_dy\n";
  writer.write(kHeader.data(), kHeader.data() + kHeader.size());
  writer.run(arguments.threads, [&](std::size_t band, char* out) {
    for (std::size_t j = band * kRows; j < std::min((band + 1) * kRows, y.size()); ++j) {
      const CoordinateText y_text(y[j]);
      for (std::size_t i = 0; i < x.size(); ++i) {
        out = once ? y_text.copy(x_texts[i].copy(out)) : write_cell(write_cell(out, x[i], ','), y[j], ',');
        out = write_cell(out, x[i] * x[i] + y[j] * y[j], ',');
        out = write_cell(out, 2 * x[i], ',');
        out = write_cell(out, 2 * y[j], '\n');
      }
    }
    return out;
  });
}
