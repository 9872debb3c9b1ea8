// Who is not in the tables of actors, and what is there on a code.
#include <algorithm>

#include "entente/formats.h"
#include "formats/json_line.h"
#include "formats/record_labels.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kNarrowest = 60;
constexpr int kWidest = 140;
constexpr int kCountWidth = 6;
constexpr int kCodeWidth = 9;    // of country and sector
constexpr int kLabelWidth = 13;  // of a sheet
constexpr int kListLines = 4;
constexpr std::size_t kTermsShown = 3;  // of an office

const char* type_label(NameType type) { return type == NameType::kOrganisation ? "organisation" : "person"; }

std::string period(const std::string& from, const std::string& to) {
  if (from.empty() && to.empty()) return "";
  if (to.empty()) return "since " + from;
  return from.empty() ? "until " + to : from + " – " + to;
}

class Sheet {
 public:
  explicit Sheet(const TableStyle& style) : color_(style.color), width_(std::clamp(style.width, kNarrowest, kWidest)) {}

  void head(const ActorSheet& sheet) {
    std::string rest = printable(sheet.names.empty() ? "" : sheet.names.front().name);
    append_part(rest, " · ", sheet.kind);
    append_part(rest, " · ", printable(sheet.sector));
    out_ += styled(printable(sheet.code), "1;36", color_) + "  " + styled(rest, kBold, color_) + "\n";
  }

  void field(const std::string& label, const std::string& text, int lines = kListLines) {
    const std::vector<std::string> wrapped = wrap(text, width_ - kLabelWidth - 2, lines);
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
      out_ += "  " + styled(fitted(i == 0 ? label : "", kLabelWidth), kDim, color_) + wrapped[i] + "\n";
    }
  }

  void list(const std::string& label, const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) append_part(text, "; ", printable(item));
    field(label, text);
  }

  void names(const ActorSheet::Names& names, bool first) {
    const std::string when = period(names.from, names.to);
    if (!first || !when.empty()) field(first ? "" : "also", printable(names.name) + (when.empty() ? "" : ", " + when));
    list("names", names.others);
    list("adjectives", names.adjectives);
    list("people", names.people);
    list("capitals", names.capitals);
    list("seats", names.seats);
  }

  // The latest holders of each office.
  void terms(const std::vector<ActorSheet::Term>& terms) {
    for (std::size_t i = 0; i < terms.size();) {
      std::size_t end = i;
      while (end < terms.size() && terms[end].office == terms[i].office) ++end;
      for (std::size_t at = i; at < std::min(end, i + kTermsShown); ++at) {
        const ActorSheet::Term& term = terms[at];
        std::string text = printable(term.holder) + ", " + period(term.from, term.to);
        const bool last = at + 1 == i + kTermsShown && end > i + kTermsShown;
        if (last) text += "; " + std::to_string(end - i - kTermsShown) + " before";
        if (at == i) {
          office(printable(term.office));
        }
        field("", text);
      }
      i = end;
    }
  }

  void memberships(const std::string& label, const std::vector<ActorSheet::Membership>& all) {
    std::vector<std::string> now;
    std::vector<std::string> before;
    for (const ActorSheet::Membership& each : all) {
      const bool state = each.code.size() == 3;
      (each.to.empty() ? now : before).push_back(state ? each.name : each.name + " (" + each.code + ")");
    }
    list(label, now);
    list("formerly", before);
  }

  void groups(const std::vector<ActorSheet::Group>& groups) {
    std::vector<std::string> all;
    for (const ActorSheet::Group& group : groups) {
      const std::string when = period(group.from, group.to);
      all.push_back(group.name + " (" + group.sector + ", " + group.kind + (when.empty() ? "" : ", " + when) + ")");
    }
    list("groups", all);
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void office(const std::string& name) { out_ += "  " + styled(name, kGreen, color_) + "\n"; }

  bool color_;
  int width_;
  std::string out_;
};

}  // namespace

std::string write_unknown_json(const UnknownActor& actor) {
  JsonLine json;
  json.begin_object();
  json.text("name", actor.name);
  json.text("type", type_label(actor.type));
  json.integer("count", actor.count);
  json.optional_text("country", actor.country);
  json.optional_text("sector", actor.sector);
  json.text("phrase", actor.phrase);
  json.end_object();
  return json.finish();
}

std::string write_unknown_table(const std::vector<UnknownActor>& actors, const TableStyle& style) {
  const int width = std::clamp(style.width, kNarrowest, kWidest);
  int name_width = 12;
  for (const UnknownActor& actor : actors) name_width = std::max(name_width, display_width(printable(actor.name)));
  name_width = std::min(name_width, width / 3);
  const int rest = width - kCountWidth - name_width - 2 * kCodeWidth - 8;
  const auto row = [&](const std::string& count, const std::string& name, const char* sgr, const std::string& kind,
                       const std::string& country, const std::string& sector, const std::string& phrase) {
    std::string line =
        std::string(static_cast<std::size_t>(std::max(kCountWidth - display_width(count), 0)), ' ') + count;
    line += "  " + styled(fitted(name, name_width), sgr, style.color) + " " + kind + "  ";
    line += fitted(country, kCodeWidth) + fitted(sector, kCodeWidth) + fitted(phrase, rest);
    return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  };
  std::string out = row("times", "name", kDim, "   ", "country", "sector", "as written");
  for (const UnknownActor& actor : actors) {
    out += row(std::to_string(actor.count), printable(actor.name), kBold, name_type_name(actor.type),
               printable(actor.country.value_or("-")), printable(actor.sector.value_or("-")), printable(actor.phrase));
  }
  return out;
}

std::string write_actor_sheet(const ActorSheet& sheet, const TableStyle& style) {
  Sheet page(style);
  page.head(sheet);
  for (std::size_t i = 0; i < sheet.names.size(); ++i) page.names(sheet.names[i], i == 0);
  page.terms(sheet.terms);
  page.memberships("members", sheet.members);
  page.memberships("member of", sheet.member_of);
  page.groups(sheet.groups);
  return page.take();
}

}  // namespace entente
