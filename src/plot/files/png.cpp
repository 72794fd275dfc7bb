// What PNG files tell of themselves.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

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

// The picture with these chunks behind its header.
std::string with_chunks(std::string picture, const std::string& chunks) {
  constexpr std::size_t kHeaderEnd = 8 + 4 + 4 + 13 + 4;  // signature; length, type, data and check of IHDR
  if (!picture.starts_with("\x89PNG\r\n\x1a\n") || picture.size() < kHeaderEnd) return picture;
  return picture.insert(kHeaderEnd, chunks);
}

}  // namespace

std::string finish_png(std::string picture, const Recipe& recipe) {
  std::string chunks;
  for (const RecipeRow& row : kRecipeRows) chunks += png_text(row.png, recipe.*row.text);
  return with_chunks(std::move(picture), chunks);
}

std::string with_resolution(std::string picture, double dpi) {
  constexpr double kInchesPerMetre = 1 / 0.0254;
  const std::string per_metre = network_order(static_cast<std::uint32_t>(std::lround(dpi * kInchesPerMetre)));
  const char metres = 1;
  return with_chunks(std::move(picture), png_chunk("pHYs", per_metre + per_metre + metres));
}

}  // namespace gradfield
