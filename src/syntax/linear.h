// Linear layers on oneDNN: weights packed once, products of any number of rows.
//
// Exactness: s32 sums of u8 times s8 are exact, so in int8 no row's result depends on how rows are grouped. In f32
//   every call runs the same fixed number of rows.
// Threads: immutable after construction; run() needs a Scratch of the caller's own, and one OpenMP thread
// (SingleThread). Errors: make() reports what oneDNN refuses.
#ifndef ENTENTE_SYNTAX_LINEAR_H_
#define ENTENTE_SYNTAX_LINEAR_H_

#include <memory>
#include <vector>

#include "entente/result.h"
#include "syntax/aligned.h"
#include "syntax/kernels.h"
#include "syntax/model.h"

namespace entente {

// While it lives, OpenMP regions of this thread run on it alone: parallelism is the caller's, by article.
class SingleThread {
 public:
  SingleThread();
  ~SingleThread();
  SingleThread(const SingleThread&) = delete;
  SingleThread& operator=(const SingleThread&) = delete;

 private:
  int before_;
};

// Packed rows and sums are read and written up to a multiple of this.
inline constexpr int kRowStep = 48;

// Whether oneDNN has fast and exact int8 products here: AVX-512 VNNI or AVX-VNNI, and a product that proves it.
[[nodiscard]] bool has_exact_int8();

class LinearFactory;

class Linear {
 public:
  class Scratch {
   public:
    Scratch();
    ~Scratch();
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) noexcept;

   private:
    friend class Linear;
    struct State;
    std::unique_ptr<State> state_;
  };

  Linear(Linear&&) noexcept;
  Linear& operator=(Linear&&) noexcept;
  ~Linear();

  // sums[rows, width()] = packed[rows, in] * weights
  void run(const void* packed, int rows, void* sums, Scratch& scratch) const;

  [[nodiscard]] int width() const { return width_; }     // outputs, and zeros to fill the last vectors
  [[nodiscard]] Epilogue epilogue(int first = 0) const;  // from output `first` on

 private:
  friend class LinearFactory;
  struct State;
  explicit Linear(std::unique_ptr<State> state);
  void set_outputs(const std::vector<const LinearWeights*>& parts, int width);

  std::unique_ptr<State> state_;
  int width_ = 0;
  std::vector<std::int32_t> zero_;
  std::vector<float> scale_;
  std::vector<float> bias_;
};

// Makes layers that share primitives of the same shape.
class LinearFactory {
 public:
  explicit LinearFactory(bool int8);
  ~LinearFactory();
  LinearFactory(const LinearFactory&) = delete;
  LinearFactory& operator=(const LinearFactory&) = delete;

  // Several layers of the same input run as one: their outputs stand side by side.
  [[nodiscard]] Result<Linear> make(const std::vector<const LinearWeights*>& parts);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_LINEAR_H_
