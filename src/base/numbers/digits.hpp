// Sixteen decimal digits at once: from numbers to text, in one SSE2 register where there is one.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gradfield {

/// Digits d0 to d15, most significant first. `store` writes 16 bytes.
class PortableDigits {
 public:
  /// `high` is d0 to d7, `low` d8 to d15; both below 10^8.
  PortableDigits(std::uint64_t high, std::uint64_t low) {
    for (std::size_t i = 8; i-- > 0; high /= 10, low /= 10) {
      text_[i] = static_cast<char>('0' + high % 10);
      text_[i + 8] = static_cast<char>('0' + low % 10);
    }
  }

  /// The number of digits up to the last that is not 0.
  int last() const {
    int count = 16;
    while (count > 0 && text_[static_cast<std::size_t>(count - 1)] == '0') --count;
    return count;
  }

  /// The number of zeros before the first digit that is not 0.
  int leading_zeros() const {
    int count = 0;
    while (count < 16 && text_[static_cast<std::size_t>(count)] == '0') ++count;
    return count;
  }

  void store(char* out) const { std::memcpy(out, text_.data(), 16); }

  /// The first `count` (at most 15) digits, a byte of no meaning, and the others: 17 bytes.
  void store_apart(char* out, int count) const {
    const auto first = static_cast<std::size_t>(count);
    std::memcpy(out, text_.data(), first);
    std::memcpy(out + first + 1, text_.data() + first, 16 - first);
  }

 private:
  std::array<char, 16> text_;
};

#if defined(__SSE2__)

namespace digits {

// [count]: bytes of ones before byte `count`.
struct alignas(16) Bytes {
  std::array<std::uint8_t, 16> byte;
};
inline constexpr std::array<Bytes, 16> kFirstBytes = [] {
  std::array<Bytes, 16> rows{};
  for (std::size_t count = 0; count < 16; ++count) {
    for (std::size_t i = 0; i < count; ++i) rows[count].byte[i] = 0xFF;
  }
  return rows;
}();

}  // namespace digits

/// PortableDigits in a register.
class SseDigits {
 public:
  SseDigits(std::uint64_t high, std::uint64_t low) {
    // Each lane holds a number; its quotient and remainder by 10^4, 10^2, 10 become two lanes of half the width, the
    // quotient first. A division is a product with the rounded-up inverse: exact below 10^8, 10^4 and 10^2.
    const __m128i eights = _mm_unpacklo_epi64(_mm_cvtsi64_si128(static_cast<long long>(high)),
                                              _mm_cvtsi64_si128(static_cast<long long>(low)));
    __m128i quotient = _mm_srli_epi64(_mm_mul_epu32(eights, _mm_set1_epi64x(109951163)), 40);
    __m128i rest = _mm_sub_epi64(eights, _mm_mul_epu32(quotient, _mm_set1_epi64x(10000)));
    const __m128i fours = _mm_add_epi32(quotient, _mm_slli_epi64(rest, 32));
    quotient = _mm_srli_epi16(_mm_mulhi_epu16(fours, _mm_set1_epi32(5243)), 3);
    rest = _mm_sub_epi32(fours, _mm_madd_epi16(quotient, _mm_set1_epi32(100)));
    const __m128i twos = _mm_add_epi16(quotient, _mm_slli_epi32(rest, 16));
    quotient = _mm_mulhi_epu16(twos, _mm_set1_epi16(6554));
    // quotient + 2^8*(twos - 10*quotient), in bytes.
    digits_ = _mm_add_epi16(_mm_slli_epi16(twos, 8), _mm_mullo_epi16(quotient, _mm_set1_epi16(1 - 10 * 256)));
    text_ = _mm_or_si128(digits_, _mm_set1_epi8('0'));
  }

  int last() const {
    // Counting zeros from the low end is one fast instruction on every processor, from the high end it is not.
    if (const std::uint64_t low = half(_mm_unpackhi_epi64(digits_, digits_)); low != 0) [[likely]]
      return 16 - zeros(low);
    const std::uint64_t high = half(digits_);
    return high == 0 ? 0 : 8 - zeros(high);
  }

  int leading_zeros() const {
    const int zero = _mm_movemask_epi8(_mm_cmpeq_epi8(digits_, _mm_setzero_si128()));
    return std::countr_one(static_cast<std::uint16_t>(zero));
  }

  void store(char* out) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(out), text_); }

  void store_apart(char* out, int count) const {
    store(out + 1);
    const auto* row = digits::kFirstBytes[static_cast<std::size_t>(count)].byte.data();
    const __m128i first = _mm_load_si128(reinterpret_cast<const __m128i*>(row));
    const __m128i moved = _mm_slli_si128(text_, 1);
    const __m128i apart = _mm_or_si128(_mm_and_si128(first, text_), _mm_andnot_si128(first, moved));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), apart);
  }

 private:
  static std::uint64_t half(__m128i value) { return static_cast<std::uint64_t>(_mm_cvtsi128_si64(value)); }
  // How many of the eight digits at the end are 0.
  static int zeros(std::uint64_t digits) { return std::countr_zero(__builtin_bswap64(digits)) / 8; }

  __m128i digits_, text_;
};

using SixteenDigits = SseDigits;

#else

using SixteenDigits = PortableDigits;

#endif

}  // namespace gradfield
