// The recipe in PNG and GIF files.
#include <algorithm>
#include <cstdint>

#include "plot/files/embedding.hpp"

namespace gradfield {
namespace {

// 4 bytes, the highest first.
std::string network_order(std::uint32_t value) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

// The remainder of ISO 3309 (PNG specification, annex D), a bit at a time: texts are short.
std::uint32_t checksum(std::string_view bytes) {
  constexpr std::uint32_t kPolynomial = 0xEDB88320;
  std::uint32_t remainder = 0xFFFFFFFF;
  for (const char c : bytes) {
    remainder ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) remainder = remainder >> 1 ^ ((remainder & 1) != 0 ? kPolynomial : 0);
  }
  return ~remainder;
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

std::string embed_in_png(std::string picture, const Recipe& recipe) {
  constexpr std::size_t kHeaderEnd = 8 + 4 + 4 + 13 + 4;  // signature; length, type, data and check of IHDR
  if (!picture.starts_with("\x89PNG\r\n\x1a\n") || picture.size() < kHeaderEnd) return picture;
  std::string chunks;
  for (const RecipeRow& row : kRecipeRows) {
    chunks += png_text(row.name == "Command" ? "Comment" : row.name, recipe.*row.text);
  }
  return picture.insert(kHeaderEnd, chunks);
}

std::string embed_in_gif(std::string picture, const Recipe& recipe) {
  constexpr char kTrailer = '\x3B';
  constexpr std::size_t kLargestBlock = 255;
  if (!picture.starts_with("GIF89a") || picture.back() != kTrailer) return picture;
  std::string text;
  for (const RecipeRow& row : kRecipeRows) text += std::string(row.name) + ": " + ascii_text(recipe, row) + "\n";
  std::string blocks = "\x21\xFE";  // extension, comment
  for (std::size_t at = 0; at < text.size(); at += kLargestBlock) {
    const std::string block = text.substr(at, kLargestBlock);
    blocks += static_cast<char>(block.size()) + block;
  }
  return picture.insert(picture.size() - 1, blocks + '\0');
}

}  // namespace gradfield
