// PNG files read by their definition (PNG specification, section 5), not by us.
#pragma once

#include <string>
#include <vector>

namespace gradfield::test {

struct PngChunk {
  std::string type, data;
};

/// Errors: std::runtime_error where `bytes` is no PNG file of whole chunks.
std::vector<PngChunk> png_chunks(const std::string& bytes);

/// The chunks that are drawn: all but the texts, which tell the command line.
std::string drawn_chunks(const std::string& bytes);

}  // namespace gradfield::test
