#include "field/evaluator.hpp"

#include <algorithm>
#include <new>

namespace gradfield {
namespace {

constexpr std::align_val_t kAlignment{64};

std::size_t arity_of(const Instruction& instruction) {
  return static_cast<std::size_t>(kernel_of(instruction.operation).arity);
}

// For each instruction the last one that reads it (itself where none does); outputs are read at the very end.
std::vector<std::size_t> last_uses(const Program& program) {
  const auto& instructions = program.instructions();
  std::vector<std::size_t> last(instructions.size());
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    last[i] = i;
    for (std::size_t k = 0; k < arity_of(instructions[i]); ++k) last[instructions[i].operands[k]] = i;
  }
  for (const NodeId output : program.outputs()) last[output] = instructions.size();
  return last;
}

}  // namespace

void Evaluator::Free::operator()(double* memory) const { ::operator delete[](memory, kAlignment); }

Evaluator::Evaluator(const Program& program) {
  const auto& instructions = program.instructions();
  const Blocks& blocks = active_blocks();
  const std::vector<std::size_t> last = last_uses(program);
  std::vector<Location> locations(instructions.size());
  std::vector<std::size_t> constants;  // instructions whose slot is filled once
  std::vector<std::size_t> unused;
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    const Instruction& instruction = instructions[i];
    if (instruction.operation == Operation::kVariable) {
      locations[i] = {true, instruction.variable};
      continue;
    }
    if (instruction.operation == Operation::kConstant) {
      locations[i] = {false, slot_count_++};
      constants.push_back(i);
      continue;
    }
    Step step{blocks.of[static_cast<std::size_t>(instruction.operation)], arity_of(instruction), {}, 0};
    for (std::size_t k = 0; k < arity_of(instruction); ++k) step.operands[k] = locations[instruction.operands[k]];
    // Kernels may write where they read, so a slot whose last reader is this instruction serves its result.
    for (std::size_t k = 0; k < arity_of(instruction); ++k) {
      const NodeId operand = instruction.operands[k];
      const bool is_step = instructions[operand].operation != Operation::kConstant && !locations[operand].is_variable;
      const bool is_repeated = std::find(instruction.operands.begin(), instruction.operands.begin() + k, operand) !=
                               instruction.operands.begin() + k;
      if (is_step && !is_repeated && last[operand] == i) unused.push_back(locations[operand].index);
    }
    if (unused.empty()) {
      step.result = slot_count_++;
    } else {
      step.result = unused.back();
      unused.pop_back();
    }
    locations[i] = {false, step.result};
    steps_.push_back(step);
  }
  const std::size_t doubles = std::max<std::size_t>(slot_count_, 1) * kTileSize;
  slots_.reset(static_cast<double*>(::operator new[](doubles * sizeof(double), kAlignment)));
  for (const std::size_t i : constants) {
    std::fill_n(slots_.get() + locations[i].index * kTileSize, kTileSize, instructions[i].constant);
  }
  for (const NodeId output : program.outputs()) outputs_.push_back(locations[output]);
}

const double* Evaluator::at(Location location) const {
  return location.is_variable ? tile_->coordinate(location.index) : slots_.get() + location.index * kTileSize;
}

void Evaluator::evaluate(const Tile& tile) {
  tile_ = &tile;
  for (const Step& step : steps_) {
    std::array<const double*, kLargestArity> operands{};
    for (std::size_t k = 0; k < step.arity; ++k) operands[k] = at(step.operands[k]);
    step.block(operands.data(), slots_.get() + step.result * kTileSize, tile.size());
  }
}

std::span<const double> Evaluator::output(std::size_t k) const { return {at(outputs_[k]), tile_->size()}; }

}  // namespace gradfield
