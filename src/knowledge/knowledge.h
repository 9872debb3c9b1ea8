// What Entente knows: states, titles, organisations, offices, ontology and lexicon, loaded from tables.
//
// Threads: immutable after load(); share.
// Errors: load() fails with every mistake found, each as file:line and what was expected.
// Lifetime: views returned point into the object.
#ifndef ENTENTE_KNOWLEDGE_KNOWLEDGE_H_
#define ENTENTE_KNOWLEDGE_KNOWLEDGE_H_

#include <algorithm>
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
#include "knowledge/provision_tables.h"
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
  kReferencePlace,   // "the city": the place named before
};

struct Title {
  std::string title;
  std::string plural;
  std::string role;
  std::string sector;  // may be empty
  TitleKind kind = TitleKind::kPost;
  bool domestic = false;
};

// What a state is called once it was named: "the kingdom", "the South".
struct Epithet {
  std::vector<std::string> states;  // that may be meant, by alpha-3
  std::vector<std::string> beside;  // whose being named is enough for the one in the same place of `states`
  bool exact_case = false;          // "the South": only as written
};

struct Organisation {
  std::string code;
  std::string name;
  std::vector<std::string> other_names;
  std::string kind;    // IGO, NGO, armed
  std::string sector;  // may be empty
};

// Membership of a state in an organisation; dates as of State.
struct Membership {
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

// A term in an office, or a role that somebody is known for without one: a party's leader, a spokesman, an envoy.
struct OfficeHolder {
  std::string state;   // alpha-3, or an organisation's code
  std::string office;  // or the role in plain words: "leader of Hezbollah"
  std::string holder;
  std::vector<std::string> other_names;
  char gender = '?';     // m, f
  std::string from;      // ISO 8601, perhaps of a month or year alone; empty only of a role
  std::string to;        // empty: still in office at the table's version
  std::string sector;    // while it lasts; empty for organisations
  bool is_role = false;  // of the tables of people
};

// Quad classes of PLOVER; the fourth is material conflict.
inline constexpr int kVerbalCooperation = 1;
inline constexpr int kMaterialCooperation = 2;
inline constexpr int kVerbalConflict = 3;

struct EventType {
  std::string type;
  int quad = 0;
  double score = 0;
  std::string future_type;  // empty: keeps its type
  std::string future_cameo;
  std::string refused_type{};  // of "will not"; empty: keeps its type
  std::string refused_mode{};  // may be empty
  std::string refused_cameo{};
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

// Words that look like an act and tell none ("took the blow"): a row of lexicon/idioms.tsv.
struct Idiom {
  Frame::Pos pos = Frame::Pos::kVerb;
  std::vector<std::string> lemmas;  // empty: any word that the model alone takes for an act
  std::vector<Condition> where;
  std::vector<std::string> types;  // of the acts that they do not tell; empty: of all
  std::string example;
  std::string place;  // file:line
  [[nodiscard]] bool denies(const std::string& type) const {
    return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
  }
};

// A word that reports what somebody says or thinks: a row of statements/cues.tsv.
struct ReportingCue {
  enum class Pos : std::uint8_t { kVerb, kNoun, kAdjective, kPhrase };
  std::string lemma;
  Pos pos = Pos::kVerb;
  std::string stance;                  // of what is reported; empty: the content tells
  std::vector<std::string> content;    // clause, quote, infinitive, object_infinitive, gerund, of, ..., called
  std::vector<std::string> addressee;  // slots
};

// A kind of standing between two actors. Tone: which way a word of trend counts ("worsen" strengthens a rivalry and
// weakens a partnership).
struct RelationType {
  enum class Tone : std::uint8_t { kFriendly, kHostile, kOther };
  Tone tone = Tone::kOther;
  bool directed = false;
};

// Words that say how two actors stand to each other: docs/formats/relations.md.
struct RelationFrame {
  std::string name;
  Frame::Pos pos = Frame::Pos::kNoun;
  std::vector<std::string> lemmas;
  std::vector<Condition> where;
  std::string type;
  std::vector<SlotPath> a;
  std::vector<SlotPath> b;
  std::string trend;      // of the words themselves; may be empty
  bool starts = false;    // it begins with what is told: "restored ties"
  bool ends = false;      // it ends with it: "broke off relations"
  bool lasting = false;   // an act, unless told as going on for long
  bool neutral = false;   // says nothing unless the words around it do: "relations"
  bool negated = false;   // says that it is not so: "refuses to recognise"
  bool positive = false;  // its "not" is part of the words: "cannot live without"
  bool habitual = false;  // an act, and a relation where it lasts or is told in the present as a trait: "which arms"
  bool present = false;   // an act, and a relation also where the simple present tells it: "squabbles over"
  bool alone = false;     // both sides must be named by the words themselves
  std::string example;
  std::string place;  // file:line
};

// A word that tells how a relation changes, by the relation's tone; deepening, weakening, steady or nothing.
struct TrendWord {
  enum class Pos : std::uint8_t { kAny, kVerb, kAdjective } pos = Pos::kAny;  // adverbs count as adjectives
  std::string with;  // a word that must hang from it: "apart" of "drift"; may be empty
  std::string friendly, hostile, other;
  bool weak = false;  // any other word of change counts before it: "grow"
};

struct RelationTables {
  std::map<std::string, RelationType> types;
  std::vector<RelationFrame> frames;
  std::map<std::pair<Frame::Pos, std::string>, std::vector<std::int32_t>> by_lemma;  // index into frames
  std::unordered_map<std::string, std::vector<TrendWord>> trends;
  std::unordered_map<std::string, std::string> times;      // word: since, until, at, ...
  std::unordered_map<std::string, std::string> combining;  // "sino" of "Sino-Russian": code of the state
};

// A noun that names an instrument between parties; knowledge/agreements/instruments.tsv.
struct InstrumentNoun {
  enum class Kind : std::uint8_t {
    kSolid,   // an instrument by itself: "a treaty"
    kLoose,   // only where several parties sign or settle it, or where it bears a name: "a plan"
    kPaper,   // points back to one told before: "the text"
    kPart,    // part of the one that its "of" names: "the provisions of the accord"
    kMatter,  // what parties agree on, the agreement itself having no noun: "agreed on a swap"
  } kind = Kind::kSolid;
  std::string form;    // empty for what names none
  LemmaSet modifiers;  // one must stand by the noun; empty: none need
  std::string example;
};

// What happens to an instrument, as a word tells it; knowledge/agreements/steps.tsv.
struct InstrumentStep {
  enum class Doer : std::uint8_t {
    kAll,      // the parties, two at least, or the row does not fit
    kParties,  // some of the parties or all
    kParty,    // one of them, who does not tell of the others
    kBound,    // they are what the instrument does something to: "it obliges both"
    kBroker,
    kNone,
  } doer = Doer::kNone;
  Frame::Pos pos = Frame::Pos::kVerb;
  std::vector<std::string> slots;  // where the instrument stands; "head": the word modifies it
  std::vector<std::pair<std::vector<std::string>, LemmaSet>> where;  // slots, one of which holds one of the lemmas
  std::string status;                                                // of a record; may be empty
  std::string example;
  std::string place;  // file:line
};

// How a raw confidence becomes one that means what it says: logit(out) = slope * logit(raw) + intercept.
struct ConfidenceScale {
  double slope = 1;
  double intercept = 0;
  [[nodiscard]] double apply(double raw) const;
};

// A standing issue of world politics: a conflict, a border, a treaty, ... that the news names.
struct StandingIssue {
  std::string id;
  std::string label;
  std::vector<std::string> names;  // other names
  std::string kind;
  std::vector<std::string> parties;  // codes of states and organisations
  std::string from;                  // dates as of State
  std::string to;
};

struct IssueName {
  std::int32_t index = 0;  // into standing_issues
  std::string exact;       // of an abbreviation ("INF"): only as written
};

// What a noun stands for that may name what a statement is about.
struct IssueNoun {
  std::string kind;
  std::string same;     // nouns with one value stand for the same matter; may be empty
  bool seldom = false;  // its kind seldom names a matter
};

struct WordValue {
  std::string kind;
  std::int32_t value = 0;
};

// One of the moneys that a word may mean: a row of knowledge/lexicon/currencies.tsv.
struct Currency {
  std::string code;                 // ISO 4217
  std::vector<std::string> states;  // whose it is, by alpha-3
  bool alone = false;               // the word means it with no state beside it
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
  bool one_word = false;    // "Iraqis", "Aland": not where a space stands inside ("Iraq is", "a land")
};

// What the entry stands for, in the list of its kind.
template <class Row>
[[nodiscard]] const Row& row_of(const std::vector<Row>& list, const NameEntry& entry) {
  return list[static_cast<std::size_t>(entry.index)];
}

class Knowledge {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Knowledge>> load(const std::string& folder);
  // `checksum` of what load() would give, without reading the tables' rows.
  [[nodiscard]] static Result<std::string> checksum_of(const std::string& folder);

