// Who fills the roles of a frame that was found, and what that says of them.
#include <algorithm>

#include "actors/phrase.h"
#include "events/frames.h"

namespace entente {
namespace {

using MentionKind = ActorMention::Kind;

constexpr std::size_t kMaxPlacesTold = 8;
constexpr int kMaxClaims = 4;     // steps from a deed to the word that tells of it
constexpr double kOfPlace = 0.7;  // whose state is only that of the place
constexpr double kByType = 0.85;  // in no slot of the frame: no surer than with nobody there

bool holds(const std::vector<ActorMention>& mentions, const ActorMention& mention) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const ActorMention& m) { return same_party(m, mention); });
}

void add_missing(std::vector<ActorMention>& into, const std::vector<ActorMention>& mentions) {
  for (const ActorMention& mention : mentions) {
    if (!holds(into, mention)) into.push_back(mention);
  }
}

// The last word, or the last two, without case.
std::string last_words(const std::string& text, int count) {
  const std::string words = fold_case(text);
  std::size_t begin = words.size();
  for (int i = 0; i < count && begin != std::string::npos && begin > 0; ++i) begin = words.rfind(' ', begin - 1);
  return begin == std::string::npos ? words : words.substr(begin + 1);
}

// "cost nine soldiers their lives": the soldiers.
void drop_things_beside_parties(std::vector<ActorMention>& mentions) {
  if (std::none_of(mentions.begin(), mentions.end(), is_party)) return;
  mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                [](const ActorMention& m) { return m.kind == MentionKind::kOther; }),
                 mentions.end());
}

void keep_parties(std::vector<ActorMention>& mentions) {
  mentions.erase(std::remove_if(mentions.begin(), mentions.end(), [](const ActorMention& m) { return !is_party(m); }),
                 mentions.end());
}

}  // namespace

// "congratulated it", "praised it for its patience": somebody, and not what was done.
bool FrameFinder::praises_somebody(const FrameMatch& match) const {
  if (knowledge_.in_set("praise_of_somebody", tree_.lemma(match.trigger))) return true;
  return !clauses_.fill(match.trigger, "for").empty();
}

// "United Nations sanctions": the body that has imposed them.
bool FrameFinder::imposes_penalty(TokenId filler) const {
  const TokenId penalty = tree_.is_any(filler, {"compound", "amod", "nmod:poss"}) ? tree_.head(filler) : filler;
  if (penalty < 0 || !knowledge_.in_set("penalties", tree_.lemma(penalty))) return false;
  const ActorMention* body = actors_.mention(filler);
  return body != nullptr && body->actor.code.has_value() && !body->actor.country.has_value();
}

// Not whom it is done to: where a crowd stands or a road leads ("blocked the road to X"), and the "it" that was
// rejected, lifted or sold.
bool FrameFinder::stands_for_thing(const FrameMatch& match, TokenId filler) const {
  const std::string& type = match.frame->type;
  if (only_hears(match, filler)) return true;
  // "sent its navy ships": its own, and no receiver; but "the rebels rejected a government offer".
  const ActorMention* part = tree_.is(filler, "compound") ? actors_.mention(filler) : nullptr;
  if (part != nullptr && part->actor.code.has_value() &&
      std::any_of(match.actor.begin(), match.actor.end(), [&](const ActorMention& m) {
        return m.actor.code == part->actor.code &&
               (type != "REJECT" || m.actor.sector == part->actor.sector || !part->actor.sector);
      }))
    return true;
  // "threatened to bring back United Nations sanctions": whose they are is not against whom.
  if (type == "THREATEN" && imposes_penalty(filler)) return true;
  // "moved four thousand men", "the garrison was put on alert": what is moved.
  const bool moves = type == "MOBILIZE" && tree_.is_any(filler, {"obj", "nsubj:pass"});
  if (moves) {
    const ActorMention* moved = actors_.mention(filler);
    if (moved != nullptr && (moved->actor.sector == "MIL" || moved->unsaid)) return true;
  }
  // "threatened to send troops to Peru", "promised to send engineers": its own.
  const bool sends = type == "THREATEN" || type == "AGREE";
  if (sends && tree_.is(filler, "obj") && tree_.head(filler) >= 0 &&
      knowledge_.in_set("rej_send", tree_.lemma(tree_.head(filler)))) {
    const ActorMention* sent = actors_.mention(filler);
    if (sent != nullptr && (sent->guessed || !sent->actor.code.has_value())) return true;
  }
  const bool thing = knowledge_.in_set("grammar_it", tree_.folded(filler));
  if (thing && type == "PROTEST" && tree_.is(filler, "obj")) return true;
  const bool things = thing || knowledge_.in_set("grammar_they", tree_.folded(filler));
  if (tree_.has_upos(filler, {"PRON"}) && tree_.is(filler, "obj")) {
    if (things && (type == "REJECT" || type == "CONCEDE" || type == "COOPERATE")) return true;
    const std::string& cameo = match.frame->cameo;
    const bool deed = cameo.empty() || cameo == "051" || cameo == "057";
    if (thing && type == "SUPPORT" && deed && !praises_somebody(match)) return true;
    // "condemned it", "threatened to end it"
    const bool blamed =
        type == "ACCUSE" && match.frame->mode == "disapprove" && clauses_.fill(match.trigger, "for").empty();
    if (thing && (blamed || type == "THREATEN")) return true;
  }
  if (type != "PROTEST") return false;
  const ActorMention* mention = actors_.place(filler);
  if (mention == nullptr) return false;
  const std::string by = preposition(tree_, filler);
  return by == "to" || by == "from" || knowledge_.in_set("grammar_place", by);
}

