#include "syntax/parser.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "base/files.h"
#include "syntax/attribution_head.h"
#include "syntax/encoder.h"
#include "syntax/event_head.h"
#include "syntax/heads.h"
#include "syntax/kernels.h"
#include "syntax/lemma.h"
#include "syntax/linear.h"
#include "syntax/model.h"
#include "syntax/safetensors.h"
#include "syntax/shapes.h"
#include "syntax/span_labels.h"
#include "syntax/wordpiece.h"

namespace entente {
namespace {

// Rows of one pass: whole sentences up to about this many, so that a long article needs no more memory.
constexpr std::size_t kBatchRows = 512;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// One window: words of one sentence that are read together; mostly all of them.
struct Window {
  int begin = 0;  // index into Document::tokens
  int end = 0;
  bool continues = false;  // its sentence began in an earlier window
};

struct Workspace {
  Encoder::Workspace encoder;
  Heads::Workspace heads;
  std::vector<Window> windows;
  std::vector<std::int32_t> pieces;
  std::vector<float> marks, joined;  // of the branch, nine a word; of both encoders, three a word
  int root = -1;                     // of the first window of the sentence being read
};

Result<std::array<SpanLabels, 4>> load_span_labels(const ModelConfig& config, const std::string& name) {
  std::array<SpanLabels, 4> out;
  for (int i = 0; i < 4; ++i) {
    Result<SpanLabels> labels = SpanLabels::load(config.groups[static_cast<std::size_t>(TagGroup::kName) + at(i)]);
    if (!labels) return Error{ErrorCode::kBadModel, labels.error().message, name};
    out[at(i)] = *std::move(labels);
  }
  return out;
}

Result<std::vector<NameType>> read_name_types(const SpanLabels& labels, const std::string& name) {
  constexpr std::array kTypes = {NameType::kPerson, NameType::kOrganisation, NameType::kPlace, NameType::kGroup,
                                 NameType::kEvent};
  std::vector<NameType> types;
  for (const std::string& kind : labels.kinds()) {
    const auto* found =
        std::find_if(kTypes.begin(), kTypes.end(), [&](NameType type) { return kind == name_type_name(type); });
    if (found == kTypes.end()) return Error{ErrorCode::kBadModel, "\"" + kind + "\" is no type of names", name};
    types.push_back(*found);
  }
  return types;
}

}  // namespace

struct Parser::Impl {
  std::unique_ptr<MappedFile> file;
  std::string checksum;
  ModelWeights weights;
  bool int8 = false;
  std::optional<WordPiece> wordpiece;
  std::optional<Lemmatiser> lemmatiser;
  std::array<SpanLabels, 4> span_labels;
  std::vector<NameType> name_types;
  std::optional<Encoder> encoder;
  std::optional<Heads> heads;
  std::optional<EventHead> event_head;
  std::optional<AttributionHead> attribution_head;

  // Workspaces that no call is using.
  mutable std::mutex mutex;
  mutable std::vector<std::unique_ptr<Workspace>> idle;

  Status open(const std::string& path, EngineConfig::Precision precision);
  Status build();

  std::unique_ptr<Workspace> borrow() const;
  void give_back(std::unique_ptr<Workspace> workspace) const;

