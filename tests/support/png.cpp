#include "support/png.hpp"

#include <stdexcept>

namespace gradfield::test {

std::vector<PngChunk> png_chunks(const std::string& bytes) {
  if (!bytes.starts_with("\x89PNG\r\n\x1a\n")) throw std::runtime_error("no PNG file");
  std::vector<PngChunk> chunks;
  for (std::size_t at = 8; at < bytes.size();) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(bytes.at(at + i));
    if (at + 12 + length > bytes.size()) throw std::runtime_error("a chunk is cut off");
    chunks.push_back({bytes.substr(at + 4, 4), bytes.substr(at + 8, length)});
    at += 12 + length;
  }
  return chunks;
}

std::string drawn_chunks(const std::string& bytes) {
  std::string drawn;
  for (const PngChunk& chunk : png_chunks(bytes)) {
    if (chunk.type != "tEXt" && chunk.type != "iTXt") drawn += chunk.type + chunk.data;
  }
  return drawn;
}

}  // namespace gradfield::test