// "behind the Sudanese army", asked for whose the thing is: the army itself, that is no thing.
TokenId FrameFinder::party_over(TokenId filler) const {
  const TokenId noun = tree_.head(filler);
  const bool modifies = tree_.is_any(filler, {"amod", "compound", "nmod:poss"}) ||
                        (tree_.is(filler, "nmod") && preposition(tree_, filler) == "of");
  if (!modifies || noun < 0) return filler;
  const ActorMention* party = actors_.mention(noun);
  const ActorMention* owner = actors_.mention(filler);
  const bool known = party != nullptr && owner != nullptr && is_party(*party) && party->actor.code.has_value() &&
                     !party->guessed && party->actor.code == owner->actor.code;
  return known ? noun : filler;
}

std::vector<ActorMention> FrameFinder::first_filled(FrameMatch& match, const std::vector<SlotPath>& paths, bool owner,
                                                    const std::vector<ActorMention>& taken) const {
  for (const SlotPath& path : paths) {
    std::vector<ActorMention> found;
    for (TokenId filler : slot(match, path)) {
      if (&paths == &match.frame->recipient && stands_for_thing(match, filler)) continue;
      if (&paths == &match.frame->recipient && path.size() > 1) filler = party_over(filler);
      std::vector<ActorMention> mentions = owner ? actors_.parties_or_owner(filler) : actors_.parties(filler);
      if (&paths == &match.frame->recipient) take_owner_beside(match, filler, mentions);
      if (!owner) keep_parties(mentions);
      mentions.erase(
          std::remove_if(mentions.begin(), mentions.end(), [&](const ActorMention& m) { return holds(taken, m); }),
          mentions.end());
      if (mentions.empty()) continue;
      match.words.push_back(filler);
      add_missing(found, mentions);
    }
    if (!found.empty()) return found;
  }
  return {};
}

// All slots of a joint act name its parties.
void FrameFinder::fill_joint(FrameMatch& match) const {
  for (const SlotPath& path : match.frame->actor) {
    for (const TokenId filler : slot(match, path)) {
      std::vector<ActorMention> mentions = actors_.parties(filler);
      keep_parties(mentions);
      if (mentions.empty()) continue;
      match.words.push_back(filler);
      add_missing(match.actor, mentions);
    }
  }
}

