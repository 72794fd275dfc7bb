// ns a number: write_number beside Dragonbox's own to_chars and the standard library's.
#include <benchmark/benchmark.h>
#include <dragonbox/dragonbox_to_chars.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "base/numbers/number.hpp"

namespace gradfield::bench {
namespace {

// More numbers than a branch predictor learns by heart; they and their text stay in the second-level cache.
constexpr std::size_t kCount = 16384;

using Writer = char* (*)(char*, double);
struct NamedWriter {
  const char* name;
  Writer write;
};
constexpr NamedWriter kWriters[] = {
    {"gradfield", write_number},
    {"dragonbox", [](char* out, double value) { return jkj::dragonbox::to_chars_n(value, out); }},
    {"std", [](char* out, double value) { return std::to_chars(out, out + kNumberRoom, value).ptr; }},
};

struct NamedValues {
  const char* name;
  std::function<double(std::size_t i, std::mt19937_64& random)> value;
};
double uniform(double largest, std::mt19937_64& random) {
  return std::uniform_real_distribution<double>(-largest, largest)(random);
}
const NamedValues kValues[] = {
    {"within 1", [](std::size_t, auto& random) { return uniform(1, random); }},
    {"within 10", [](std::size_t, auto& random) { return uniform(10, random); }},
    {"wave",
     [](std::size_t i, auto&) {
       const double x = -3 + 6.0 * static_cast<double>(i % 128) / 127,
                    y = -3 + 6.0 * static_cast<double>(i / 128) / 127;
       return std::sin(x) * std::cos(y) * std::exp(-(x * x + y * y) / 4);
     }},
    {"axis", [](std::size_t i, auto&) { return -3 + 6.0 * static_cast<double>(i) / (kCount - 1); }},
    {"two decimals", [](std::size_t, auto& random) { return static_cast<double>(random() % 1000) / 100; }},
    {"whole below 1000", [](std::size_t, auto& random) { return static_cast<double>(random() % 1000); }},
    {"tail of a bell", [](std::size_t, auto& random) { return std::exp(-std::pow(4 + uniform(1, random), 2)); }},
    {"any finite bits",
     [](std::size_t, auto& random) {
       double value = 0;
       do {
         value = std::bit_cast<double>(random());
       } while (!std::isfinite(value));
       return value;
     }},
};

void write_all(benchmark::State& state, Writer write, const std::vector<double>& values) {
  std::vector<char> text(kCount * (kLongestNumber + 1) + kNumberRoom);
  for (auto _ : state) {
    char* out = text.data();
    for (const double value : values) {
      out = write(out, value);
      *out++ = ',';
    }
    benchmark::DoNotOptimize(out);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kCount));
  state.counters["time/number"] = benchmark::Counter(
      static_cast<double>(kCount), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

const bool kRegistered = [] {
  for (const NamedValues& row : kValues) {
    std::mt19937_64 random(1);
    std::vector<double> values;
    for (std::size_t i = 0; i < kCount; ++i) values.push_back(row.value(i, random));
    for (const NamedWriter& writer : kWriters) {
      benchmark::RegisterBenchmark((std::string("digits/") + row.name + "/" + writer.name).c_str(), write_all,
                                   writer.write, values);
    }
  }
  return true;
}();

}  // namespace
}  // namespace gradfield::bench
