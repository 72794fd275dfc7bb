// Command lines as their understanding, and what is said against them, without starting the program.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "cli/parse.hpp"
#include "request/request.hpp"
#include "result/results.hpp"

namespace gradfield::test {

/// A command line understood, with what must outlive that.
class Asked {
 public:
  explicit Asked(const std::vector<std::string>& words)
      : options_(parse_command_line(words)),
        request_(read_request(options_, asked_result(options_).destination, log_)) {}
  Asked(const Asked&) = delete;
  Asked& operator=(const Asked&) = delete;

  const Options& options() const { return options_; }
  const Request& request() const { return request_; }

 private:
  Options options_;
  Log log_{true};
  Request request_;
};

/// The message of the error that `make` throws, which is of kUsage; "accepted" where it throws none.
template <typename Make>
std::string refusal_of(Make make) {
  try {
    make();
  } catch (const Error& error) {
    return error.code() == ExitCode::kUsage ? error.what() : "of another kind: " + std::string(error.what());
  }
  return "accepted";
}

}  // namespace gradfield::test
