// What is said beside the result.
#pragma once

#include <set>
#include <string>

namespace gradfield {

/// Says notes on standard error, each of them once.
class Log {
 public:
  /// A quiet one says nothing.
  explicit Log(bool quiet) : quiet_(quiet) {}

  void note(const std::string& text);

 private:
  bool quiet_;
  std::set<std::string> said_;
};

}  // namespace gradfield
