// A loop whose steps do not depend on one another, on a number of threads.
#ifndef ENTENTE_APPS_CLI_PARALLEL_H_
#define ENTENTE_APPS_CLI_PARALLEL_H_

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <cstddef>

namespace entente::cli {

// Calls step(i) for each i below `count`. Each writes to a place of its own, so that the number of jobs changes
// nothing.
template <class Step>
void for_each_index(unsigned jobs, std::size_t count, const Step& step) {
  namespace tbb = oneapi::tbb;
  const tbb::global_control control(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, step); });
}

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_PARALLEL_H_
