// Who fills the roles of a frame that was found, and what that says of them.
#include <algorithm>

#include "events/frames.h"

namespace entente {
namespace {

using MentionKind = Mention::Kind;

constexpr double kOfPlace = 0.7;  // whose state is only that of the place

bool holds(const std::vector<Mention>& mentions, const Mention& mention) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return same_party(m, mention); });
}

void add_new(std::vector<Mention>& into, const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    if (!holds(into, mention)) into.push_back(mention);
  }
}

void keep_parties(std::vector<Mention>& mentions) {
  mentions.erase(std::remove_if(mentions.begin(), mentions.end(), [](const Mention& m) { return !is_party(m); }),
                 mentions.end());
}

}  // namespace

std::vector<Mention> FrameFinder::first_filled(FrameMatch& match, const std::vector<SlotPath>& paths, bool owner,
                                               const std::vector<Mention>& taken) const {
  for (const SlotPath& path : paths) {
    std::vector<Mention> found;
    for (const TokenId filler : slot(match, path)) {
      std::vector<Mention> mentions = owner ? actors_.parties_or_owner(filler) : actors_.parties(filler);
      if (!owner) keep_parties(mentions);
      mentions.erase(
          std::remove_if(mentions.begin(), mentions.end(), [&](const Mention& m) { return holds(taken, m); }),
          mentions.end());
      if (mentions.empty()) continue;
      match.words.push_back(filler);
      add_new(found, mentions);
    }
    if (!found.empty()) return found;
  }
  return {};
}

// All slots of a joint act name its parties.
void FrameFinder::fill_joint(FrameMatch& match) const {
  for (const SlotPath& path : match.frame->actor) {
    for (const TokenId filler : slot(match, path)) {
      std::vector<Mention> mentions = actors_.parties(filler);
      keep_parties(mentions);
      if (mentions.empty()) continue;
      match.words.push_back(filler);
      add_new(match.actor, mentions);
    }
  }
}

// What is no actor by its own words: who is taken, robbed or hurt are people, anything else of a state is the state's.
void FrameFinder::settle_sector(const std::string& type, Mention& mention) {
  const bool person = mention.kind == MentionKind::kPerson;
  const bool thing = mention.kind == MentionKind::kOther;
  if ((person || thing) && !mention.actor.sector.has_value() && mention.actor.country.has_value())
    mention.actor.sector = type == "ASSAULT" || type == "COERCE" ? "CVL" : person ? mention.actor.sector : "GOV";
  if (mention.kind == MentionKind::kPlace && type == "CONSULT") mention.actor.sector = "GOV";
}

// Who is hit or held and has no state of his own: that of the place, or of the side that is struck. Where a crowd
// stands or troops go is no party.
void FrameFinder::settle_states(FrameMatch& match) const {
  const std::string& type = match.frame->type;
  if (type == "PROTEST" || type == "MOBILIZE" || type == "THREATEN") {
    match.recipient.erase(std::remove_if(match.recipient.begin(), match.recipient.end(),
                                         [](const Mention& m) { return m.kind == MentionKind::kPlace; }),
                          match.recipient.end());
  }
  if (type != "ASSAULT" && type != "COERCE") return;
  std::string army;
  std::string power;  // police and courts have their own people before them
  for (const Mention& m : match.actor) {
    if (m.actor.sector == "MIL" && type == "ASSAULT") army = m.actor.country.value_or("");
    if (m.actor.sector != "MIL" && type == "COERCE") power = m.actor.country.value_or("");
  }
  for (Mention& mention : match.recipient) {
    if (mention.actor.code.has_value() || mention.kind == MentionKind::kOrganisation) continue;
    const std::string state = power.empty() ? actors_.likely_state(match.trigger, army) : power;
    if (state.empty()) continue;
    mention.actor.code = mention.actor.country = state;
    mention.confidence *= kOfPlace;
  }
}

// Force that hits a thing hits those whose it is.
void FrameFinder::fill_target(FrameMatch& match) const {
  for (const SlotPath& path : match.frame->recipient) {
    for (const TokenId filler : slot(match, path)) {
      if (std::optional<Mention> target = actors_.target(filler); target.has_value()) {
        match.words.push_back(filler);
        match.recipient = {std::move(*target)};
        return;
      }
    }
  }
}

void FrameFinder::fill_roles(FrameMatch& match) const {
  const Frame& frame = *match.frame;
  if (frame.joint) {
    fill_joint(match);
  } else {
    match.actor = first_filled(match, frame.actor, false, {});
    if (match.actor.empty()) match.actor = first_filled(match, frame.actor, true, {});
    match.recipient = first_filled(match, frame.recipient, true, match.actor);
    if (frame.joint_if_many && match.recipient.empty()) fill_joint(match);
    const bool things = std::all_of(match.recipient.begin(), match.recipient.end(),
                                    [](const Mention& m) { return m.kind == MentionKind::kOther; });
    if (frame.type == "ASSAULT" && things) fill_target(match);
  }
  for (Mention& mention : match.recipient) settle_sector(frame.type, mention);
  settle_states(match);
  for (const auto& [role, path] : frame.others) {
    for (const TokenId filler : slot(match, path)) {
      for (const Mention& mention : actors_.parties(filler)) {
        if (is_party(mention)) match.others.emplace_back(role, mention);
      }
    }
  }
}

}  // namespace entente
