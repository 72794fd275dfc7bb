// Sixteen digits at once, in a register and one at a time, against printf.
#include "base/numbers/digits.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <random>
#include <string>
#include <vector>

namespace gradfield::test {
namespace {

// Both halves of every length, with zeros at both ends.
std::vector<std::uint64_t> halves() {
  std::vector<std::uint64_t> numbers{0, 1, 9, 10, 99'999'999, 10'000'000, 12'345'678, 90'000'009};
  std::mt19937_64 random(3);
  for (std::uint64_t power = 1; power <= 100'000'000; power *= 10) {
    for (int i = 0; i < 20; ++i) numbers.push_back(random() % power * (100'000'000 / power));
    for (int i = 0; i < 20; ++i) numbers.push_back(random() % power);
  }
  return numbers;
}

template <class Digits>
class SixteenDigitsTest : public testing::Test {};
using Kinds = testing::Types<PortableDigits, SixteenDigits>;
TYPED_TEST_SUITE(SixteenDigitsTest, Kinds);

TYPED_TEST(SixteenDigitsTest, AreThoseOfPrintf) {
  for (const std::uint64_t high : halves()) {
    for (const std::uint64_t low : halves()) {
      std::string expected(17, ' ');
      std::snprintf(expected.data(), 17, "%08u%08u", static_cast<unsigned>(high), static_cast<unsigned>(low));
      expected.resize(16);
      const TypeParam digits(high, low);
      std::string text(16, ' ');
      digits.store(text.data());
      ASSERT_EQ(text, expected);
      const std::size_t first = expected.find_first_not_of('0'), last = expected.find_last_not_of('0');
      ASSERT_EQ(digits.leading_zeros(), first == std::string::npos ? 16 : static_cast<int>(first)) << expected;
      ASSERT_EQ(digits.last(), last == std::string::npos ? 0 : static_cast<int>(last) + 1) << expected;
    }
  }
}

TYPED_TEST(SixteenDigitsTest, LeaveAByteAfterAnyOfThem) {
  const TypeParam digits(12'345'678, 90'123'456);
  for (int count = 0; count <= 15; ++count) {
    std::string text(17, ' ');
    digits.store_apart(text.data(), count);
    text[static_cast<std::size_t>(count)] = '.';
    EXPECT_EQ(text, std::string("1234567890123456").insert(static_cast<std::size_t>(count), "."));
  }
}

TYPED_TEST(SixteenDigitsTest, AreRightForEveryNumberOfFourDigits) {
  // The inverses of 10 and 100 are exact for all of them, whatever stands in the lanes beside.
  for (unsigned number = 0; number < 10'000; ++number) {
    std::string expected(9, ' '), text(16, ' ');
    const unsigned high = number * 10'000 + (9'999 - number);
    std::snprintf(expected.data(), 9, "%08u", high);
    expected.resize(8);
    TypeParam(high, high).store(text.data());
    ASSERT_EQ(text, expected + expected);
  }
}

}  // namespace
}  // namespace gradfield::test
