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

/// The pixels of a picture of 8 bits a colour, row by row, with alpha where it has that (section 9). Likewise.
std::string png_rows(const std::string& bytes);

/// What is drawn: the chunks but for the texts, which tell the command line, and the pixels in place of theirs.
std::string drawn_chunks(const std::string& bytes);

}  // namespace gradfield::test
