// What PNG files tell of themselves, and how their pixels are packed.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <zlib.h>

#include "plot/files/finish.hpp"
#include "plot/files/png_frames.hpp"

namespace gradfield {
namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";

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

// A chunk of a picture, and where it stands there.
struct Chunk {
  std::string_view type;
  std::size_t begin, end;
};

// Those of a whole picture; of anything else none.
std::vector<Chunk> chunks_of(std::string_view picture) {
  constexpr std::size_t kAround = 12;  // length, type and check
  std::vector<Chunk> chunks;
  if (!picture.starts_with(kSignature)) return {};
  for (std::size_t at = kSignature.size(); at < picture.size();) {
    if (picture.size() - at < kAround) return {};
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(picture[at + i]);
    if (length > picture.size() - at - kAround) return {};
    chunks.push_back({picture.substr(at + 4, 4), at, at + kAround + length});
    at = chunks.back().end;
  }
  return chunks;
}

// The picture with these chunks behind its header.
std::string with_chunks(std::string picture, const std::string& chunks) {
  constexpr std::size_t kHeaderEnd = 8 + 4 + 4 + 13 + 4;  // signature; length, type, data and check of IHDR
  if (!picture.starts_with(kSignature) || picture.size() < kHeaderEnd) return picture;
  return picture.insert(kHeaderEnd, chunks);
}

}  // namespace

std::string repacked_png(std::string picture) {
  constexpr std::size_t kWorthIt = 100000;   // bytes: of less, as of arrows alone, too little is saved
  constexpr std::size_t kDepth = 8 + 8 + 8;  // place of the byte: behind signature, length, type, width and height
  constexpr int kLevel = 6;                  // one higher takes a half longer and saves one in a hundred
  if (picture.size() < kWorthIt) return picture;
  const std::vector<Chunk> chunks = chunks_of(picture);
  // Red, green, blue, and where it has one alpha, of 8 bits, not interlaced; none that says how to understand them.
  const auto is_plain = [](const Chunk& chunk) {
    constexpr std::string_view kPlain[] = {"IHDR", "bKGD", "pHYs", "tEXt", "IDAT", "IEND"};
    return std::ranges::count(kPlain, chunk.type) > 0;
  };
  const std::string_view form = std::string_view(picture).substr(kDepth, 5);
  using namespace std::string_view_literals;
  if (chunks.empty() || !std::ranges::all_of(chunks, is_plain) ||
      (form != "\x8\x2\0\0\0"sv && form != "\x8\x6\0\0\0"sv)) {
    return picture;
  }
  const std::vector<unsigned char> rows = plain_rows(picture);
  if (rows.empty()) return picture;
  uLongf size = compressBound(rows.size());
  std::string packed(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, rows.data(), rows.size(), kLevel) != Z_OK)
    return picture;
  packed.resize(size);
  std::string out(kSignature);
  bool has_pixels = false;
  for (const Chunk& chunk : chunks) {
    if (chunk.type != "IDAT") {
      out += picture.substr(chunk.begin, chunk.end - chunk.begin);
    } else if (!std::exchange(has_pixels, true)) {
      out += png_chunk("IDAT", packed);
    }
  }
  return out.size() < picture.size() ? out : picture;
}

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
