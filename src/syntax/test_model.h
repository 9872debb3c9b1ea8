// For tests: small valid model files with random weights, and ways to break them.
#ifndef ENTENTE_SYNTAX_TEST_MODEL_H_
#define ENTENTE_SYNTAX_TEST_MODEL_H_

#include <cmath>
#include <cstdint>
#include <cstring>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace entente {

struct TestTensor {
  std::string type;  // I8, U8, F32
  std::vector<int> shape;
  std::string bytes;
};

class TestModel {
 public:
  struct Size {
    int hidden = 32;
    int layers = 2;
    int heads = 2;
    int ffn = 64;
    int positions = 40;
    int arc = 32;
    int label = 16;
  };

  explicit TestModel(unsigned seed = 1) : TestModel(seed, Size()) {}
  TestModel(unsigned seed, const Size& size) : random_(seed), size_(size) {
    metadata["format"] = "entente-syntax";
    metadata["version"] = "1";
    metadata["config"] = config();
    const int hidden = size.hidden;
    const auto entries = static_cast<int>(vocabulary().size());
    weight("embeddings.word", entries, hidden, 0.2);
    floats("embeddings.position", {size.positions, hidden}, 0, 0.1);
    floats("embeddings.shape", {32, hidden}, 0, 0.1);
    norm("embeddings.norm");
    for (int i = 0; i < size.layers; ++i) layer("layers." + std::to_string(i) + ".");
    linear("heads.tags", 4 + 3 + 3 + 4 + 11 + 9, hidden);
    linear("heads.arc_dep", size.arc, hidden);
    linear("heads.arc_head", size.arc, hidden);
    linear("heads.label_dep", size.label, hidden);
    linear("heads.label_head", size.label, hidden);
    linear("heads.arc", size.arc + 1, size.arc);
    linear("heads.label", 4 * (size.label + 1), size.label);
    std::string lines;
    for (const std::string& entry : vocabulary()) lines += entry + "\n";
    text("tokenizer.vocabulary", lines);
    text("lemma.exceptions", "went\tVERB\tgo\nmen\tNOUN\tman\n");
    text("lemma.known", "talk\tNOUN\n");
  }

  // Makes it a file of version 2: a branch of `layers` layers over the main layer `from`, with two types and three
  // roots.
  void add_events(int from, int layers) {
    metadata["version"] = "2";
    std::string& json = metadata["config"];
    json.insert(json.size() - 1, R"(,"events":{"from":)" + std::to_string(from) + R"(,"layers":)" +
                                     std::to_string(layers) +
                                     R"(,"types":["none","AGREE"],"roots":["none","talks","fights"]})");
    for (int i = 0; i < layers; ++i) layer("events.layers." + std::to_string(i) + ".");
    const int hidden = size_.hidden;
    floats("events.trigger.weight", {2, hidden}, 0, 0.3);
    floats("events.trigger.bias", {2}, 0, 0.3);
    floats("events.query.weight", {hidden, 3 * hidden}, 0, 0.3);
    floats("events.query.bias", {hidden}, 0, 0.3);
    floats("events.value", {hidden}, 0, 0.3);
    floats("events.root.weight", {3, 3 * hidden}, 0, 0.3);
    floats("events.root.bias", {3}, 0, 0.3);
  }

  // Makes it one of version 3: heads of the branch that read attribution, which link words to a cue by `link` sums.
  void add_attribution(int link, int reach) {
    metadata["version"] = "3";
    std::string& json = metadata["config"];
    json.insert(json.size() - 1,
                R"(,"attribution":{"link":)" + std::to_string(link) + R"(,"reach":)" + std::to_string(reach) + "}");
    const int hidden = size_.hidden;
    floats("attribution.marks.weight", {9, hidden}, 0, 0.3);
    floats("attribution.marks.bias", {9}, 0, 0.3);
    floats("attribution.link_word.weight", {link, hidden}, 0, 0.3);
    floats("attribution.link_word.bias", {link}, 0, 0.3);
    floats("attribution.link_cue", {link, hidden}, 0, 0.3);
    floats("attribution.link_distance", {2 * reach + 1, link}, 0, 0.3);
    floats("attribution.link_role.weight", {3, link}, 0, 0.3);
    floats("attribution.link_role.bias", {3}, 0, 0.3);
  }

  // The branch's layer gets the weights of a main layer.
  void copy_layer(int from, int to) {
    const std::string source = "layers." + std::to_string(from) + ".";
    const std::string target = "events.layers." + std::to_string(to) + ".";
    for (const auto& [name, tensor] : std::map<std::string, TestTensor>(tensors)) {
      if (name.starts_with(source)) tensors[target + name.substr(source.size())] = tensor;
    }
  }

  [[nodiscard]] static std::vector<std::string> vocabulary() {
    std::vector<std::string> entries = {"[UNK]", "[CLS]",  "the",  "minister", "signed",
                                        "##ed",  "treaty", "talk", "un",       "##sign"};
    for (char c = 'a'; c <= 'z'; ++c) {
      entries.emplace_back(1, c);
      entries.push_back(std::string("##") + c);
    }
    for (const char c : std::string("0123456789.,;:!?\"'()-")) entries.emplace_back(1, c);
    return entries;
  }