// What is no actor by its own words: who is taken, robbed or hurt are people, anything else of a state is the state's.
void FrameFinder::settle_sector(const Frame& frame, ActorMention& mention) const {
  const std::string& type = frame.type;
  const bool force = type == "ASSAULT" || type == "COERCE";
  const bool person = mention.kind == MentionKind::kPerson;
  const bool thing = mention.kind == MentionKind::kOther;
  const bool freed = knowledge_.in_set("modes_of_persons", frame.mode);
  if ((person || thing) && !mention.actor.sector.has_value() && mention.actor.country.has_value())
    mention.actor.sector = force || freed ? "CVL" : person ? mention.actor.sector : "GOV";
  // "closed the border to Peruvian lorries", "boycotted Peruvian ships": meant is the state.
  const bool against_goods = frame.mode == "boycott" || frame.mode == "discontinue";
  if (thing && against_goods && mention.actor.country.has_value()) mention.actor.sector = "GOV";
  // "met Lima", "recalled its consul from Arica": a town is where people live, unless governments deal over it.
  const bool official = type == "CONSULT" || (type == "SANCTION" && frame.mode == "withdraw");
  if (mention.kind == MentionKind::kPlace && official) mention.actor.sector = "GOV";
  const bool hit = type == "ASSAULT" || (type == "COERCE" && frame.mode == "restrict");
  if (mention.kind == MentionKind::kCapital && hit && mention.actor.via == "capital") mention.actor.sector = "CVL";
  // "shelters 4,000 Peruvians": who has come for shelter.
  const bool people = mention.kind == MentionKind::kPeople || mention.kind == MentionKind::kGroup;
  if (people && type == "AID" && frame.cameo == "075" && mention.actor.sector == "CVL") mention.actor.sector = "REF";
}

// "The Peruvians accused the Chileans": who deals with states is one; who shoots is its army, who is shot at or marches
// are people.
void FrameFinder::settle_whole_peoples(FrameMatch& match) const {
  const std::string& type = match.frame->type;
  const bool force = type == "ASSAULT";
  if (type == "PROTEST") return;
  const auto settle = [&](ActorMention& mention) {
    const auto row = knowledge_.state_of_code.find(mention.actor.code.value_or(""));
    if (!mention.whole || row == knowledge_.state_of_code.end()) return;
    const State& state = knowledge_.states[static_cast<std::size_t>(row->second)];
    mention.actor.sector = force ? "MIL" : state.sector;
    if (force) return;
    mention.kind = MentionKind::kState;
    mention.actor.name = state.name;
    mention.actor.type = "state";
  };
  for (ActorMention& mention : match.actor) settle(mention);
  const bool taken = match.frame->mode == "deport" || match.frame->mode == "arrest" || match.frame->mode == "abduct";
  if (force || taken) return;
  for (ActorMention& mention : match.recipient) settle(mention);
}

// Who is hit or held and has no state of his own: that of the place, or of the side that is struck. Where a crowd
// stands or troops go is no party.
void FrameFinder::settle_states(FrameMatch& match) const {
  const std::string& type = match.frame->type;
  if (type == "PROTEST" || type == "MOBILIZE" || type == "THREATEN" || type == "RETREAT") {
    match.recipient.erase(std::remove_if(match.recipient.begin(), match.recipient.end(),
                                         [&](const ActorMention& m) {
                                           // "marched against the loss of their town"
                                           const bool own = m.kind == MentionKind::kOther && has_owner_pronoun(m);
                                           return m.kind == MentionKind::kPlace || (own && type == "PROTEST");
                                         }),
                          match.recipient.end());
  }
  drop_bare_places(match);
  const std::string teller = state_of_teller(match);
  for (ActorMention& mention : match.recipient) {
    // "Peruvian police arrested X, a former deputy": a title's state that no word tells.
    const bool only_title = mention.kind == MentionKind::kPerson && mention.unsaid;
    const bool known = mention.actor.code.has_value() && !mention.guessed && !only_title;
    if (!known && from_abroad(mention)) {
      mention.actor.code.reset();
      mention.actor.country.reset();
      mention.unsaid = false;  // of whatever state: not to be asked
      continue;
    }
    if (known || mention.kind == MentionKind::kOrganisation) continue;
    if (gives_abroad(match, mention)) {
      mention.actor.code.reset();
      mention.actor.country.reset();
      continue;
    }
    // "bombed Ras Tanin": a name that no table has and that nothing is told of.
    const bool from_afar = match.frame->mode == "aerial" || match.frame->mode == "heavy-weapons";
    if (from_afar && only_title && mention.actor.via == "name" && !mention.actor.role.has_value()) {
      mention.kind = MentionKind::kPlace;
      mention.actor.type = "place";
      mention.actor.sector = "CVL";
    }
    bool own = !teller.empty();
    std::string state = own ? teller : state_of_held(match, mention, own);
    if (const std::string told = own ? "" : state_of_place_told(match, mention); !told.empty()) {
      state = told;
      own = true;
    }
    mention.unsaid = mention.unsaid && !own;
    if (state.empty() || state == mention.actor.country) continue;
    mention.actor.code = mention.actor.country = state;
    mention.confidence *= kOfPlace;
  }
}

