#include "field/sample.hpp"

#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>
#include <tbb/task_scheduler_observer.h>

#include <algorithm>
#include <exception>
#include <latch>
#include <memory>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

namespace gradfield {
namespace {

// Numbers 0 to count - 1, each lent to one thread at a time.
class Workers {
 public:
  explicit Workers(std::size_t count) {
    while (count > 0) idle_.push_back(--count);
  }

  class Loan {
   public:
    explicit Loan(Workers& workers) : workers_(workers) {
      const std::scoped_lock lock(workers_.mutex_);
      number_ = workers_.idle_.back();
      workers_.idle_.pop_back();
    }
    ~Loan() {
      const std::scoped_lock lock(workers_.mutex_);
      workers_.idle_.push_back(number_);
    }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    std::size_t number() const { return number_; }

   private:
    Workers& workers_;
    std::size_t number_;
  };

 private:
  std::mutex mutex_;
  std::vector<std::size_t> idle_;
};

// How many threads fit into the limit on the address space, or on data, where one is set: each takes a stack, and for a
// moment twice the 64 MiB that glibc's malloc sets aside for a thread.
int threads_within_limits(int wanted) {
  constexpr rlim_t kSpaceOfOne = rlim_t{160} << 20;
  for (const auto resource : {RLIMIT_AS, RLIMIT_DATA}) {
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) continue;
    wanted = static_cast<int>(std::min<rlim_t>(limit.rlim_cur / kSpaceOfOne + 1, static_cast<rlim_t>(wanted)));
  }
  return wanted;
}

// How many threads, of those wanted, this process can really have at one time: where there can be fewer, oneTBB would
// end the process instead of making do with them.
int startable_threads(int wanted) {
  wanted = threads_within_limits(wanted);
  std::latch end(1);
  std::vector<std::thread> others;
  try {
    while (static_cast<int>(others.size()) + 1 < wanted) others.emplace_back([&] { end.wait(); });
  } catch (const std::system_error&) {  // no more of them
  } catch (const std::bad_alloc&) {
  }
  const int started = static_cast<int>(others.size()) + 1;
  end.count_down();
  for (std::thread& other : others) other.join();
  // Close to a limit some room is left: other processes take their part of it.
  return started == wanted ? wanted : std::max(1, started / 4);
}

// Leaves signals to the first thread: where it holds them (SignalsHeld) no other one must be given them.
class DeafWorkers : public tbb::task_scheduler_observer {
 public:
  explicit DeafWorkers(tbb::task_arena& arena) : task_scheduler_observer(arena) { observe(true); }
  ~DeafWorkers() override { observe(false); }

  void on_scheduler_entry(bool is_worker) override {
    if (!is_worker) return;
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
  }
};

using Block = std::unique_ptr<PointSource>;

void work_on(PointSource& block, const BlockWork& work) {
  work.make(0, 0, block);
  work.take(0);
}

// Blocks on their way through the pipeline; a slot is used again when its block has left, and they leave in order.
struct Numbered {
  std::shared_ptr<PointSource> block;
  std::size_t slot;
};

}  // namespace

