#include "support/png.hpp"

#include <cstdlib>
#include <stdexcept>

#include <zlib.h>

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
    if (chunk.type != "tEXt" && chunk.type != "iTXt" && chunk.type != "IDAT") drawn += chunk.type + chunk.data;
  }
  return drawn + png_rows(bytes);
}

std::string png_rows(const std::string& bytes) {
  std::string packed, header;
  for (const PngChunk& chunk : png_chunks(bytes)) {
    if (chunk.type == "IHDR") header = chunk.data;
    if (chunk.type == "IDAT") packed += chunk.data;
  }
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(header.at(i));
    return value;
  };
  const std::size_t width = number(0), height = number(4);
  if (header[8] != 8 || (header[9] != 2 && header[9] != 6)) throw std::runtime_error("no PNG of 8 bits a colour");
  const std::size_t pixel = header[9] == 2 ? 3 : 4, row = width * pixel;
  std::string rows((row + 1) * height, '\0'), plain;
  uLongf size = rows.size();
  if (uncompress(reinterpret_cast<Bytef*>(rows.data()), &size, reinterpret_cast<const Bytef*>(packed.data()),
                 packed.size()) != Z_OK ||
      size != rows.size()) {
    throw std::runtime_error("the pixels are not whole");
  }
  const auto at = [&](std::size_t y, std::size_t x, std::size_t up, std::size_t left) {
    return y < up || x < left ? 0 : static_cast<int>(static_cast<unsigned char>(plain[(y - up) * row + x - left]));
  };
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < row; ++x) {
      const int a = at(y, x, 0, pixel), b = at(y, x, 1, 0), c = y < 1 ? 0 : at(y, x, 1, pixel), p = a + b - c;
      const int pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
      const int nearest = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      const int guesses[] = {0, a, b, (a + b) / 2, nearest};
      plain += static_cast<char>(rows[y * (row + 1) + 1 + x] + guesses[static_cast<std::size_t>(rows[y * (row + 1)])]);
    }
  }
  return plain;
}

}  // namespace gradfield::test
