// Columns to records: the transposition that a binary table is written through.
// Included by wide_blocks.cpp alone, once for each instruction set.
#if defined(GRADFIELD_KERNEL_WIDE_INTERLEAVE_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef GRADFIELD_KERNEL_WIDE_INTERLEAVE_INL_HPP
#undef GRADFIELD_KERNEL_WIDE_INTERLEAVE_INL_HPP
#else
#define GRADFIELD_KERNEL_WIDE_INTERLEAVE_INL_HPP
#endif

#include "kernel/wide_loops-inl.hpp"
#include "kernel/wide_sleef-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace gradfield::HWY_NAMESPACE {

// A value as the table has it: every nan the one quiet nan, and 0 for -0 (-0 + 0 is 0, and nothing else is changed by
// adding 0).
template <class Tag>
HWY_INLINE hn::Vec<Tag> canonical(Tag tag, hn::Vec<Tag> v) {
  const auto nan = hn::Set(tag, std::numeric_limits<double>::quiet_NaN());
  return hn::IfThenElse(hn::IsNaN(v), nan, hn::Add(v, hn::Zero(tag)));
}
HWY_INLINE V canonical_lanes(V v) { return canonical(kDoubles, v); }
HWY_INLINE double canonical_value(double u) { return u != u ? std::numeric_limits<double>::quiet_NaN() : u + 0.0; }

template <class Tag>
HWY_INLINE hn::Vec<Tag> load_canonical(Tag tag, const double* column) {
  return canonical(tag, hn::LoadU(tag, column));
}

// The columns and the records that they become, each of `width` values.
struct Part {
  const double* const* columns;
  std::size_t width;
  double* records;

  const double* column(std::size_t k, std::size_t row) const { return columns[k] + row; }
  double* record(std::size_t k, std::size_t row) const { return records + row * width + k; }
};

// One column, from `row` on: what the wide ones leave.
HWY_INLINE void interleave_1(const Part& part, std::size_t k, std::size_t row, std::size_t count) {
  for (; row < count; ++row) *part.record(k, row) = canonical_value(*part.column(k, row));
}

#if HWY_TARGET != HWY_SCALAR

HWY_INLINE void interleave_2(const Part& part, std::size_t k, std::size_t count) {
  constexpr hn::CappedTag<double, 2> kTwo;
  std::size_t row = 0;
  for (; row + 2 <= count; row += 2) {
    const auto a = load_canonical(kTwo, part.column(k, row)), b = load_canonical(kTwo, part.column(k + 1, row));
    hn::StoreU(hn::InterleaveLower(kTwo, a, b), kTwo, part.record(k, row));
    hn::StoreU(hn::InterleaveUpper(kTwo, a, b), kTwo, part.record(k, row + 1));
  }
  for (const std::size_t column : {k, k + 1}) interleave_1(part, column, row, count);
}

#if HWY_MAX_BYTES >= 32

HWY_INLINE void interleave_4(const Part& part, std::size_t k, std::size_t count) {
  constexpr hn::CappedTag<double, 4> kFour;
  std::size_t row = 0;
  for (; row + 4 <= count; row += 4) {
    const auto a = load_canonical(kFour, part.column(k, row)), b = load_canonical(kFour, part.column(k + 1, row));
    const auto c = load_canonical(kFour, part.column(k + 2, row)), d = load_canonical(kFour, part.column(k + 3, row));
    // Rows 0 and 2 of two columns, and rows 1 and 3.
    const auto ab_even = hn::InterleaveLower(kFour, a, b), ab_odd = hn::InterleaveUpper(kFour, a, b);
    const auto cd_even = hn::InterleaveLower(kFour, c, d), cd_odd = hn::InterleaveUpper(kFour, c, d);
    hn::StoreU(hn::ConcatLowerLower(kFour, cd_even, ab_even), kFour, part.record(k, row));
    hn::StoreU(hn::ConcatLowerLower(kFour, cd_odd, ab_odd), kFour, part.record(k, row + 1));
    hn::StoreU(hn::ConcatUpperUpper(kFour, cd_even, ab_even), kFour, part.record(k, row + 2));
    hn::StoreU(hn::ConcatUpperUpper(kFour, cd_odd, ab_odd), kFour, part.record(k, row + 3));
  }
  for (std::size_t column = k; column < k + 4; ++column) interleave_1(part, column, row, count);
}

#endif

// Records of three values: whole vectors side by side, for a part of two columns and one of one would cost more.
HWY_INLINE void interleave_all_3(const Part& part, std::size_t count) {
  std::size_t row = 0;
  for (; row + kLanes <= count; row += kLanes) {
    hn::StoreInterleaved3(load_canonical(kDoubles, part.column(0, row)), load_canonical(kDoubles, part.column(1, row)),
                          load_canonical(kDoubles, part.column(2, row)), kDoubles, part.record(0, row));
  }
  for (std::size_t column = 0; column < 3; ++column) interleave_1(part, column, row, count);
}

#endif  // HWY_TARGET != HWY_SCALAR

/// An Interleave.
inline void interleave(const double* const* columns, std::size_t column_count, std::size_t count, double* records) {
  const Part part{columns, column_count, records};
  std::size_t k = 0;
  if (column_count == 1) return block<canonical_lanes, 1>(columns, records, count);
#if HWY_TARGET != HWY_SCALAR
  if (column_count == 3) return interleave_all_3(part, count);
#if HWY_MAX_BYTES >= 32
  for (; k + 4 <= column_count; k += 4) interleave_4(part, k, count);
#endif
  for (; k + 2 <= column_count; k += 2) interleave_2(part, k, count);
#endif
  for (; k < column_count; ++k) interleave_1(part, k, 0, count);
}

}  // namespace gradfield::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