  std::vector<State> states;
  std::vector<Title> titles;
  std::map<std::string, Epithet> epithets;               // by the words, as in titles
  std::map<std::string, std::set<std::string>> borders;  // neighbours of a state, both by alpha-3
  std::vector<Organisation> organisations;
  std::vector<Membership> members;
  std::vector<Group> groups;
  std::vector<PlaceEntry> places;
  std::vector<OfficeHolder> offices;  // then the roles of people
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
  std::unordered_map<std::string, std::string> governors;                     // lemma: status
  std::unordered_map<std::string, std::vector<ReportingCue>> cues;            // by lemma; "according to"
  std::unordered_map<std::string, std::vector<ReportingCue>> lesser_cues;     // of verbs that only call, or put it so
  std::map<std::string, std::set<std::string>, std::less<>> statement_words;  // by kind
  std::unordered_map<std::string, WordValue> words;
  std::unordered_map<std::string, std::vector<Currency>> currencies;  // by word or sign
  ProvisionTables provisions;
  std::vector<StandingIssue> standing_issues;
  std::unordered_map<std::string, IssueName> issue_names;  // by name_key
  std::size_t longest_issue_name = 0;                      // in bytes of key
  // What the news calls those that are treaties, into standing_issues: "indus waters", and whole names, "=new start".
  std::unordered_map<std::string, std::set<std::int32_t>> treaties_called;
  std::unordered_map<std::string, IssueNoun> issue_nouns;       // by lemma
  std::map<std::string, bool> issue_kinds;                      // of nouns: true for those that seldom name a matter
  std::unordered_map<std::string, double> whose_weights;        // what speaks for a state of people who name none
  std::unordered_map<std::string, double> issue_link_weights;   // what speaks for two statements on one matter
  std::unordered_map<std::string, double> issue_label_weights;  // what speaks for a phrase as its name
  std::unordered_map<std::string, std::vector<std::int32_t>> verb_frames;  // lemma: index into frames
  std::unordered_map<std::string, std::vector<std::int32_t>> noun_frames;
  std::unordered_map<std::string, std::vector<std::int32_t>> adjective_frames;
  // Frames of no lemma ("*"): who does what to whom where only the model says that a word is an event of the type.
  std::map<std::pair<Frame::Pos, std::string>, std::int32_t> open_frames;
  std::vector<Idiom> idioms;
  std::map<std::pair<Frame::Pos, std::string>, std::vector<std::int32_t>> idioms_of;  // lemma, or "*": into idioms
  std::unordered_map<std::string, std::vector<InstrumentNoun>> instruments;           // by lemma
  std::vector<InstrumentStep> steps;
  std::unordered_map<std::string, std::vector<std::int32_t>> steps_of;  // lemma: index into steps
  std::unordered_map<std::string, std::string> forms;                   // irregular verb form: lemma
  std::unordered_set<std::string> lemmas;                               // of the frames, governors and cues
  std::unordered_map<std::string, std::int32_t> state_of_code;          // the first with the code
  std::unordered_map<std::string, std::vector<std::int32_t>> holders;   // "state\toffice": index into offices
  std::unordered_map<std::string, char> gender_of;                      // of holders by name
  RelationTables relations;
  // Key: name_key of the words. In the order of the tables.
  std::unordered_map<std::string, std::vector<NameEntry>> names;
  std::int32_t longest_name = 1;  // in bytes of key
  std::string checksum;           // SHA-256 over the tables in byte order of their names

