// Commands that go well, commands that are refused, and how tests start them.
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "support/process.hpp"

namespace gradfield::test {

using Words = std::vector<std::string>;

/// Runs a command that succeeds, with or without notes.
inline ProcessResult run_well(const Words& words, const ProcessSetup& setup = {}) {
  const ProcessResult result = run_gradfield(words, setup);
  EXPECT_EQ(result.exit_code, 0) << testing::PrintToString(words) << result;
  return result;
}

/// Runs a command that succeeds without a message.
inline ProcessResult run_silently(const Words& words, const ProcessSetup& setup = {}) {
  const ProcessResult result = run_well(words, setup);
  EXPECT_EQ(result.messages, "") << testing::PrintToString(words) << result;
  return result;
}

/// What a command prints that succeeds without a message.
inline std::string table_of(const Words& words, const ProcessSetup& setup = {}) {
  return run_silently(words, setup).output;
}

/// The one row of a table at (x, y) = (2, 3).
inline std::string row_of(const std::string& formula, const Words& more = {}) {
  Words words{formula, "--x", "2:2:1", "--y", "3:3:1", "--no-header", "--csv"};
  words.insert(words.end(), more.begin(), more.end());
  return table_of(words);
}

/// Runs a formula whose paths are drawn or printed.
inline ProcessResult run_paths(const std::string& formula, Words words) {
  words.insert(words.begin(), formula);
  return run_well(words);
}

/// Expects this error and nothing else.
inline void expect_error(const ProcessResult& result, int code, const std::string& message) {
  EXPECT_EQ(result.exit_code, code) << result;
  EXPECT_EQ(result.output, "") << result;
  EXPECT_EQ(result.messages, "gradfield: error: " + message + "\n") << result;
}

inline ProcessSetup with_input(const std::string& input) {
  ProcessSetup setup;
  setup.input = input;
  return setup;
}

/// Expects that these words are refused with this message.
inline void expect_refusal(const Words& words, int code, const std::string& message, const std::string& input = "") {
  SCOPED_TRACE(testing::PrintToString(words));
  expect_error(run_gradfield(words, with_input(input)), code, message);
}

/// Standard output on a terminal of that size.
inline ProcessSetup on_terminal(unsigned short columns = 80, unsigned short rows = 24) {
  ProcessSetup setup;
  setup.terminal = true;
  setup.columns = columns;
  setup.rows = rows;
  return setup;
}

}  // namespace gradfield::test
