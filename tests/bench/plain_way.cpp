// x,y,f,df_dx,df_dy of sin(x)*cos(y)*exp(-(x^2+y^2)/4) the plain way: muParser asked five times a point, central
// differences, and a stream with as many digits as read back exactly. Arguments: N M FILE.
#include <muParser.h>

#include <cstdlib>
#include <fstream>

int main(int count, char** words) {
  if (count < 4) return 64;
  const int columns = std::atoi(words[1]), rows = std::atoi(words[2]);
  double x = 0, y = 0;
  mu::Parser parser;
  parser.DefineVar("x", &x);
  parser.DefineVar("y", &y);
  parser.SetExpr("sin(x)*cos(y)*exp(-(x^2+y^2)/4)");
  const auto at = [&](double x_at, double y_at) {
    x = x_at;
    y = y_at;
    return parser.Eval();
  };
  std::ofstream file(words[3]);
  file.precision(17);
  file << "x,y,f,df_dx,df_dy\n";
  const double h = 1e-6;
  for (int j = 0; j < rows; ++j) {
    const double v = -3 + 6.0 * j / (rows - 1);
    for (int i = 0; i < columns; ++i) {
      const double u = -3 + 6.0 * i / (columns - 1);
      file << u << ',' << v << ',' << at(u, v) << ',' << (at(u + h, v) - at(u - h, v)) / (2 * h) << ','
           << (at(u, v + h) - at(u, v - h)) / (2 * h) << '\n';
    }
  }
  return file.flush() ? 0 : 74;
}