// "Lima says that Chilean gunners shelled a village": the neighbour who tells of it, most often of what was done to it.
std::string FrameFinder::state_of_teller(const FrameMatch& match) const {
  if (match.frame->type != "ASSAULT" && match.frame->type != "COERCE") return "";
  if (match.actor.size() != 1 || match.actor[0].guessed || match.actor[0].unsaid) return "";
  const auto borders = knowledge_.borders.find(match.actor[0].actor.country.value_or(""));
  if (borders == knowledge_.borders.end()) return "";
  TokenId verb = match.trigger;
  for (int step = 0; step < kMaxClaims && tree_.head(verb) >= 0; ++step) {
    if (!tree_.is_any(verb, {"ccomp", "advcl", "conj", "xcomp"})) return "";
    verb = tree_.head(verb);
    const TokenId subject = tree_.child(verb, "nsubj");
    if (subject < 0 || !(knowledge_.cues.contains(tree_.lemma(verb)) || tree_.child(verb, "obj") >= 0)) continue;
    if (!knowledge_.cues.contains(tree_.lemma(verb)) && !knowledge_.in_set("accusing", tree_.lemma(verb))) return "";
    const ActorMention* teller = actors_.mention(subject);
    const std::string state = teller == nullptr || teller->guessed ? "" : teller->actor.country.value_or("");
    return borders->second.contains(state) ? state : "";
  }
  return "";
}

// "seized Iquique", "bombed Round Hill": land, and nobody who is done to.
void FrameFinder::drop_bare_places(FrameMatch& match) const {
  const bool takes_land = match.frame->type == "COERCE" && match.frame->cameo == "192";
  if (!takes_land && match.frame->type != "ASSAULT") return;
  const auto bare = [&](const ActorMention& m) {
    if (m.kind != MentionKind::kPlace) return false;
    // "overran the enclave": by no name, with those who live in it.
    const bool named = !m.actor.text.empty() && fold_case(m.actor.text.substr(0, 1)) != m.actor.text.substr(0, 1);
    return (takes_land && named) || knowledge_.in_set("lifeless_targets", last_words(m.actor.text, 1));
  };
  match.recipient.erase(std::remove_if(match.recipient.begin(), match.recipient.end(), bare), match.recipient.end());
}

// Missionaries, tourists, aid workers: most often of another state than the place, and of which is not told.
bool FrameFinder::from_abroad(const ActorMention& mention) const {
  return knowledge_.in_set("people_from_abroad", last_words(mention.actor.text, 1)) ||
         knowledge_.in_set("people_from_abroad", last_words(mention.actor.text, 2));
}

// "Japan sent tents to displaced farmers": what a state gives or throws out is not for, or of, its own people.
bool FrameFinder::gives_abroad(const FrameMatch& match, const ActorMention& mention) {
  const std::string& type = match.frame->type;
  const bool abroad = type == "AID" || type == "AGREE" || match.frame->mode == "deport" || match.frame->mode == "expel";
  if (!abroad || !mention.guessed) return false;
  return std::any_of(match.actor.begin(), match.actor.end(), [&](const ActorMention& m) {
    const bool state = m.kind == MentionKind::kState || m.kind == MentionKind::kCapital;
    return state && m.actor.country == mention.actor.country;
  });
}

// Whose people they are to whom something is done, where their own words do not say. Police, courts and who lets
// prisoners go have their own people before them (`own`); an army its own crowds, but otherwise those of another state.
std::string FrameFinder::state_of_held(const FrameMatch& match, const ActorMention& mention, bool& own) const {
  const std::string& type = match.frame->type;
  std::string doer;
  bool army = false;
  bool police = false;
  for (const ActorMention& m : match.actor) {
    if (doer.empty() && !m.guessed) doer = m.actor.country.value_or("");
    army = army || m.actor.sector == "MIL" || m.kind == MentionKind::kState;
    police = police || m.actor.sector == "COP" || m.actor.sector == "SPY";
  }
  const bool abroad = match.frame->mode == "deport";
  if (abroad) return "";
  const bool released = type == "RETREAT" || type == "CONCEDE";
  const bool ruled = !army && (type == "COERCE" || (type == "ASSAULT" && police));
  own = (released || ruled) && !doer.empty();
  if (own) return doer;
  if (type != "ASSAULT" && type != "COERCE") return "";
  if (at_home(mention) && mention.actor.country.has_value()) return "";
  const std::string state = actors_.likely_state(
      match.trigger, type == "ASSAULT" && army && !at_home(mention) && !in_hand(match) ? doer : "");
  return state.empty() ? doer : state;
}