// The processors that taskset, a container or a batch system leaves us. Not tbb::info's count: it looks for libraries
// that know the machine's topology, which takes as long as a small table.
int available_threads() {
  cpu_set_t processors;
  if (sched_getaffinity(0, sizeof processors, &processors) == 0) return std::max(1, CPU_COUNT(&processors));
  return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

std::size_t slot_count(const Threads& threads) {
  return threads.count == 1 ? 1 : 2 * static_cast<std::size_t>(threads.count) + 1;
}

void sample(PointSource& points, const Threads& threads, const BlockWork& work) {
  Block first = points.take(threads.block_points);
  if (!first) return;
  if (threads.count == 1 || points.is_live()) {
    for (; first; first = points.take(threads.block_points)) work_on(*first, work);
    return;
  }
  // A fault of the points ends the pipeline only after the blocks before it.
  std::exception_ptr fault;
  const auto take_block = [&]() -> Block {
    try {
      return points.take(threads.block_points);
    } catch (...) {
      fault = std::current_exception();
      return nullptr;
    }
  };
  Block second = take_block();
  if (!second) {
    work_on(*first, work);
  } else if (const int count = startable_threads(threads.count); count == 1) {
    work_on(*first, work);
    for (; second; second = take_block()) work_on(*second, work);
  } else {
    const std::size_t slots = slot_count(threads);
    std::size_t taken = 0;
    const auto source = [&](tbb::flow_control& control) -> Numbered {
      Block block = taken == 0 ? std::move(first) : taken == 1 ? std::move(second) : take_block();
      if (!block) control.stop();
      return {std::move(block), taken++ % slots};
    };
    Workers workers(static_cast<std::size_t>(count));
    const auto make = [&](const Numbered& next) {
      const Workers::Loan worker(workers);
      work.make(worker.number(), next.slot, *next.block);
      return next.slot;
    };
    using tbb::filter_mode;
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(count));
    tbb::task_arena arena(count);
    const DeafWorkers deaf(arena);
    arena.execute([&] {
      tbb::parallel_pipeline(slots, tbb::make_filter<void, Numbered>(filter_mode::serial_in_order, source) &
                                        tbb::make_filter<Numbered, std::size_t>(filter_mode::parallel, make) &
                                        tbb::make_filter<std::size_t, void>(filter_mode::serial_in_order, work.take));
    });
  }
  if (fault) std::rethrow_exception(fault);
}

Field collect(PointSource& points, const Gradient& gradient, const Threads& threads) {
  const std::size_t variables = points.variables();
  const auto append = [](std::vector<double>& to, const double* values, std::size_t count) {
    to.insert(to.end(), values, values + count);
  };
  const auto empty = [&] {
    Field field;
    field.coordinates.resize(variables);
    field.slopes.resize(variables);
    return field;
  };
  Field whole = empty();
  std::vector<Field> parts(slot_count(threads), empty());
  std::vector<std::unique_ptr<Gradient>> gradients(static_cast<std::size_t>(threads.count));
  const auto make = [&](std::size_t worker, std::size_t slot, PointSource& block) {
    if (!gradients[worker]) gradients[worker] = gradient.clone();
    Field& part = parts[slot];
    Tile tile(variables);
    while (block.next(tile)) {
      const GradientTile& values = gradients[worker]->evaluate(tile);
      for (std::size_t k = 0; k < variables; ++k) {
        append(part.coordinates[k], tile.coordinate(k), tile.size());
        append(part.slopes[k], values.slopes[k].data(), tile.size());
      }
      append(part.f, values.f.data(), tile.size());
    }
  };
  const auto take = [&](std::size_t slot) {
    Field& part = parts[slot];
    for (std::size_t k = 0; k < variables; ++k) {
      append(whole.coordinates[k], part.coordinates[k].data(), part.size());
      append(whole.slopes[k], part.slopes[k].data(), part.size());
    }
    append(whole.f, part.f.data(), part.size());
    part = empty();
  };
  sample(points, threads, {make, take});
  return whole;
}

Field collect(const Grid& grid, const Gradient& gradient) {
  GridCursor cursor(grid);
  return collect(cursor, gradient);
}

struct Team::Threading {
  explicit Threading(int count)
      : limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(count)),
        arena(count),
        deaf(arena),
        workers(static_cast<std::size_t>(count)) {}

  tbb::global_control limit;
  tbb::task_arena arena;
  DeafWorkers deaf;
  Workers workers;
};

Team::Team(int threads) : size_(static_cast<std::size_t>(threads == 1 ? 1 : startable_threads(threads))) {
  if (size_ > 1) threading_ = std::make_unique<Threading>(static_cast<int>(size_));
}

Team::~Team() = default;

std::size_t Team::size() const { return size_; }

void Team::share(std::size_t items, const std::function<void(std::size_t worker, std::size_t item)>& work) {
  if (!threading_ || items < 2) {
    for (std::size_t item = 0; item < items; ++item) work(0, item);
    return;
  }
  threading_->arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, items, [&](std::size_t item) {
      const Workers::Loan worker(threading_->workers);
      work(worker.number(), item);
    });
  });
}

}  // namespace gradfield
