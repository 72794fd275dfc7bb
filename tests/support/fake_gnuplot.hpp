// A program that takes the place of gnuplot in a test, to misbehave in every way.
#pragma once

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <string>
#include <vector>

#include "support/process.hpp"

namespace gradfield::test {

/// A folder that holds nothing but a program called gnuplot: a shell script of these lines.
class FakeGnuplot {
 public:
  explicit FakeGnuplot(const std::string& lines) {
    write_file(folder_ / "gnuplot", "#!/bin/sh\n" + lines + "\n");
    chmod((folder_ / "gnuplot").c_str(), 0755);
  }

  /// Started with it as the only program.
  ProcessSetup setup(const std::filesystem::path& working_folder) const {
    ProcessSetup setup;
    setup.environment["PATH"] = folder_.path().string();
    setup.folder = working_folder;
    return setup;
  }

 private:
  TemporaryFolder folder_;
};

/// A picture whose script is far larger than a pipe holds.
inline const std::vector<std::string> kLargePicture{"x^2+y^2", "-n", "150", "-q", "-o", "field.png"};

/// One line, and that an error.
MATCHER(IsOneErrorLine, "is one line that starts with 'gradfield: error: '") {
  return lines_of(arg).size() == 1 && arg.starts_with("gradfield: error: ") && arg.ends_with("\n");
}

}  // namespace gradfield::test