// "killed nine people at a mosque in X": who lives there, by the words of the act itself. An army may be from
// elsewhere.
std::string FrameFinder::state_of_place_told(const FrameMatch& match, const ActorMention& mention) const {
  const bool people = mention.kind == MentionKind::kGroup || mention.kind == MentionKind::kOther;
  if (match.frame->type != "ASSAULT" || !people || mention.actor.sector == "MIL") return "";
  std::vector<TokenId> around = {match.trigger};
  for (const TokenId word : match.words) {
    if (mention.actor.span.contains(tree_.span(word, word))) around.push_back(word);
  }
  for (std::size_t i = 0; i < around.size() && i < kMaxPlacesTold; ++i) {
    for (const TokenId c : tree_.children(around[i])) {
      if (!tree_.is_any(c, {"obl", "nmod"}) || !knowledge_.in_set("grammar_place", preposition(tree_, c))) continue;
      const ActorMention* place = actors_.mention(c);
      const bool told = place != nullptr && place->actor.country.has_value() && !place->unsaid && !place->guessed;
      // "in the capital": of whatever state was told before.
      const bool named = told && fold_case(place->actor.text.substr(0, 1)) != place->actor.text.substr(0, 1);
      if (named && place->kind != MentionKind::kGroup && place->kind != MentionKind::kPerson)
        return *place->actor.country;
      around.push_back(c);  // "at a mosque in X"
    }
  }
  return "";
}

// Who is tortured, beaten or raped is in the hands of who does it, most often at home.
bool FrameFinder::in_hand(const FrameMatch& match) {
  const std::string& mode = match.frame->mode;
  return match.frame->type == "ASSAULT" && (mode == "torture" || mode == "beat" || mode == "sexual");
}

// Protesters, voters, strikers: crowds that only a government of their own has before it.
bool FrameFinder::at_home(const ActorMention& mention) const {
  return knowledge_.in_set("crowds_at_home", last_words(mention.actor.text, 1));
}

// "X and his colleague, who had signed": both, with the clause hung from the second.
void FrameFinder::add_joined_before(FrameMatch& match) const {
  if (match.actor.size() != 1 || !match.recipient.empty() || !tree_.is(match.trigger, "acl:relcl")) return;
  const TokenId second = tree_.head(match.trigger);
  if (second < 0 || !tree_.is(second, "conj") || tree_.head(second) < 0) return;
  std::vector<ActorMention> both = actors_.parties(tree_.head(second));
  keep_parties(both);
  if (both.size() == 2 && holds(both, match.actor[0])) match.actor = std::move(both);
}

// Force that hits a thing hits those whose it is.
void FrameFinder::fill_target(FrameMatch& match) const {
  for (const SlotPath& path : match.frame->recipient) {
    for (const TokenId filler : slot(match, path)) {
      if (std::optional<ActorMention> target = actors_.target(filler); target.has_value()) {
        match.words.push_back(filler);
        match.recipient = {std::move(*target)};
        return;
      }
    }
  }
}

// "arrested two fitters": who is held, freed or beaten is somebody, whatever he is called.
void FrameFinder::fill_person(FrameMatch& match) const {
  if (!knowledge_.in_set("modes_of_persons", match.frame->mode)) return;
  for (const TokenId object : clauses_.fill(match.trigger, "obj")) {
    std::optional<ActorMention> held = actors_.target(object);
    if (!held.has_value()) continue;
    held->kind = MentionKind::kGroup;
    held->actor.type = "group";
    match.words.push_back(object);
    match.recipient = {std::move(*held)};
    return;
  }
}

