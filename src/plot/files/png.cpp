// The recipe in PNG files.
#include <algorithm>
#include <cstdint>

#include <zlib.h>

#include "plot/files/finish.hpp"

namespace gradfield {
namespace {

// 4 bytes, the highest first.
std::string network_order(std::uint32_t value) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

std::uint32_t checksum(const std::string& bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

std::string png_chunk(const std::string& type, const std::string& data) {
  return network_order(static_cast<std::uint32_t>(data.size())) + type + data + network_order(checksum(type + data));
}

// A text chunk is Latin-1 by definition; UTF-8 needs the international kind, here not compressed and of no language.
std::string png_text(std::string_view keyword, const std::string& text) {
  const std::string key(keyword);
  const bool is_ascii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return is_ascii ? png_chunk("tEXt", key + '\0' + text) : png_chunk("iTXt", key + std::string(5, '\0') + text);
}

}  // namespace

std::string finish_png(std::string picture, const Recipe& recipe) {
  constexpr std::size_t kHeaderEnd = 8 + 4 + 4 + 13 + 4;  // signature; length, type, data and check of IHDR
  if (!picture.starts_with("\x89PNG\r\n\x1a\n") || picture.size() < kHeaderEnd) return picture;
  std::string chunks;
  for (const RecipeRow& row : kRecipeRows) chunks += png_text(row.png, recipe.*row.text);
  return picture.insert(kHeaderEnd, chunks);
}

}  // namespace gradfield
