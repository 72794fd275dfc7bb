// --critical as people run it: tables, notes, marks in pictures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "support/commands.hpp"
#include "support/peaks.hpp"
#include "support/svg.hpp"

namespace gradfield::test {
namespace {

using testing::HasSubstr;

TEST(Critical, PointsOfPeaksAreZerosOfItsGradient) {
  const ProcessResult table = run_well({kPeaks, "--critical", "--csv"});
  EXPECT_THAT(table.messages, HasSubstr("all 9 critical points, proved: 3 minima, 3 maxima, 3 saddles"));
  // By differences of numpy, and the eigenvalues by its linear algebra.
  EXPECT_EQ(run_numpy(R"(
import sys, csv, numpy as np
def f(x, y):
    return (3*(1-x)**2*np.exp(-x**2-(y+1)**2) - 10*(x/5-x**3-y**5)*np.exp(-x**2-y**2)
            - np.exp(-(x+1)**2-y**2)/3)
rows = list(csv.DictReader(sys.stdin))
wrong = []
for row in rows:
    x, y, h = float(row['x']), float(row['y']), 1e-4
    g = [(f(x+h, y)-f(x-h, y))/(2*h), (f(x, y+h)-f(x, y-h))/(2*h)]
    xx = (f(x+h, y)-2*f(x, y)+f(x-h, y))/h**2
    yy = (f(x, y+h)-2*f(x, y)+f(x, y-h))/h**2
    xy = (f(x+h, y+h)-f(x+h, y-h)-f(x-h, y+h)+f(x-h, y-h))/(4*h*h)
    low, high = np.linalg.eigvalsh([[xx, xy], [xy, yy]])
    kind = 'minimum' if low > 0 else 'maximum' if high < 0 else 'saddle'
    near = lambda a, b: abs(a-b) < 1e-4*max(1, abs(b))
    if not (abs(f(x, y)-float(row['f'])) < 1e-12 and max(map(abs, g)) < 1e-6 and row['kind'] == kind
            and near(float(row['lambda1']), low) and near(float(row['lambda2']), high) and row['proved'] == '1'):
        wrong.append(row)
print(len(rows), wrong)
)",
                      {}, table.output),
            "9 []\n");
}

TEST(Critical, NotesSayWhetherTheyAreAll) {
  const std::map<std::string, std::string> notes{
      {"x+y", "no critical point in the ranges, proved"},
      {"max(x,y)", "no critical point in the ranges, proved but at kinks and poles"},
      {"1/(x^2+y^2)", "no critical point in the ranges, proved but at kinks and poles"},
      {"x^2+y^2", "the one critical point, proved: 1 minimum"},
      {"x^4+y^4", "the one critical point, not proved: 1 minimum"},
      {"abs(x)+abs(y)", "the one critical point, not proved: 1 kink minimum"},
      {"x^2", "f is level along a curve: x = 0, y from -3 to 3"},
      {"7", "f is level on a region: x from -3 to 3, y from -3 to 3"},
      {"(x-3)^2+y^2", "the one critical point, proved: 1 minimum; 1 on the border of the ranges"},
  };
  for (const auto& [formula, note] : notes) {
    EXPECT_THAT(run_well({formula, "--critical", "--csv"}).messages, HasSubstr(note)) << formula;
  }
}

TEST(Critical, KeepsToRangesConditionsColumnsAndFormats) {
  EXPECT_EQ(run_well({"x^2+y^2", "--critical", "--x", "1:2", "--csv"}).output,
            "x,y,f,kind,lambda1,lambda2,norm,proved\n");
  const ProcessResult half =
      run_well({"sin(x)*y+cos(x)", "--critical", "--where", "x>0", "--csv", "--columns", "x,kind"});
  EXPECT_THAT(lines_of(half.output), testing::Each(testing::Not(testing::StartsWith("-")))) << half;
  EXPECT_EQ(run_well({"sin(x)", "--vars", "x", "--critical", "--csv", "--columns", "kind,f,lambda1"}).output,
            "kind,f,lambda1\nminimum,-1,1\nmaximum,1,-1\n");
  EXPECT_EQ(run_well({"x^2-y^2+z", "--vars", "x,y,z", "--range", "z=2:2:1", "--critical", "--csv"}).output,
            "x,y,z,f,kind,lambda1,lambda2,norm,proved\n0,0,2,2,saddle,-2,2,0,1\n");
  EXPECT_EQ(run_gradfield({"x*y", "--critical", "--check"}).exit_code, 64);
  EXPECT_EQ(run_gradfield({"x*y", "--critical", "--csv", "--path", "1,1"}).exit_code, 64);
}

// Marks at their places, told in the key and in the description.
TEST(Critical, PointsAreMarkedInPictures) {
  const ProcessResult drawn = run_well({"x*y*exp(-x^2-y^2)", "--x", "-2:2", "--y", "-2:2", "--critical", "-f", "svg"});
  for (const char* words : {"2 minima", "2 maxima", "1 saddle", "−0.184", "0.184"}) {
    EXPECT_THAT(drawn.output, HasSubstr(words));
  }
  EXPECT_THAT(drawn.output, HasSubstr("At (0, 0) f has a saddle, 0."));
  const std::string script = run_well({"x^2+(y-1)^2", "--critical", "-f", "gp"}).output;
  const std::size_t block = script.find("$critical << EOD\n");
  ASSERT_NE(block, std::string::npos);
  // The outline of one mark: around (0, 1).
  std::istringstream rows(script.substr(script.find('\n', block) + 1));
  double x = 0, y = 0, x_sum = 0, y_sum = 0;
  int count = 0;
  for (std::string line; std::getline(rows, line) && line != "EOD";) {
    if (std::istringstream(line) >> x >> y && count < 3) {
      x_sum += x;
      y_sum += y;
      ++count;
    }
  }
  ASSERT_EQ(count, 3);
  EXPECT_NEAR(x_sum / 3, 0, 1e-6);
  EXPECT_NEAR(y_sum / 3, 1, 1e-6);
}

// On surfaces, in space and on curves too.
TEST(Critical, PointsAreMarkedInEveryKindOfPicture) {
  struct Row {
    std::vector<std::string> words;
    std::vector<std::string> texts;
  };
  for (const Row& row :
       std::vector<Row>{{{"5*exp(-x^2-y^2)", "--surface"}, {"1 maximum", "At (0, 0) f has a maximum, 5."}},
                        {{"x^2+y^2+z^2+7", "--vars", "x,y,z"}, {"1 minimum", "At (0, 0, 0) f has a minimum, 7."}}}) {
    std::vector<std::string> words = row.words;
    words.insert(words.end(), {"--critical", "-f", "svg"});
    const ProcessResult drawn = run_well(words);
    for (const std::string& text : row.texts) EXPECT_THAT(drawn.output, HasSubstr(text)) << row.words[0];
  }
  const ProcessResult curve = run_well({"sin(x)", "--vars", "x", "--critical", "-f", "svg"});
  EXPECT_THAT(curve.messages, HasSubstr("both critical points, proved: 1 minimum, 1 maximum"));
  EXPECT_NE(curve.output, run_well({"sin(x)", "--vars", "x", "-f", "svg"}).output);
}

}  // namespace
}  // namespace gradfield::test
