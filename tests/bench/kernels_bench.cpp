// ns a value of every operation on a block, on every instruction set this processor has.
#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

#include "field/grid/tile.hpp"
#include "kernel/blocks.hpp"

namespace gradfield::bench {
namespace {

void run_block(benchmark::State& state, Block block) {
  // Between 0 and 1, where every function is defined.
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> inside(0.01, 0.99);
  std::vector<std::vector<double>> values(kLargestArity, std::vector<double>(kTileSize));
  const double* operands[kLargestArity];
  for (std::size_t k = 0; k < kLargestArity; ++k) {
    for (double& value : values[k]) value = inside(random);
    operands[k] = values[k].data();
  }
  std::vector<double> result(kTileSize);
  for (auto _ : state) {
    block(operands, result.data(), kTileSize);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kTileSize));
  state.counters["time/value"] = benchmark::Counter(
      static_cast<double>(kTileSize), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

const bool kRegistered = [] {
  for (const InstructionSet& set : instruction_sets()) {
    if (!set.is_supported()) continue;
    for (std::size_t i = 0; i < kOperationCount; ++i) {
      if (set.blocks().of[i] == nullptr) continue;
      const auto name =
          "kernel/" + std::string(kernel_of(static_cast<Operation>(i)).name) + "/" + std::string(set.name);
      benchmark::RegisterBenchmark(name.c_str(), run_block, set.blocks().of[i]);
    }
  }
  return true;
}();

}  // namespace
}  // namespace gradfield::bench