  void cut_sentence(const Sentence& sentence, ShapeReader& shapes, ParsedDocument& out, Workspace& w) const;
  void close_window(int end, bool continues, Workspace& w) const;
  void flush(ParsedDocument& out, Workspace& w) const;
  void write_words(const Window& window, int row, ParsedDocument& out, const Workspace& w) const;
  void write_names(const Window& window, int row, ParsedDocument& out, Workspace& w) const;
  void write_attributions(const Window& window, int row, const float* vectors, ParsedDocument& out, Workspace& w) const;
  void link_cue(const Window& window, const SpanLabels::Found& cue, const std::vector<float>& roles,
                ParsedDocument& out) const;
  void join_scores(int words, int role, const float* scores, Workspace& w) const;
  void write_events(const float* vectors, ParsedDocument& out, Workspace& w) const;
};

Status Parser::Impl::open(const std::string& path, EngineConfig::Precision precision) {
  ENTENTE_TRY(file, MappedFile::open(path));
  ENTENTE_TRY(const SafeTensors tensors, SafeTensors::parse(file->bytes(), path));
  ENTENTE_TRY(checksum, verify_checksum(file->bytes(), tensors, path));
  ENTENTE_TRY(weights, read_model(tensors, path));
  const ModelConfig& config = weights.config;
  ENTENTE_TRY(wordpiece, WordPiece::load(weights.vocabulary_text, weights.vocabulary, config.max_subwords, path));
  ENTENTE_TRY(lemmatiser, Lemmatiser::load(config.groups[static_cast<std::size_t>(TagGroup::kLemma)],
                                           weights.exceptions_text, weights.known_lemmas_text, path));
  ENTENTE_TRY(span_labels, load_span_labels(config, path));
  ENTENTE_TRY(name_types, read_name_types(span_labels[0], path));
  const bool exact = precision != EngineConfig::Precision::kFloat32 && has_exact_int8();
  if (precision == EngineConfig::Precision::kInt8 && !exact) {
    return Error{ErrorCode::kUsage, "this CPU has no int8 dot products (AVX-512 VNNI or AVX-VNNI): ask for f32", ""};
  }
  int8 = exact;
  return build();
}

Status Parser::Impl::build() {
  const SingleThread single_thread;
  const Kernels& set = kernels(best_kernel_set(), int8);
  LinearFactory factory(int8);
  ENTENTE_TRY(encoder, Encoder::make(weights, factory, set));
  ENTENTE_TRY(heads, Heads::make(weights, factory, set));
  if (weights.events.has_value()) event_head.emplace(*weights.events, weights.config.hidden);
  if (weights.attribution.has_value()) attribution_head.emplace(*weights.attribution, weights.config.hidden);
  return Unit{};
}

std::unique_ptr<Workspace> Parser::Impl::borrow() const {
  const std::lock_guard lock(mutex);
  if (idle.empty()) return std::make_unique<Workspace>();
  std::unique_ptr<Workspace> workspace = std::move(idle.back());
  idle.pop_back();
  return workspace;
}

void Parser::Impl::give_back(std::unique_ptr<Workspace> workspace) const {
  const std::lock_guard lock(mutex);
  idle.push_back(std::move(workspace));
}

void Parser::Impl::close_window(int end, bool continues, Workspace& w) const {
  EncoderBatch& batch = w.encoder.batch;
  batch.parts.back().end = static_cast<int>(batch.rows.size());
  batch.parts.back().wanted_end = static_cast<int>(batch.wanted.size());
  w.windows.back().end = end;
  w.windows.back().continues = continues;
}

// Appends the sentence to the batch, as one window or, where it is too long, several.
void Parser::Impl::cut_sentence(const Sentence& sentence, ShapeReader& shapes, ParsedDocument& out,
                                Workspace& w) const {
  const auto& tokens = out.document.tokens;
  EncoderBatch& batch = w.encoder.batch;
  if (sentence.starts_paragraph) shapes.start_paragraph();
  shapes.start_sentence();
  const auto open_window = [&](int token) {
    batch.parts.push_back({static_cast<int>(batch.rows.size()), 0, static_cast<int>(batch.wanted.size()), 0});
    w.windows.push_back({token, token, false});
    batch.wanted.push_back(0);
    batch.rows.push_back({wordpiece->cls(), 0, -1});
  };
  const int begin = sentence.tokens.begin.value;
  const int end = sentence.tokens.end.value;
  bool continues = false;
  open_window(begin);
  for (int token = begin; token < end; ++token) {
    const std::int32_t shape = shapes.next(tokens[at(token)].form);
    w.pieces.clear();
    wordpiece->cut(tokens[at(token)].form, w.pieces);
    auto used = static_cast<int>(batch.rows.size()) - batch.parts.back().begin;
    if (used + static_cast<int>(w.pieces.size()) > weights.config.max_positions) {
      close_window(token, continues, w);
      if (batch.rows.size() >= kBatchRows) flush(out, w);
      continues = true;
      open_window(token);
      used = 1;
    }
    batch.wanted.push_back(used);
    for (const std::int32_t id : w.pieces) batch.rows.push_back({id, used++, shape});
  }
  close_window(end, continues, w);
}

void Parser::Impl::write_words(const Window& window, int row, ParsedDocument& out, const Workspace& w) const {
  const auto label = [&](TagGroup group, int index) -> const std::string& {
    return weights.config.groups[static_cast<std::size_t>(group)][at(index)];
  };
  for (int token = window.begin; token < window.end; ++token) {
    const WordReading& reading = w.heads.words[at(row + 1 + token - window.begin)];
    Word& word = out.words[at(token)];
    word.upos = label(TagGroup::kUpos, reading.upos);
    word.xpos = label(TagGroup::kXpos, reading.xpos);
    word.feats = label(TagGroup::kFeats, reading.feats);
    word.lemma = lemmatiser->lemma(out.document.tokens[at(token)].form, word.upos, reading.lemma);
    word.head = reading.head == 0 ? -1 : window.begin + reading.head - 1;
    word.deprel = weights.config.deprels[at(reading.deprel)];
    word.score = reading.head_score;
  }
}

void Parser::Impl::write_names(const Window& window, int row, ParsedDocument& out, Workspace& w) const {
  const float* scores = heads->span_scores(TagGroup::kName, row + 1, w.heads);
  for (const SpanLabels::Found& found :
       span_labels[0].decode(scores, window.end - window.begin, heads->span_stride())) {
    out.names.push_back(
        {{window.begin + found.begin, window.begin + found.end}, name_types[at(found.kind)], found.score});
  }
}

// The mean of what both encoders say, as logarithms of probabilities: into w.joined.
void Parser::Impl::join_scores(int words, int role, const float* scores, Workspace& w) const {
  const auto log_sum = [](const float* of) {
    const float most = std::max({of[0], of[1], of[2]});
    return most + std::log(std::exp(of[0] - most) + std::exp(of[1] - most) + std::exp(of[2] - most));
  };
  w.joined.resize(at(words) * 3);
  for (int word = 0; word < words; ++word) {
    const float* second = w.marks.data() + at(word) * AttributionHead::kMarks + at(role) * 3;
    const float* first = scores + at(word) * heads->span_stride();
    const float whole = log_sum(first) + log_sum(second);
    for (std::size_t i = 0; i < 3; ++i) w.joined[at(word) * 3 + i] = (first[i] + second[i] - whole) / 2;
  }
}

// `vectors`: the branch's, of the window's words; nullptr where the model has no branch that reads attribution.
void Parser::Impl::write_attributions(const Window& window, int row, const float* vectors, ParsedDocument& out,
                                      Workspace& w) const {
  constexpr std::array kRoles = {AttributionRole::kSource, AttributionRole::kCue, AttributionRole::kContent};
  const int words = window.end - window.begin;
  std::vector<float> projected;
  if (vectors != nullptr) {
    w.marks.resize(at(words) * AttributionHead::kMarks);
    for (std::size_t word = 0; word < at(words); ++word) {
      attribution_head->read_word(vectors + word * at(weights.config.hidden),
                                  w.marks.data() + word * AttributionHead::kMarks);
    }
  }
  for (int i = 0; i < 3; ++i) {
    const auto group = static_cast<TagGroup>(static_cast<int>(TagGroup::kSource) + i);
    const float* scores = heads->span_scores(group, row + 1, w.heads);
    if (vectors != nullptr) join_scores(words, i, scores, w);
    const auto found = vectors != nullptr ? span_labels[at(i + 1)].decode(w.joined.data(), words, 3)
                                          : span_labels[at(i + 1)].decode(scores, words, heads->span_stride());
    for (const SpanLabels::Found& span : found) {
      out.attributions.push_back({{window.begin + span.begin, window.begin + span.end}, kRoles[at(i)], span.score});
      if (vectors == nullptr || kRoles[at(i)] != AttributionRole::kCue) continue;
      if (projected.empty()) projected = attribution_head->project(vectors, words);
      link_cue(window, span, attribution_head->link(projected, vectors, {span.begin, span.end}), out);
    }
  }
}

void Parser::Impl::link_cue(const Window& window, const SpanLabels::Found& cue, const std::vector<float>& roles,
                            ParsedDocument& out) const {
  Attribution attribution;
  attribution.cue = {{window.begin + cue.begin, window.begin + cue.end}};
  float sum = 0;
  int count = 0;
  int before = AttributionHead::kNone;
  for (int word = 0; word < window.end - window.begin; ++word) {
    const float* p = roles.data() + at(word) * 3;
    const bool of_cue = cue.begin <= word && word < cue.end;
    const int role = of_cue ? 0 : static_cast<int>(std::max_element(p, p + 3) - p);
    if (role != AttributionHead::kNone) {
      auto& spans = role == AttributionHead::kSource ? attribution.source : attribution.content;
      if (role != before) spans.push_back({window.begin + word, window.begin + word});
      spans.back().end = TokenOffset{window.begin + word + 1};
    }
    if (role == AttributionHead::kContent) {
      sum += p[AttributionHead::kContent];
      ++count;
    }
    before = role;
  }
  attribution.score = count == 0 ? 0 : cue.score * sum / static_cast<float>(count);
  out.linked.push_back(std::move(attribution));
}

void Parser::Impl::write_events(const float* vectors, ParsedDocument& out, Workspace& w) const {
  const EncoderBatch& batch = w.encoder.batch;
  const auto types = at(event_head->types());
  for (std::size_t i = 0; i < w.windows.size(); ++i) {
    const Window& window = w.windows[i];
    for (int token = window.begin; token < window.end; ++token) {
      const int row = batch.parts[i].wanted_begin + 1 + token - window.begin;
      event_head->read_word(vectors + at(row) * at(weights.config.hidden),
                            out.events.scores.data() + at(token) * types);
    }
  }
}

// Reads the batch and writes its words; what it held is gone after it.
void Parser::Impl::flush(ParsedDocument& out, Workspace& w) const {
  EncoderBatch& batch = w.encoder.batch;
  if (!batch.parts.empty()) {
    heads->run(encoder->run(w.encoder), batch, w.heads);
    for (std::size_t i = 0; i < w.windows.size(); ++i) {
      const Window& window = w.windows[i];
      write_words(window, batch.parts[i].wanted_begin, out, w);
      write_names(window, batch.parts[i].wanted_begin, out, w);
      for (int token = window.begin; token < window.end; ++token) {
        Word& word = out.words[at(token)];
        if (word.head >= 0) continue;
        if (!window.continues) {
          w.root = token;
        } else {
          word.head = w.root;
          word.deprel = "parataxis";
        }
      }
    }
    const float* branch = event_head.has_value() ? encoder->run_branch(w.encoder) : nullptr;
    for (std::size_t i = 0; i < w.windows.size(); ++i) {
      const int row = batch.parts[i].wanted_begin;
      const float* words = attribution_head.has_value() ? branch + at(row + 1) * at(weights.config.hidden) : nullptr;
      write_attributions(w.windows[i], row, words, out, w);
    }
    if (event_head.has_value()) write_events(branch, out, w);
  }
  batch.clear();
  w.windows.clear();
}

Parser::Parser(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Parser::~Parser() = default;

Result<std::unique_ptr<Parser>> Parser::load(const std::string& model_path, EngineConfig::Precision precision) {
  auto impl = std::make_unique<Impl>();
  ENTENTE_CHECK_OK(impl->open(model_path, precision));
  return std::unique_ptr<Parser>(new Parser(std::move(impl)));
}

ParsedDocument Parser::parse(Document document) const {
  const SingleThread single_thread;
  ParsedDocument out;
  out.document = std::move(document);
  out.words.resize(out.document.tokens.size());
  if (impl_->event_head.has_value()) {
    out.events.types = impl_->weights.events->types;
    out.events.scores.resize(out.document.tokens.size() * out.events.types.size());
  }
  const auto tokens = static_cast<std::int32_t>(out.document.tokens.size());
  std::unique_ptr<Workspace> workspace = impl_->borrow();
  ShapeReader shapes;
  for (const Sentence& sentence : out.document.sentences) {
    const TokenSpan span = sentence.tokens;
    if (span.empty() || span.begin.value < 0 || span.end.value > tokens) continue;
    impl_->cut_sentence(sentence, shapes, out, *workspace);
    if (workspace->encoder.batch.rows.size() >= kBatchRows) impl_->flush(out, *workspace);
  }
  impl_->flush(out, *workspace);
  impl_->give_back(std::move(workspace));
  const auto by_position = [](const AttributionSpan& a, const AttributionSpan& b) {
    return std::tie(a.tokens, a.role) < std::tie(b.tokens, b.role);
  };
  std::sort(out.attributions.begin(), out.attributions.end(), by_position);
  return out;
}

std::vector<std::pair<std::string, float>> Parser::read_pair(const ParsedDocument& parsed, CodePointSpan source,
                                                             CodePointSpan target) const {
  if (!impl_->event_head.has_value() || parsed.document.sentences.empty()) return {};
  const SingleThread single_thread;
  // All sentences as one, as far as one window goes: the pair may stand on both sides of a full stop.
  const auto& tokens = parsed.document.tokens;
  Sentence whole = parsed.document.sentences.front();
  whole.tokens.end = parsed.document.sentences.back().tokens.end;
  const auto words_of = [&](CodePointSpan span) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < static_cast<int>(tokens.size()); ++i) {
      const CodePointSpan token = tokens[at(i)].span;
      if (token.end <= span.begin || span.end <= token.begin) continue;
      if (first < 0) first = i;
      last = i;
    }
    return first < 0 ? std::make_pair(0, 0) : std::make_pair(first + 1, last + 2);  // after [CLS]
  };
  std::unique_ptr<Workspace> workspace = impl_->borrow();
  ShapeReader shapes;
  ParsedDocument scratch = parsed;  // a text of many windows is flushed into it
  impl_->cut_sentence(whole, shapes, scratch, *workspace);
  EncoderBatch& batch = workspace->encoder.batch;
  const EncoderBatch::Part part = batch.parts.front();
  const int count = part.wanted_end - part.wanted_begin;
  const auto s = words_of(source);
  const auto t = words_of(target);
  std::vector<std::pair<std::string, float>> out;
  if (batch.parts.size() == 1 && s.second <= count && t.second <= count) {
    static_cast<void>(impl_->encoder->run(workspace->encoder));
    const std::vector<float> scores =
        impl_->event_head->read_pair(impl_->encoder->run_branch(workspace->encoder), count, s, t);
    for (std::size_t i = 0; i < scores.size(); ++i) out.emplace_back(impl_->weights.events->roots[i], scores[i]);
  }
  batch.clear();
  workspace->windows.clear();
  impl_->give_back(std::move(workspace));
  return out;
}

const std::string& Parser::checksum() const& { return impl_->checksum; }
bool Parser::int8() const { return impl_->int8; }

}  // namespace entente
