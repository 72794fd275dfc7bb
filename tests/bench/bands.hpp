// What the hand-written programs share: threads that are started once, take bands of rows in turn and write them to a
// file in order; and the axis of a grid, by the formula gradfield documents.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace gradfield::bench {

struct Arguments {
  std::size_t columns, rows;  // points of x and of y
  unsigned threads;
  const char* file;
};

/// Reads `n m threads file`; ends the program where they are not these four.
inline Arguments read_arguments(int count, char** words) {
  if (count < 5) {
    std::fprintf(stderr, "usage: %s N M THREADS FILE\n", words[0]);
    std::exit(64);
  }
  const auto number = [&](int i) { return std::strtoul(words[i], nullptr, 10); };
  return {number(1), number(2), static_cast<unsigned>(number(3)), words[4]};
}

/// `count` points from -3 to 3.
inline std::vector<double> axis(std::size_t count) {
  std::vector<double> points(count);
  const std::size_t last = count - 1;
  for (std::size_t i = 0; i < count; ++i) {
    const bool lower = 2 * i < last;
    const double offset = 6.0 * static_cast<double>(lower ? i : last - i) / static_cast<double>(last);
    points[i] = 2 * i == last ? 0 : lower ? -3 + offset : 3 - offset;
  }
  return points;
}

/// Writes a file of bands: `fill(band, buffer)` writes band number `band` to the `largest` bytes at `buffer` and
/// returns its end; it runs on `threads` threads at once.
class BandWriter {
 public:
  BandWriter(const char* file, std::size_t bands, std::size_t largest)
      : file_(::open(file, O_WRONLY | O_CREAT | O_TRUNC, 0666)), bands_(bands), largest_(largest) {
    if (file_ < 0) fail(file);
  }

  void write(const char* begin, const char* end) {
    while (begin < end) {
      const ssize_t written = ::write(file_, begin, static_cast<std::size_t>(end - begin));
      if (written < 0) fail("write");
      begin += written;
    }
  }

  void run(unsigned threads, const std::function<char*(std::size_t band, char* buffer)>& fill) {
    std::vector<std::thread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([&] { work(fill); });
    work(fill);
    for (std::thread& other : others) other.join();
    if (::close(file_) != 0) fail("close");
  }

 private:
  [[noreturn]] static void fail(const char* what) {
    std::perror(what);
    std::exit(74);
  }

  void work(const std::function<char*(std::size_t, char*)>& fill) {
    std::vector<char> buffer(largest_);
    for (std::size_t band; (band = next_++) < bands_;) {
      const char* const end = fill(band, buffer.data());
      std::unique_lock lock(mutex_);
      turn_.wait(lock, [&] { return written_ == band; });
      lock.unlock();  // nobody else has the turn
      write(buffer.data(), end);
      lock.lock();
      ++written_;
      turn_.notify_all();
    }
  }

  int file_;
  std::size_t bands_, largest_;
  std::atomic<std::size_t> next_ = 0;
  std::size_t written_ = 0;
  std::mutex mutex_;
  std::condition_variable turn_;
};

}  // namespace gradfield::bench
