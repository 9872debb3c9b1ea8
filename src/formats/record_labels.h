// Parts of records as short text for people; everything printable (formats/terminal_text.h).
#ifndef ENTENTE_FORMATS_RECORD_LABELS_H_
#define ENTENTE_FORMATS_RECORD_LABELS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/article.h"
#include "entente/record.h"

namespace entente {

// Holds words together when lines are broken; printed as a space. printable() leaves none in an article's own words.
constexpr std::string_view kTied = "\xC2\xA0";

// Codes of SGR, between "\x1b[" and "m".
constexpr const char* kPlain = "";
constexpr const char* kBold = "1";
constexpr const char* kDim = "2";
constexpr const char* kRed = "31";
constexpr const char* kGreen = "32";
constexpr const char* kYellow = "33";
constexpr const char* kCyan = "36";

[[nodiscard]] const char* quad_color(const std::optional<int>& quad);
[[nodiscard]] const char* stance_color(const std::string& stance);
[[nodiscard]] const char* agreement_color(const std::string& status);
[[nodiscard]] const char* relation_color(const std::string& type);
// In that colour, where there is to be any; tied words apart by spaces.
[[nodiscard]] std::string styled(std::string text, const char* sgr, bool color);

void append_part(std::string& out, const std::string& separator, const std::string& part);

// "Ilham Aliyev (AZE GOV)"; the codes alone or the words alone where that is all there is.
[[nodiscard]] std::string actor_label(const Actor& actor);
[[nodiscard]] std::string actor_labels(const std::vector<Actor>& actors, const std::string& separator);
[[nodiscard]] std::string name_label(const Actor& actor);        // without the codes, where there is a name
[[nodiscard]] std::string other_label(const OtherActor& other);  // "mediator Norway (NOR GOV)"
[[nodiscard]] std::string date_label(const std::optional<DateInterval>& date);  // "no date" where there is none
[[nodiscard]] std::string place_label(const std::optional<Place>& place);
[[nodiscard]] std::string magnitude_label(const Magnitude& magnitude);  // "killed 12, wounded 3"
[[nodiscard]] std::string number_text(double number);                   // "0.5", "12000"
[[nodiscard]] std::string word_label(const std::string& value);         // of the contract: "military cooperation"
[[nodiscard]] std::string stance_label(const std::string& stance);      // "says" where it is neutral
[[nodiscard]] std::string quoted(const std::string& text);  // “so”, unless it is in quotation marks or empty
[[nodiscard]] std::string evidence_label(const RecordCommon& record);  // quoted
[[nodiscard]] std::string period_label(const Relation& relation);      // "since 1994 until 2001"; may be empty
[[nodiscard]] std::string side_label(const DisputeSide& side);         // who takes it
[[nodiscard]] std::string article_label(const Article& article);       // its title, else where it was read
[[nodiscard]] std::string percent_label(double share);                 // "82%"
[[nodiscard]] std::string reason_label(const RecordCommon& record);    // which rules, how sure

}  // namespace entente

#endif  // ENTENTE_FORMATS_RECORD_LABELS_H_