  [[nodiscard]] bool in_set(std::string_view set, const std::string& lemma) const;
  [[nodiscard]] const WordValue* word(const std::string& folded) const;
  [[nodiscard]] bool statement_word(std::string_view kind, const std::string& word) const;
  // Of a verb that merely reports ("said", "told"): what is said decides.
  // "treaty", "accords": a noun that says by itself that something is an instrument.
  [[nodiscard]] bool names_instrument(const std::string& word) const;
  [[nodiscard]] bool merely_reports(const std::string& lemma) const;
  // The same, or thinks, hopes, doubts: no act either.
  [[nodiscard]] bool says_or_thinks(const std::string& lemma) const;

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
void load_reference_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);  // after the actors
void load_place_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);
void load_ontology_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);
void load_lexicon_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);
void load_statement_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);
void load_provision_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);
void load_agreement_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);  // after the lexicon
void load_relation_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);   // after the lexicon
// After the actors and the agreements.
void load_issue_tables(Knowledge& knowledge, const TableFiles& files, Problems& problems);
void index_treaty_names(Knowledge& knowledge);

// A day, or a month or year alone: 2020-01-31, 2020-01, 2020.
[[nodiscard]] bool is_table_date(const std::string& date);

}  // namespace entente

#endif  // ENTENTE_KNOWLEDGE_KNOWLEDGE_H_
