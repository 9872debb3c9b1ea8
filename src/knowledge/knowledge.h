// What Entente knows: states, titles, organisations, offices, ontology and lexicon, loaded from tables.
//
// Threads: immutable after load(); share.
// Errors: load() fails with every mistake found, each as file:line and what was expected.
// Lifetime: views returned point into the object.
#ifndef ENTENTE_KNOWLEDGE_KNOWLEDGE_H_
#define ENTENTE_KNOWLEDGE_KNOWLEDGE_H_

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "entente/result.h"
#include "knowledge/table.h"

namespace entente {

struct State {
  std::string code;  // alpha-3; the parent's for entities that PLOVER codes under one
  std::string name;
  std::string official;
  std::vector<std::string> other_names;
  std::vector<std::string> adjectives;
  std::vector<std::string> people;
  std::vector<std::string> capitals;  // the first is the capital's name, the others its spellings or second seats
  std::vector<std::string> seats;     // palaces, ministries and their streets: "the Kremlin"
  std::string sector;                 // GOV, or PRE for what few recognise
  std::string from;                   // ISO 8601, perhaps of a year alone; empty: before 1945
  std::string to;                     // empty: it still exists
};

enum class TitleKind : std::uint8_t {
  kOffice,
  kPost,
  kAgent,
  kBody,
  kCounterpart,
  kReferencePeople,
  kReferenceStates,
  kReferenceState,   // "the kingdom": the state named before
  kReferenceBloc,    // "the bloc": the organisation of states named before
  kReferenceGroup,   // "the movement": the group named before
  kReferencePerson,  // "the general": the person named before
  kReferenceOther,   // "its neighbour": the state named before that is not the owner
};

struct Title {
  std::string title;
  std::string plural;
  std::string role;
  std::string sector;  // may be empty
  TitleKind kind = TitleKind::kPost;
  bool domestic = false;
};

struct Organisation {
  std::string code;
  std::string name;
  std::vector<std::string> other_names;
  std::string kind;    // IGO, NGO, armed
  std::string sector;  // may be empty
};

// Membership of a state in an organisation; dates as of State.
struct Member {
  std::string organisation;
  std::string state;
  std::string from;
  std::string to;
};

// Who acts without being a state or an organisation of states: parties, armed groups, movements, churches, companies.
struct Group {
  std::string name;
  std::vector<std::string> other_names;
  std::string code;     // of its state, or its own where it acts across borders
  std::string country;  // alpha-3, may be empty
  std::string sector;
  std::string kind;  // armed, party, movement, church, company, media, union, people, ngo
  std::string from;  // when it had this sector; dates as of State
  std::string to;
};

// A town, region, sea or island of the gazetteer.
struct PlaceEntry {
  std::string name;
  std::vector<std::string> other_names;
  std::string kind;                // town, region, area (disputed or over borders), water, island, site
  std::string region;              // of the country; may be empty
  std::string country;             // alpha-3; empty where it lies in none
  std::int64_t population = 0;     // 0: unknown
  std::optional<double> latitude;  // degrees
  std::optional<double> longitude;
};

struct OfficeHolder {
  std::string state;  // alpha-3, or an organisation's code
  std::string office;
  std::string holder;
  std::vector<std::string> other_names;
  char gender = '?';  // m, f
  std::string from;   // ISO 8601, perhaps of a month or year alone
  std::string to;     // empty: still in office at the table's version
};

struct EventType {
  std::string type;
  int quad = 0;
  double score = 0;
  std::string future_type;  // empty: keeps its type
  std::string future_cameo;
};

struct CameoCode {
  std::string code;
  std::string label;
  double goldstein = 0;
};

// A way from the frame's word to another: "obj", "with", "comp.obj".
using SlotPath = std::vector<std::string>;

// Words of a condition. Copies share them: a set of the lexicon is named by hundreds of frames.
class LemmaSet {
 public:
  LemmaSet() : words_(std::make_shared<const std::set<std::string>>()) {}
  LemmaSet(std::initializer_list<std::string> words) : LemmaSet(std::set<std::string>(words)) {}
  explicit LemmaSet(std::set<std::string> words)
      : words_(std::make_shared<const std::set<std::string>>(std::move(words))) {}

  [[nodiscard]] bool contains(const std::string& word) const { return words_->contains(word); }
  [[nodiscard]] bool empty() const { return words_->empty(); }
  [[nodiscard]] std::size_t size() const { return words_->size(); }
  [[nodiscard]] const std::set<std::string>& words() const& { return *words_; }
  [[nodiscard]] auto begin() const { return words_->begin(); }
  [[nodiscard]] auto end() const { return words_->end(); }

