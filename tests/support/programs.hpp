// Programs that read pictures back, where this machine has them.
#pragma once

#include <string>

#include "support/process.hpp"

namespace gradfield::test {

/// Whether PATH leads to a program of that name.
inline bool has_program(const std::string& name) {
  return run_program({"sh", "-c", "command -v \"$0\"", name}).exit_code == 0;
}

/// Whether an engine of TeX sets a document with nothing in it: where a part of TeX is missing it may not.
inline bool sets_documents(const std::string& engine, ProcessSetup setup) {
  const TemporaryFolder folder;
  setup.folder = folder.path();
  write_file(folder / "empty.tex", "\\documentclass{article}\\begin{document}\\null\\end{document}\n");
  const ProcessResult set = run_program({engine, "-interaction=nonstopmode", "-halt-on-error", "empty.tex"}, setup);
  return set.exit_code == 0 && std::filesystem::exists(folder / "empty.pdf");
}

}  // namespace gradfield::test