// "threatened to jail anyone who helps them": people of who threatens or pardons.
void FrameFinder::fill_indefinite(FrameMatch& match) const {
  if (match.actor.empty() || match.frame->mode == "expel") return;
  for (const char* clause : {"obj", "comp"}) {
    for (const TokenId t : clauses_.fill(match.trigger, clause)) {
      const TokenId person = clause[0] == 'o' ? t : tree_.child(t, "obj");
      if (person < 0 || !tree_.has_upos(person, {"PRON", "DET"})) continue;
      if (!knowledge_.in_set("indefinite_people", tree_.folded(person))) continue;
      ActorMention mention;
      mention.kind = MentionKind::kGroup;
      mention.actor.span = tree_.span(person, person);
      mention.actor.text = mention.actor.name = tree_.text(mention.actor.span);
      mention.actor.type = "group";
      mention.actor.sector = "CVL";
      mention.actor.via = "description";
      mention.actor.code = mention.actor.country = match.actor[0].actor.country;
      mention.confidence = kOfPlace;
      match.words.push_back(person);
      match.recipient = {std::move(mention)};
      return;
    }
  }
}

// Of the state that acts: "its army", "Russian troops" that Russia sends. A crowd's own government is its recipient.
bool FrameFinder::is_own(const FrameMatch& match, const ActorMention& mention) const {
  return std::any_of(match.actor.begin(), match.actor.end(), [&](const ActorMention& a) {
    if (a.actor.code != mention.actor.code) return false;
    return match.frame->type != "PROTEST" || a.actor.sector == mention.actor.sector;
  });
}

// A recipient that the frame has no slot for stands where those of its type stand.
void FrameFinder::fill_by_type(FrameMatch& match) const {
  const auto open = knowledge_.open_frames.find({match.frame->pos, match.frame->type});
  if (open == knowledge_.open_frames.end()) return;
  FrameMatch general = match;
  general.frame = &knowledge_.frames[static_cast<std::size_t>(open->second)];
  general.nouns.clear();  // of these only the frame knows what hangs from them
  std::vector<ActorMention> found = first_filled(general, general.frame->recipient, false, match.actor);
  const bool known = !found.empty() && std::all_of(found.begin(), found.end(), [&](const ActorMention& m) {
    return is_party(m) && m.actor.code.has_value() && !m.guessed && m.actor.via != "pronoun" && !is_own(match, m);
  });
  if (!known || match.actor.empty()) return;
  for (ActorMention& mention : found) mention.confidence *= kByType;
  match.recipient = std::move(found);
  match.words = std::move(general.words);
  match.by_type = general.frame;
}

void FrameFinder::fill_roles(FrameMatch& match) const {
  const Frame& frame = *match.frame;
  if (frame.joint) {
    fill_joint(match);
    add_joined_before(match);
  } else {
    match.actor = first_filled(match, frame.actor, false, {});
    if (match.actor.empty()) match.actor = first_filled(match, frame.actor, true, {});
    const TokenId planner = match.actor.empty() ? announcer(match.trigger) : -1;
    if (planner >= 0 && names_party(planner, false)) {
      match.actor = actors_.parties(planner);
      match.words.push_back(planner);
    }
    match.recipient = receiver(match);
    if (match.recipient.empty()) match.recipient = first_filled(match, frame.recipient, true, match.actor);
    if (frame.joint_if_many && match.recipient.empty()) fill_joint(match);
    if (frame.joint_if_many) add_joined_before(match);
    const bool things = std::all_of(match.recipient.begin(), match.recipient.end(),
                                    [](const ActorMention& m) { return m.kind == MentionKind::kOther; });
    if (frame.type == "ASSAULT" && things) fill_target(match);
    if (match.recipient.empty()) fill_person(match);
  }
  if (match.recipient.empty() && !frame.joint && !frame.joint_if_many && !frame.open) fill_by_type(match);
  // "agreed to let aid workers of Y in": alone, and to somebody.
  const bool alone = frame.type == "AGREE" && match.actor.size() == 1;
  if (!frame.joint && (!frame.joint_if_many || alone)) fill_from_within(match);
  if (!frame.joint && (!frame.joint_if_many || alone)) fill_from_apposition(match);
  if (match.recipient.empty() && (frame.type == "THREATEN" || frame.type == "CONCEDE")) fill_indefinite(match);
  drop_things_beside_parties(match.recipient);
  for (ActorMention& mention : match.recipient) settle_sector(frame, mention);
  settle_states(match);
  settle_whole_peoples(match);
  states_.settle(match);
  for (const auto& [role, path] : frame.others) {
    for (const TokenId filler : slot(match, path)) {
      for (const ActorMention& mention : actors_.parties(filler)) {
        if (is_party(mention)) match.others.emplace_back(role, mention);
      }
    }
  }
}

}  // namespace entente
