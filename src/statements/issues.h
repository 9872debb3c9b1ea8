// What statements are about: the issue they share, and the actors that they speak of.
//
// An issue is called by a noun phrase of the article as it stands first. Statements are put together that are likely
// about one matter; each group takes the phrase that its contents, what stands around them and the nouns of
// knowledge/issues speak for most. Which standing issue a phrase names gives it its id.
#ifndef ENTENTE_STATEMENTS_ISSUES_H_
#define ENTENTE_STATEMENTS_ISSUES_H_

#include <vector>

#include "actors/actors.h"
#include "knowledge/knowledge.h"
#include "statements/issue_groups.h"
#include "statements/statements.h"

namespace entente {

// Sets `issue` of each statement, where the article has a phrase that may name it.
void name_issues(const Tree& tree, const Knowledge& knowledge, std::vector<FoundStatement>& statements);

// The choices that come up where each statement is put under the issue whose number stands at its place (-1: left out).
[[nodiscard]] IssueChoices list_issue_choices(const Tree& tree, const Knowledge& knowledge,
                                              const std::vector<FoundStatement>& statements,
                                              const std::vector<std::int32_t>& issues);

// Sets `about` of each statement: the actors that its content names, pronouns resolved, without the speaker.
void name_subjects(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                   std::vector<FoundStatement>& statements);

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_ISSUES_H_
