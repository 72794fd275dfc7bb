// The recipe in PDF files, as an incremental update: what is there stays where it is, an information dictionary comes
// behind it, and a cross-reference section that leads to both (ISO 32000-1, sections 7.5.6 and 14.3.3).
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>

#include "base/spelling.hpp"
#include "plot/files/finish.hpp"

namespace gradfield {
namespace {

// ASCII between brackets; else UTF-16, the higher byte first, in hexadecimal behind its byte order mark
// (section 7.9.2).
std::string pdf_string(const std::string& text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::string out = "(";
    for (const char c : text) {
      if (c == '(' || c == ')' || c == '\\') out += '\\';
      out += c;
    }
    return out + ")";
  }
  std::string out = "<FEFF";
  const auto put = [&](char32_t unit) {
    char digits[8];
    std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(unit));
    out += digits;
  };
  for (std::size_t i = 0; i < text.size();) {
    const Character c = decode_character(text, i);
    i += c.bytes;
    if (c.code_point < 0x10000) {
      put(c.code_point);
    } else {
      put(0xD800 + ((c.code_point - 0x10000) >> 10));
      put(0xDC00 + ((c.code_point - 0x10000) & 0x3FF));
    }
  }
  return out + ">";
}

// Where the last cross-reference section begins, what its trailer says, and of which kind it is.
struct LastSection {
  std::size_t offset = 0;
  bool is_stream = false;
  std::string_view trailer;
};

std::optional<std::size_t> number_after(std::string_view text, std::string_view key) {
  std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  at = text.find_first_not_of(" \r\n", at + key.size());
  if (at == std::string_view::npos) return {};
  std::size_t value = 0;
  const auto [end, fault] = std::from_chars(text.data() + at, text.data() + text.size(), value);
  return fault == std::errc() && end != text.data() + at ? std::optional(value) : std::nullopt;
}

std::optional<LastSection> find_last_section(std::string_view picture) {
  const std::size_t start = picture.rfind("startxref");
  if (start == std::string_view::npos) return {};
  const std::optional<std::size_t> offset = number_after(picture.substr(start), "startxref");
  if (!offset || *offset >= start) return {};
  const std::string_view section = picture.substr(*offset, start - *offset);
  const bool is_stream = !section.starts_with("xref");
  if (is_stream && section.substr(0, 400).find("/XRef") == std::string_view::npos) return {};
  const std::size_t trailer = is_stream ? section.find("<<") : section.find("trailer");
  if (trailer == std::string_view::npos) return {};
  return LastSection{*offset, is_stream,
                     section.substr(trailer, is_stream ? section.find("stream") - trailer : std::string_view::npos)};
}

// "N G R" behind a key.
std::string reference_after(std::string_view trailer, std::string_view key) {
  const std::size_t at = trailer.find(key);
  if (at == std::string_view::npos) return "";
  const std::size_t begin = at + key.size(), end = trailer.find('R', begin);
  return end == std::string_view::npos ? "" : std::string(trailer.substr(begin, end + 1 - begin));
}

// The dictionary that went before stays in the file: its date goes, so that the same command makes the same bytes.
void blank_date(std::string& picture) {
  constexpr std::string_view kDate = "/CreationDate (D:";
  const std::size_t at = picture.find(kDate);
  const std::size_t end = at == std::string::npos ? at : picture.find(')', at);
  if (end != std::string::npos && end - at < 50)
    std::fill_n(picture.begin() + static_cast<std::ptrdiff_t>(at), end + 1 - at, ' ');
}

std::string information(const Recipe& recipe, std::string_view before) {
  const std::size_t producer = before.find("/Producer (");
  const std::size_t end = producer == std::string_view::npos ? producer : before.find(")\n", producer);
  std::string out = "<<";
  for (const RecipeRow& row : kRecipeRows) {
    out += (out == "<<" ? " /" : "   /") + std::string(row.pdf) + " " + pdf_string(recipe.*row.text) + "\n";
  }
  if (end != std::string_view::npos) out += "   " + std::string(before.substr(producer, end + 1 - producer)) + "\n";
  return out + ">>";
}

std::string ten_digits(std::size_t offset) {
  std::string digits = std::to_string(offset);
  return std::string(10 - std::min<std::size_t>(digits.size(), 10), '0') + digits;
}

// Entries of a cross-reference stream: a kind (1: an object), 8 bytes of offset, 2 of generation.
std::string stream_entry(std::size_t offset) {
  std::string bytes(1, '\1');
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(offset >> shift & 0xFF);
  return bytes + std::string(2, '\0');
}

}  // namespace

std::string finish_pdf(std::string picture, const Recipe& recipe) {
  constexpr std::size_t kLargestOffset = 9'999'999'999;  // a table has ten digits for it
  const std::optional<LastSection> last = find_last_section(picture);
  if (!last || picture.size() > kLargestOffset - (1 << 20)) return picture;
  const std::string root = reference_after(last->trailer, "/Root");
  const std::optional<std::size_t> size = number_after(last->trailer, "/Size");
  if (root.empty() || !size) return picture;
  const bool is_stream = last->is_stream;
  const std::size_t previous = last->offset;
  blank_date(picture);
  if (!picture.ends_with('\n')) picture += '\n';

  const std::string info = std::to_string(*size);
  const std::size_t info_at = picture.size();
  picture += info + " 0 obj\n" + information(recipe, std::string_view(picture).substr(0, info_at)) + "\nendobj\n";
  const std::size_t section_at = picture.size();
  const auto trailer = [&](std::size_t objects) {
    return "/Size " + std::to_string(objects) + "\n   /Root" + root + "\n   /Info " + info + " 0 R\n   /Prev " +
           std::to_string(previous) + "\n";
  };
  if (is_stream) {
    const std::string entries = stream_entry(info_at) + stream_entry(section_at);
    picture += std::to_string(*size + 1) + " 0 obj\n<< /Type /XRef\n   " + trailer(*size + 2) +
               "   /W [ 1 8 2 ]\n   /Index [ " + info + " 2 ]\n   /Length " + std::to_string(entries.size()) +
               "\n>>\nstream\n" + entries + "\nendstream\nendobj\n";
  } else {
    picture += "xref\n" + info + " 1\n" + ten_digits(info_at) + " 00000 n \ntrailer\n<< " + trailer(*size + 1) + ">>\n";
  }
  return picture + "startxref\n" + std::to_string(section_at) + "\n%%EOF\n";
}

}  // namespace gradfield