  [[nodiscard]] std::string config() const {
    const auto number = [](int n) { return std::to_string(n); };
    return R"({"hidden":)" + number(size_.hidden) + R"(,"layers":)" + number(size_.layers) + R"(,"attention_heads":)" +
           number(size_.heads) + R"(,"ffn":)" + number(size_.ffn) + R"(,"max_positions":)" + number(size_.positions) +
           R"(,"max_subwords":4,"norm_epsilon":1e-12,"shapes":32,"arc":)" + number(size_.arc) + R"(,"label":)" +
           number(size_.label) +
           R"(,"groups":[{"name":"upos","labels":["NOUN","VERB","PUNCT","ADP"]},{"name":"xpos","labels":["NN","VBD","."]},)"
           R"({"name":"feats","labels":["_","Number=Sing","Number=Plur"]},{"name":"lemma","labels":["l:0:","k:0:","l:1:","c:2:y"]},)"
           R"({"name":"name","labels":["O","B-PER","I-PER","B-ORG","I-ORG","B-LOC","I-LOC","B-NORP","I-NORP","B-EVT","I-EVT"]},)"
           R"({"name":"source","labels":["O","B","I"]},{"name":"cue","labels":["O","B","I"]},)"
           R"({"name":"content","labels":["O","B","I"]}],"deprels":["nsubj","root","obj","punct"]})";
  }

  void text(const std::string& name, const std::string& bytes) {
    tensors[name] = {"U8", {static_cast<int>(bytes.size())}, bytes};
  }

  void floats(const std::string& name, const std::vector<int>& shape, double mean, double spread) {
    std::size_t count = 1;
    for (const int n : shape) count *= static_cast<std::size_t>(n);
    std::vector<float> values(count);
    for (float& value : values) value = static_cast<float>(mean + spread * draw());
    tensors[name] = {"F32", shape, {reinterpret_cast<const char*>(values.data()), count * sizeof(float)}};
  }

  // The file, with its checksum.
  [[nodiscard]] std::string bytes() const {
    std::string data;
    std::ostringstream json;
    json << R"({"__metadata__":{"sha256":")" << std::string(64, '0') << '"';
    for (const auto& [key, value] : metadata) json << ',' << quoted(key) << ':' << quoted(value);
    json << '}';
    for (const auto& [name, tensor] : tensors) {
      json << ',' << quoted(name) << R"(:{"dtype":")" << tensor.type << R"(","shape":[)";
      for (std::size_t i = 0; i < tensor.shape.size(); ++i) json << (i == 0 ? "" : ",") << tensor.shape[i];
      json << R"(],"data_offsets":[)" << data.size() << ',' << data.size() + tensor.bytes.size() << "]}";
      data += tensor.bytes;
    }
    json << '}';
    return sealed(json.str(), data);
  }

  // Length, header and data in one, the zeros of its checksum replaced.
  [[nodiscard]] static std::string sealed(const std::string& json, const std::string& data) {
    std::string file(8, '\0');
    for (std::size_t i = 0; i < 8; ++i) file[i] = static_cast<char>(json.size() >> (8 * i));
    file += json + data;
    const std::size_t at = file.find(std::string(64, '0'));
    return at == std::string::npos ? file : file.replace(at, 64, sha256_hex(file));
  }

  std::map<std::string, TestTensor> tensors;
  std::map<std::string, std::string> metadata;

 private:
  static std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') out.push_back('\\');
      out.push_back(c);
    }
    return out + "\"";
  }

  double draw() { return static_cast<double>(random_()) / 2147483648.0 - 1.0; }  // -1 to 1

  void weight(const std::string& name, int out, int in, double size) {
    std::string values(static_cast<std::size_t>(out) * static_cast<std::size_t>(in), '\0');
    for (char& value : values) value = static_cast<char>(std::lround(127 * draw()));
    tensors[name + ".weight"] = {"I8", {out, in}, values};
    floats(name + ".scale", {out}, size / 127, 0.3 * size / 127);
  }

  void linear(const std::string& name, int out, int in) {
    weight(name, out, in, 3.0 / std::sqrt(in));
    floats(name + ".bias", {out}, 0, 0.2);
  }

  void layer(const std::string& prefix) {
    linear(prefix + "qkv", 3 * size_.hidden, size_.hidden);
    linear(prefix + "out", size_.hidden, size_.hidden);
    norm(prefix + "attention_norm");
    linear(prefix + "ffn_in", size_.ffn, size_.hidden);
    linear(prefix + "ffn_out", size_.hidden, size_.ffn);
    norm(prefix + "ffn_norm");
  }

  void norm(const std::string& name) {
    floats(name + ".weight", {size_.hidden}, 1, 0.2);
    floats(name + ".bias", {size_.hidden}, 0, 0.1);
  }

  std::mt19937 random_;
  Size size_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_TEST_MODEL_H_