 private:
  std::shared_ptr<const std::set<std::string>> words_;
};

struct Condition {
  bool absent = false;          // "!obj": nothing may fill it
  std::vector<SlotPath> paths;  // any of them
  enum class Test : std::uint8_t { kFilled, kLemma, kActor, kSeveral } test = Test::kFilled;
  LemmaSet lemmas;        // for kLemma
  bool or_actor = false;  // for kLemma: somebody who can act will do too
};

struct Frame {
  enum class Pos : std::uint8_t { kVerb, kNoun, kAdjective };
  std::string name;
  Pos pos = Pos::kVerb;
  bool open = false;  // of any word
  std::vector<std::string> lemmas;
  std::vector<Condition> where;
  std::string type;
  std::string mode;   // may be empty
  std::string cameo;  // may be empty
  std::vector<std::string> contexts;
  std::vector<SlotPath> actor;
  std::vector<SlotPath> recipient;
  std::vector<std::pair<std::string, SlotPath>> others;  // role, slot
  bool joint = false;                                    // all parties stand in actor
  bool joint_if_many = false;                            // the same when there are several and no recipient
  bool absorb = false;  // what its complement tells is part of it, not an event of its own
  bool effect = false;  // what an act did ("killing three"): joins the record of the act that it hangs from
  std::string description;
  std::string example;
  std::string place;  // file:line
};

struct CueVerb {
  std::string lemma;
  std::string stance;
  std::vector<std::string> content;
  std::vector<std::string> addressee;
};

// How a raw confidence becomes one that means what it says: logit(out) = slope * logit(raw) + intercept.
struct ConfidenceScale {
  double slope = 1;
  double intercept = 0;
  [[nodiscard]] double apply(double raw) const;
};

struct WordValue {
  std::string kind;
  std::int32_t value = 0;
};

// What a run of words in a text may mean.
struct NameEntry {
  enum class Kind : std::uint8_t {
    kState,
    kAdjective,
    kPeople,
    kCapital,
    kSeat,
    kOrganisation,
    kGroup,
    kPlace,
    kTitle,
    kTitlePlural,
    kHolder,
    kHolderShort
  } kind;
  std::int32_t index = 0;   // into the list of its kind
  bool exact_case = false;  // "US", "UN": only as written
};

// What the entry stands for, in the list of its kind.
template <class Row>
[[nodiscard]] const Row& row_of(const std::vector<Row>& list, const NameEntry& entry) {
  return list[static_cast<std::size_t>(entry.index)];
}

class Knowledge {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Knowledge>> load(const std::string& folder);

  std::vector<State> states;
  std::vector<Title> titles;
  std::vector<Organisation> organisations;
  std::vector<Member> members;
  std::vector<Group> groups;
  std::vector<PlaceEntry> places;
  std::vector<OfficeHolder> offices;
  std::map<std::string, EventType> types;
  std::map<std::pair<std::string, std::string>, std::optional<double>> modes;  // (type, mode): score
  std::map<std::string, CameoCode> cameo;                                      // 1.1b3
  std::map<std::string, CameoCode> cameo_2007;        // the other numbering, for who has to read it
  std::map<std::string, std::string> conventions;     // "cameo": "1.1b3", ...: which of the published variants is used
  std::set<std::string> contexts;                     // of PLOVER
  std::map<std::string, bool> sectors;                // of PLOVER: true for the primary ones
  std::map<std::string, ConfidenceScale> confidence;  // by kind of record
  std::vector<Frame> frames;
  std::map<std::string, LemmaSet> sets;
  std::unordered_map<std::string, std::string> governors;  // lemma: status
  std::unordered_map<std::string, std::vector<CueVerb>> cues;
  std::unordered_map<std::string, WordValue> words;
  std::unordered_map<std::string, std::vector<std::int32_t>> verb_frames;  // lemma: index into frames
  std::unordered_map<std::string, std::vector<std::int32_t>> noun_frames;
  std::unordered_map<std::string, std::vector<std::int32_t>> adjective_frames;
  // Frames of no lemma ("*"): who does what to whom where only the model says that a word is an event of the type.
  std::map<std::pair<Frame::Pos, std::string>, std::int32_t> open_frames;
  std::unordered_map<std::string, std::string> forms;                  // irregular verb form: lemma
  std::unordered_set<std::string> lemmas;                              // of the frames, governors and cues
  std::unordered_map<std::string, std::int32_t> state_of_code;         // the first with the code
  std::unordered_map<std::string, std::vector<std::int32_t>> holders;  // "state\toffice": index into offices
  std::unordered_map<std::string, char> gender_of;                     // of holders by name
  // Key: name_key of the words. In the order of the tables.
  std::unordered_map<std::string, std::vector<NameEntry>> names;
  std::int32_t longest_name = 1;  // in bytes of key
  std::string checksum;           // SHA-256 over the tables in byte order of their names

  [[nodiscard]] bool in_set(std::string_view set, const std::string& lemma) const;
  [[nodiscard]] const WordValue* word(const std::string& folded) const;

 private:
  void index_names();
  void add_name(const std::string& name, NameEntry::Kind kind, std::size_t index);
};

// Folded case, without white space, apostrophes made plain: "Côte d'Ivoire" is "côted'ivoire".
[[nodiscard]] std::string name_key(std::string_view text);
[[nodiscard]] std::string fold_case(std::string_view text);

// Tables by their names below knowledge/.
using TableFiles = std::map<std::string, std::string>;

// Each reads one group of tables; called by load().
void load_actor_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);
void load_place_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);
void load_ontology_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);
void load_lexicon_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);

}  // namespace entente

#endif  // ENTENTE_KNOWLEDGE_KNOWLEDGE_H_
