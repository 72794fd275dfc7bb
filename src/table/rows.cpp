#include "table/rows.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace gradfield {

char* ByteBuffer::reserve(std::size_t bytes) {
  if (capacity_ - size_ < bytes) {
    capacity_ = std::max(size_ + bytes, 2 * capacity_);
    auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
  }
  return bytes_.get() + size_;
}

}  // namespace gradfield
