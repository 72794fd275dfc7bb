#include "field/slice_gradient.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "field/methods/methods.hpp"
#include "field/sample.hpp"
#include "formula/compile.hpp"

namespace gradfield {
namespace {

Names names_xyz() {
  Names names;
  names.variables = {"x", "y", "z"};
  return names;
}

const Grid kPlane{{{"x", -1, 3, 30}, {"z", 2, 5, 20}}};

TEST(SliceGradient, HoldsTheOtherVariables) {
  const SliceGradient slice(methods()[0].make(compile_expression("x*y^2*z^3", names_xyz()), {}), {7, 2, 9}, {0, 2},
                            nullptr);
  const Field field = collect(kPlane, slice);
  ASSERT_EQ(field.size(), 600u);
  ASSERT_EQ(field.slopes.size(), 2u);
  for (std::size_t i = 0; i < field.size(); ++i) {
    const double x = field.coordinates[0][i], z = field.coordinates[1][i];
    EXPECT_DOUBLE_EQ(field.f[i], x * 4 * z * z * z);
    EXPECT_DOUBLE_EQ(field.slopes[0][i], 4 * z * z * z);
    EXPECT_DOUBLE_EQ(field.slopes[1][i], x * 4 * 3 * z * z);
  }
}

TEST(SliceGradient, IsNanWhereTheConditionFails) {
  const Program condition = compile_expression("x > y && z < 4", names_xyz());
  const SliceGradient slice(methods()[0].make(compile_expression("x+z", names_xyz()), {}), {0, 1, 0}, {0, 2},
                            &condition);
  const Field field = collect(kPlane, slice);
  std::size_t left = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const double x = field.coordinates[0][i], z = field.coordinates[1][i];
    EXPECT_EQ(std::isnan(field.f[i]), !(x > 1 && z < 4));
    left += !std::isnan(field.f[i]);
  }
  EXPECT_GT(left, 0u);
  const Field again = collect(kPlane, *slice.clone());
  for (std::size_t i = 0; i < field.size(); ++i) EXPECT_EQ(std::isnan(field.f[i]), std::isnan(again.f[i]));
}

}  // namespace
}  // namespace gradfield
