// Which columns a table has, and their values from fields made by hand.
#include "table/columns.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <random>

#include "base/error.hpp"
#include "base/numbers/number.hpp"
#include "kernel/mathematics.hpp"
#include "support/numbers.hpp"

namespace gradfield::test {
namespace {

using testing::ElementsAre;

std::vector<std::string> names_of(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(column.name);
  return names;
}

// The columns of that list, of a field of `content`.
std::vector<Column> choose_columns(std::string_view list, const FieldContent& content) {
  return choose_among(available_columns(content), list);
}

// The value of one column at one point of gradient `slopes`; the point is (10, 20, ...) and f is 7.
double value_of(const std::string& name, const std::vector<double>& slopes, bool descent = false) {
  const std::vector<std::string> all{"x", "y", "z", "w"};
  const std::vector<std::string> variables(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(slopes.size()));
  const std::vector<Column> columns = choose_columns(name, {variables, descent});
  Tile tile(slopes.size());
  tile.resize(1);
  for (std::size_t k = 0; k < slopes.size(); ++k) tile.mutable_coordinate(k)[0] = 10.0 * static_cast<double>(k + 1);
  const double f = 7;
  GradientTile values;
  values.f = std::span(&f, 1);
  for (const double& slope : slopes) values.slopes.emplace_back(&slope, 1);
  std::vector<double> scratch(kTileSize);
  return columns.at(0).values(tile, values, columns[0].index, scratch.data())[0];
}

std::string refusal(const std::string& list, const std::vector<std::string>& variables = {"x", "y"},
                    bool descent = false) {
  try {
    choose_columns(list, {variables, descent});
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::kUsage) << list;
    return error.what();
  }
  return "accepted";
}

TEST(DefaultColumns, AreTheVariablesTheValueAndTheSlopes) {
  EXPECT_THAT(names_of(default_columns(available_columns({{"x", "y"}}))), ElementsAre("x", "y", "f", "df_dx", "df_dy"));
  EXPECT_THAT(names_of(default_columns(available_columns({{"x", "y"}, true}))),
              ElementsAre("x", "y", "f", "descent_x", "descent_y"));
  EXPECT_THAT(names_of(default_columns(available_columns({{"t"}}))), ElementsAre("t", "f", "df_dt"));
  EXPECT_THAT(names_of(default_columns(available_columns({{"a", "bb", "c_1"}}))),
              ElementsAre("a", "bb", "c_1", "f", "df_da", "df_dbb", "df_dc_1"));
}

TEST(AvailableColumns, HaveAnAngleInThePlaneOnly) {
  EXPECT_THAT(names_of(available_columns({{"x"}})), ElementsAre("x", "f", "df_dx", "norm", "laplacian"));
  EXPECT_THAT(names_of(available_columns({{"x", "y"}})),
              ElementsAre("x", "y", "f", "df_dx", "df_dy", "norm", "angle", "laplacian"));
  EXPECT_THAT(names_of(available_columns({{"x", "y", "z"}, true})),
              ElementsAre("x", "y", "z", "f", "descent_x", "descent_y", "descent_z", "norm", "laplacian"));
}

TEST(AvailableColumns, FollowWhatTheFieldHolds) {
  EXPECT_THAT(names_of(available_columns({{"x", "y"}, false, true, true})),
              ElementsAre("x", "y", "f", "df_dx", "df_dy", "df_dx_error", "df_dy_error", "d2f_dx2", "d2f_dxdy",
                          "d2f_dy2", "norm", "angle", "laplacian"));
  EXPECT_THAT(names_of(default_columns(available_columns({{"u"}, true, true, true}))),
              ElementsAre("u", "f", "descent_u", "descent_u_error", "d2f_du2"));
}

TEST(PartsOf, AreWhatTheColumnsAreMadeOf) {
  struct Row {
    const char* columns;
    bool f;
    std::vector<bool> slopes, second;
  };
  for (const Row& row : {Row{"x", false, {false, false}, {false, false, false}},
                         {"y,f", true, {false, false}, {false, false, false}},
                         {"df_dy", false, {false, true}, {false, false, false}},
                         {"norm", false, {true, true}, {false, false, false}},
                         {"angle,x", false, {true, true}, {false, false, false}},
                         {"df_dx_error", false, {true, false}, {false, false, false}},
                         {"d2f_dxdy", false, {false, false}, {false, true, false}},
                         {"laplacian,f", true, {false, false}, {true, false, true}}}) {
    const GradientParts parts = parts_of(choose_columns(row.columns, {{"x", "y"}, false, true, true}), 2);
    EXPECT_EQ(parts.f, row.f) << row.columns;
    EXPECT_EQ(parts.slopes, row.slopes) << row.columns;
    EXPECT_EQ(parts.second, row.second) << row.columns;
  }
}

TEST(Laplacian, IsTheSumOfTheHessiansDiagonal) {
  // Three variables: the triangle by rows is xx xy xz yy yz zz.
  const std::vector<double> triangle{1, 100, 100, 10, 100, 1000};
  Tile tile(3);
  tile.resize(1);
  GradientTile values;
  for (const double& second : triangle) values.second.emplace_back(&second, 1);
  values.slopes.resize(3);
  std::vector<double> scratch(kTileSize);
  const Column column = choose_columns("laplacian", {{"x", "y", "z"}}).at(0);
  EXPECT_EQ(column.values(tile, values, column.index, scratch.data())[0], 1011);
}

TEST(ChooseColumns, KeepsTheOrderOfTheListAndRepetitions) {
  EXPECT_THAT(names_of(choose_columns("angle,f,y,f", {{"x", "y"}})), ElementsAre("angle", "f", "y", "f"));
  EXPECT_THAT(names_of(choose_columns("df_dy", {{"x", "y"}})), ElementsAre("df_dy"));
}

TEST(ChooseColumns, OverlooksBlanksAroundNames) {
  EXPECT_THAT(names_of(choose_columns(" x, f ,df_dx", {{"x", "y"}})), ElementsAre("x", "f", "df_dx"));
  EXPECT_EQ(refusal("df dx"), "--columns: there is no column 'df dx'; did you mean 'df_dx'?");
}

TEST(ChooseColumns, NamesTheUnknownColumnAndTheClosest) {
  EXPECT_EQ(refusal("x,nrom"), "--columns: there is no column 'nrom'; did you mean 'norm'?");
  EXPECT_EQ(refusal("df_dX"), "--columns: there is no column 'df_dX'; did you mean 'df_dx'?");
  EXPECT_EQ(refusal("descent_x,f"),
            "--columns: there is no column 'descent_x'; there are x, y, f, df_dx, df_dy, norm, angle and laplacian");
  EXPECT_EQ(refusal("df_dx", {"x"}, true),
            "--columns: there is no column 'df_dx'; there are x, f, descent_x, norm and laplacian");
  EXPECT_EQ(refusal("angle", {"x", "y", "z"}),
            "--columns: there is no column 'angle'; there are x, y, z, f, df_dx, df_dy, df_dz, norm and laplacian");
}

TEST(ChooseColumns, RefusesEmptyNames) {
  for (const std::string list : {"", " ", ",", "x,", ",x", "x,,y", "x, ,y"}) {
    EXPECT_THAT(refusal(list), testing::StartsWith("--columns: there is no column ''; there are x, y,"))
        << "'" << list << "'";
  }
}

TEST(Columns, TakeTheirValuesFromTheirOwnVariable) {
  const std::vector<double> slopes{1.5, -2.5, 4};
  EXPECT_EQ(value_of("x", slopes), 10);
  EXPECT_EQ(value_of("y", slopes), 20);
  EXPECT_EQ(value_of("z", slopes), 30);
  EXPECT_EQ(value_of("f", slopes), 7);
  EXPECT_EQ(value_of("df_dx", slopes), 1.5);
  EXPECT_EQ(value_of("df_dy", slopes), -2.5);
  EXPECT_EQ(value_of("df_dz", slopes), 4);
  EXPECT_EQ(value_of("descent_x", slopes, true), -1.5);
  EXPECT_EQ(value_of("descent_y", slopes, true), 2.5);
  EXPECT_EQ(value_of("descent_z", slopes, true), -4);
}

TEST(NormColumn, IsTheLengthOfTheGradientWithoutOverflowOrUnderflow) {
  EXPECT_EQ(value_of("norm", {-3}), 3);
  EXPECT_EQ(value_of("norm", {3, -4}), 5);
  EXPECT_EQ(value_of("norm", {2, -3, 6}), 7);
  EXPECT_EQ(value_of("norm", {1, 1, 1, 1}), 2);
  EXPECT_EQ(value_of("norm", {0, 0}), 0);
  EXPECT_THAT(value_of("norm", {3e300, 4e300}), WithinRoundings(5e300, 1));
  EXPECT_THAT(value_of("norm", {3e-320, 4e-320}), WithinRoundings(5e-320, 1));
  EXPECT_EQ(value_of("norm", {-kInfinity, 2}), kInfinity);
  EXPECT_TRUE(std::isnan(value_of("norm", {kNan, 2})));
  EXPECT_EQ(value_of("norm", {3, -4}, true), 5) << "the way down is as steep";
}

TEST(AngleColumn, IsExactInTheEightMainDirections) {
  for (const double length : {1.0, 3.0, 0.1, 1e300, 1e-300}) {
    const double a = length;
    EXPECT_EQ(value_of("angle", {a, 0}), 0);
    EXPECT_EQ(value_of("angle", {a, a}), 45);
    EXPECT_EQ(value_of("angle", {0, a}), 90);
    EXPECT_EQ(value_of("angle", {-a, a}), 135);
    EXPECT_EQ(value_of("angle", {-a, 0}), 180);
    EXPECT_EQ(value_of("angle", {-a, -a}), -135);
    EXPECT_EQ(value_of("angle", {0, -a}), -90);
    EXPECT_EQ(value_of("angle", {a, -a}), -45);
  }
}

TEST(AngleColumn, IsNeverMinus180) {
  for (const double below : {-0.0, -5e-324, -1e-300, -1e-17, -1e-16}) {
    EXPECT_EQ(value_of("angle", {-1, below}), 180) << below;
    EXPECT_EQ(value_of("angle", {1, -below}, true), 180) << below << " on the way down";
  }
  EXPECT_GT(value_of("angle", {-1, -1e-15}), -180);
  EXPECT_LT(value_of("angle", {-1, -1e-15}), -179.9999);
}

TEST(AngleColumn, OfTheZeroVectorAndOfNanIsNan) {
  for (const double x : {0.0, -0.0}) {
    for (const double y : {0.0, -0.0}) {
      EXPECT_TRUE(std::isnan(value_of("angle", {x, y})));
      EXPECT_TRUE(std::isnan(value_of("angle", {x, y}, true)));
    }
  }
  EXPECT_TRUE(std::isnan(value_of("angle", {kNan, 1})));
  EXPECT_TRUE(std::isnan(value_of("angle", {1, kNan})));
}

TEST(AngleColumn, TurnsAroundOnTheWayDown) {
  EXPECT_EQ(value_of("angle", {1, 1}, true), -135);
  EXPECT_EQ(value_of("angle", {-1, 0}, true), 0);
  EXPECT_EQ(value_of("angle", {1, 0}, true), 180);
  EXPECT_EQ(number_text(value_of("angle", {-1, 0}, true)), "0");
}

TEST(AngleColumn, TakesBackTheDirectionItWasMadeFrom) {
  for (int degrees = -179; degrees <= 180; ++degrees) {
    const double radians = degrees * 3.141592653589793 / 180;
    // The components and the angle round a few times each: 1e-13 is 4 roundings of 180.
    EXPECT_NEAR(value_of("angle", {2 * std::cos(radians), 2 * std::sin(radians)}), degrees, 1e-13);
  }
}

// Slopes of a whole tile: nasty ones among everyday ones; value by value from the functions of one value.
TEST(Columns, AreToTheBitWhatEachPointGivesAlone) {
  const double nasty[] = {0, -0.0, 5e-324, -1e-300, 1e308, kInfinity, -kInfinity, kNan};
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> everyday(-3, 3);
  std::vector<std::vector<double>> slopes(2, std::vector<double>(kTileSize));
  for (auto& slope : slopes) {
    for (double& u : slope) u = random() % 3 == 0 ? nasty[random() % std::size(nasty)] : everyday(random);
  }
  std::vector<double> scratch(kTileSize);
  for (const std::size_t count : {kTileSize, kTileSize - 1, std::size_t{3}}) {
    for (const bool descent : {false, true}) {
      Tile tile(2);
      tile.resize(count);
      GradientTile values;
      for (const auto& slope : slopes) {
        values.slopes.emplace_back(slope.data(), count);
        values.second.emplace_back(slope.data(), count);
      }
      values.second.emplace_back(slopes[1].data(), count);
      const auto expect = [&](const std::string& name, auto expected) {
        const Column column = choose_columns(name, {{"x", "y"}, descent}).at(0);
        const double* actual = column.values(tile, values, column.index, scratch.data());
        for (std::size_t i = 0; i < count; ++i) {
          ASSERT_TRUE(same_bits(actual[i], expected(slopes[0][i], slopes[1][i])))
              << name << " of " << slopes[0][i] << ", " << slopes[1][i] << ": " << actual[i];
        }
      };
      expect("norm", [](double u, double v) { return hypotenuse(std::fabs(u), v); });
      expect("laplacian", [](double u, double v) { return u + v; });
      expect("angle", [&](double u, double v) {
        if (u == 0 && v == 0) return kNan;
        const double degrees = (descent ? arc_tangent2(-v, -u) : arc_tangent2(v, u)) * 180 / 3.141592653589793;
        return degrees == -180 ? 180 : degrees;
      });
      if (descent) expect("descent_y", [](double, double v) { return -v; });
    }
  }
}

}  // namespace
}  // namespace gradfield::test
