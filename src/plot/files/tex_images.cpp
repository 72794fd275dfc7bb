#include "plot/files/tex_images.hpp"

#include <zlib.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace gradfield {
namespace {

constexpr std::string_view kDefinition = "\\def\\gprawrgbimagedata{%\n", kUse = "\\gprawimage{rgb}",
                           kDeflatedUse = "\\gpdeflatedimage{rgb}";

int digit_of(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

// The bytes of hexadecimal digits, between which stand blanks and the ends of TeX's lines.
std::optional<std::string> bytes_of(std::string_view digits) {
  std::string bytes;
  int high = -1;
  for (const char c : digits) {
    if (c == ' ' || c == '%' || c == '\n') continue;
    const int digit = digit_of(c);
    if (digit < 0) return std::nullopt;
    if (high >= 0) bytes += static_cast<char>(high << 4 | digit);
    high = high < 0 ? digit : -1;
  }
  return high < 0 ? std::optional(bytes) : std::nullopt;
}

std::string digits_of(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr std::size_t kLine = 48;  // bytes
  std::string digits;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    digits += {kDigits[byte >> 4], kDigits[byte & 15]};
    if (i % kLine == kLine - 1) digits += "%\n";
  }
  return digits;
}

std::optional<std::string> deflated(const std::string& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  const int status = compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                               reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), Z_BEST_COMPRESSION);
  out.resize(size);
  return status == Z_OK ? std::optional(out) : std::nullopt;
}

}  // namespace

std::string deflate_images(std::string drawing) {
  for (std::size_t at = drawing.find(kDefinition); at != std::string::npos; at = drawing.find(kDefinition, at)) {
    at += kDefinition.size();
    const std::size_t end = drawing.find('}', at), use = drawing.find(kUse, at);
    if (use == std::string::npos) break;
    const std::optional<std::string> bytes = bytes_of(std::string_view(drawing).substr(at, end - at));
    const std::optional<std::string> fewer = bytes ? deflated(*bytes) : std::nullopt;
    if (!fewer) continue;
    drawing.replace(use, kUse.size(), kDeflatedUse);
    drawing.replace(at, end - at, digits_of(*fewer));
  }
  return drawing;
}

}  // namespace gradfield
