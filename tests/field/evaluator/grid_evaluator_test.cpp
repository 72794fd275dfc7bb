// The evaluator of grids against the plain one, bit by bit: on every expression of tests/data, on grids of long and
// short rows, whole and with points left out.
#include "field/evaluator/grid_evaluator.hpp"

#include <gmock/gmock.h>

#include "field/filter.hpp"
#include "formula/compile.hpp"
#include "program/differentiate.hpp"
#include "program/passes/specialize.hpp"
#include "support/compiled.hpp"
#include "support/numbers.hpp"
#include "support/reference.hpp"

namespace gradfield::test {
namespace {

// Walks the grid with both evaluators; returns how many points were compared.
std::size_t expect_plain_bits(const Program& program, const Grid& grid, PointSource& points, const std::string& name) {
  Evaluator plain(program);
  GridEvaluator on_grid(std::make_shared<GridProgram>(program, grid));
  Tile tile(grid.axes.size());
  std::size_t compared = 0;
  while (points.next(tile)) {
    if (!tile.has_columns()) continue;
    plain.evaluate(tile);
    on_grid.evaluate(tile);
    for (std::size_t k = 0; k < program.outputs().size(); ++k) {
      EXPECT_EQ(on_grid.output(k).size(), tile.size()) << name;
      for (std::size_t i = 0; i < tile.size(); ++i) {
        if (same_bits(on_grid.output(k)[i], plain.output(k)[i])) continue;
        ADD_FAILURE() << name << ", output " << k << " at " << tile.coordinate(0)[i] << ": " << on_grid.output(k)[i]
                      << ", not " << plain.output(k)[i];
        return compared;
      }
    }
    compared += tile.size();
  }
  return compared;
}

Grid plane(std::size_t columns, std::size_t rows) { return {{{"x", -3, 2.5, columns}, {"y", -1, 4, rows}}}; }

TEST(GridEvaluator, GivesTheBitsOfThePlainOneForEveryExpressionAndItsGradient) {
  const auto all = read_programs();
  ASSERT_GT(all.size(), 500u);
  for (const auto& [text, f] : all) {
    for (const Grid& grid : {plane(7, 40), plane(70, 6), plane(300, 5), plane(300, 2)}) {
      GridCursor points(grid);
      const Program program = specialize(differentiate(f), box_of(grid));
      EXPECT_EQ(expect_plain_bits(program, grid, points, text), grid.axes[0].count * grid.axes[1].count);
    }
  }
}

TEST(GridEvaluator, GivesTheBitsOfThePlainOneOnAnyShape) {
  for (const std::vector<std::size_t>& counts : std::vector<std::vector<std::size_t>>{
           {1, 1}, {1, 300}, {2, 300}, {300, 1}, {63, 9}, {64, 9}, {65, 9}, {1000, 5}}) {
    const Grid grid = plane(counts[0], counts[1]);
    for (const char* text : {"x", "y", "1", "x^2+y^2", "sin(x)*cos(y)*exp(-(x^2+y^2)/4)", "x*log(y)", "x<y ? x : y"}) {
      GridCursor points(grid);
      EXPECT_EQ(expect_plain_bits(differentiate(compiled(text)), grid, points, text), counts[0] * counts[1]) << text;
    }
  }
  const Grid space{{{"x", -1, 1, 5}, {"y", 0, 1, 3}, {"z", 2, 3, 40}}};
  for (const char* text : {"x*y*z", "sin(y)*cos(z)+x", "x", "y", "z", "exp(y*z)"}) {
    GridCursor points(space);
    EXPECT_EQ(expect_plain_bits(differentiate(compiled(text, {"x", "y", "z"})), space, points, text), 600u) << text;
  }
  const Grid line{{{"x", -1, 1, 1000}}};
  GridCursor points(line);
  EXPECT_EQ(expect_plain_bits(differentiate(compiled("x^2+sin(x)", {"x"})), line, points, "x^2+sin(x)"), 1000u);
}

TEST(GridEvaluator, GivesTheBitsOfThePlainOneWherePointsAreLeftOut) {
  for (const Grid& grid : {plane(300, 20), plane(70, 6), plane(100, 2)}) {
    for (const char* condition : {"x*y > 0.5", "x < 0", "y < 0", "x == x", "x > 2.4"}) {
      const Program holds = compiled(condition);
      for (const char* text : {"x", "y", "x^2+y^2", "sin(x)*cos(y)*exp(-(x^2+y^2)/4)"}) {
        GridCursor all(grid);
        FilteredPoints points(all, holds);
        const std::size_t compared = expect_plain_bits(differentiate(compiled(text)), grid, points, text);
        EXPECT_EQ(compared, points.kept()) << condition;
        EXPECT_GT(points.kept(), 0u);
      }
    }
  }
}

// 200,001 points of a row by 12 values of 8 bytes are more than the cache may take: then values are made tile by tile.
TEST(GridEvaluator, KeepsNoMoreThanItsBoundAllows) {
  const Grid grid = plane(200001, 4);
  const Program program = differentiate(compiled(
      "sin(x)*y+cos(x)*y^2+exp(x)*y^3+tan(x)*y^4+sqrt(x+4)*y^5+log(x+5)*sin(y)+atan(x)*cos(y)+tanh(x)*exp(y)"));
  ASSERT_GT(hoist(program).column.outputs().size() * 200001 * sizeof(double), kLargestAxisCache);
  EXPECT_EQ(GridProgram(program, grid).column(0), nullptr);
  EXPECT_NE(GridProgram(program, plane(2000, 4)).column(0), nullptr);
  GridCursor points(grid);
  EXPECT_EQ(expect_plain_bits(program, grid, points, "many columns"), 4u * 200001);
}

}  // namespace
}  // namespace gradfield::test
