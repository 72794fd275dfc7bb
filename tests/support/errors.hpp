// Expects an Error with an exact text.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "formula/compile.hpp"

namespace gradfield::test {

/// A formula that is none, and what is said about it: the message, then `line` and `carets` (with the cure) two
/// columns in. An empty `line`: the message stands alone.
struct BadFormula {
  std::string text, message, line, carets;
};

/// Expects exactly this error of compile_expression, with variables x and y.
inline void expect_error(const BadFormula& bad) {
  const std::string expected = bad.line.empty() ? bad.message : bad.message + "\n  " + bad.line + "\n  " + bad.carets;
  try {
    compile_expression(bad.text, {{"x", "y"}, {}});
    ADD_FAILURE() << "accepted: " << printable(bad.text);
  } catch (const Error& error) {
    EXPECT_EQ(error.what(), expected) << "formula: " << printable(bad.text);
    EXPECT_EQ(error.code(), ExitCode::kData) << "formula: " << printable(bad.text);
  }
}

}  // namespace gradfield::test
