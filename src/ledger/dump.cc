#include <vector>

#include "ledger/ledger_impl.h"
#include "store/body.h"

namespace entente {
namespace {

// Fields between tabs; what would break a line is written as it would be in C.
void put_text(std::string& line, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\t': line += "\\t"; break;
      case '\n': line += "\\n"; break;
      case '\r': line += "\\r"; break;
      case '\\': line += "\\\\"; break;
      default: line.push_back(c);
    }
  }
}

void put_hex(std::string& line, std::string_view bytes) {
  constexpr const char* kDigits = "0123456789abcdef";
  for (const char c : bytes) {
    line.push_back(kDigits[static_cast<unsigned char>(c) >> 4U]);
    line.push_back(kDigits[static_cast<unsigned char>(c) & 15U]);
  }
}

// Keys of tables differ with the order in which articles came: ids stand for them.
constexpr const char* kFounder =
    "JOIN record f ON f.key = abs(e.key) JOIN record b ON b.key = e.best JOIN article ba ON ba.key = b.article ";
const std::string kHead =
    "SELECT f.id, e.layer, e.verdict, b.id, ba.id, e.mentions, e.articles, e.sources, e.confidence, e.told, ";

std::string account_sql(const std::string& table, const std::string& columns) {
  return kHead + columns + " FROM " + table + " e " + kFounder + "ORDER BY f.id, e.layer, ba.id";
}

Status dump_rows(Database& database, const std::string& name, std::string_view columns, const std::string& sql,
                 const std::function<bool(const std::string&)>& each, bool& go_on) {
  std::string line;
  return database.run(sql, {}, [&](const Row& row) {
    if (!go_on) return;
    line = name;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
      line.push_back('\t');
      if (row.is_null(i)) {
        line += "\\N";
      } else if (columns[static_cast<std::size_t>(i)] == 't') {
        put_text(line, row.text(i));
      } else if (columns[static_cast<std::size_t>(i)] == 'x') {
        put_hex(line, row.bytes(i));
      } else if (columns[static_cast<std::size_t>(i)] == 'h') {
        line += id_text("", row.integer(i));
      } else {
        line += std::to_string(row.integer(i));
      }
    }
    line.push_back('\n');
    go_on = each(line);
  });
}

}  // namespace

Status Ledger::dump(const std::function<bool(const std::string& line)>& each) {
  struct Part {
    const char* name;
    const char* columns;  // how they are written: t text, i integer, h the number of an id, x bytes
    std::string sql;
  };
  const std::vector<Part> parts = {
      {"article", "tiixtttttiitttttx",
       "SELECT a.id, a.version, a.current, a.hash, a.published, a.publisher, a.url, a.language, a.title, a.words, "
       "a.copy_day, a.text, s.version, s.model, s.knowledge, s.conventions, a.bodies FROM article a JOIN stamp s ON "
       "s.key = a.stamp "
       "ORDER BY a.id, a.version"},
      {"record", "tihiiiihx",
       "SELECT a.id, a.version, r.id, r.kind, r.block, r.day, r.dated, f.id, r.wording FROM record r "
       "JOIN article a ON a.key = r.article LEFT JOIN record f ON f.key = r.account ORDER BY a.id, a.version, r.id, "
       "r.kind, r.wording"},
      {"event", "hiihtiiiiitttiiiiit",
       account_sql("event", "e.type, e.status, e.cameo, e.quad, e.goldstein, e.score, e.day, e.last_day, e.country")},
      {"party", "tiih",
       "SELECT p.code, p.side, p.day, f.id FROM party p JOIN record f ON f.key = abs(p.event) ORDER BY p.code, p.side, "
       "p.day, f.id, p.event < 0"},
      {"dyad", "ttihittiii",
       "SELECT p.actor, p.recipient, p.day, f.id, p.layer, p.type, p.status, p.quad, p.goldstein, p.score FROM dyad p "
       "JOIN record f ON f.key = abs(p.event) ORDER BY p.actor, p.recipient, p.day, f.id, p.layer"},
      {"coverage", "iii", "SELECT day, layer, events FROM coverage ORDER BY day, layer"},
      {"statement", "hiihtiiiiiittttti",
       account_sql("statement", "e.day, e.speaker, e.speaker_name, e.issue, e.label, e.stance, e.issue_block")},
      {"agreement", "hiihtiiiiittii", account_sql("agreement", "e.form, e.status, e.day, e.last_day")},
      {"agreement_party", "tih",
       "SELECT p.code, p.day, f.id FROM agreement_party p JOIN record f ON f.key = abs(p.agreement) ORDER BY p.code, "
       "p.day, f.id, p.agreement < 0"},
      {"relation", "hiihtiiiiittttii", account_sql("relation", "e.type, e.a, e.b, e.trend, e.day, e.last_day")},
      {"dispute", "hiiittttiiiiii",
       "SELECT id, block, verdict, change, issue, label, speaker_a, speaker_b, statements_a, statements_b, day, "
       "last_day, articles, sources FROM dispute ORDER BY id"},
      {"dispute_record", "hiht",
       "SELECT d.dispute, d.side, r.id, a.id FROM dispute_record d JOIN record r ON r.key = d.record "
       "JOIN article a ON a.key = r.article ORDER BY d.dispute, d.side, r.id, a.id"},
      {"failure", "tttt", "SELECT source, code, message, place FROM failure ORDER BY source, code, message"},
      {"review", "hiittttt",
       "SELECT record, kind, verdict, field, value, reviewer, note, made FROM review ORDER BY key"},
      {"dirty", "iii", "SELECT kind, block, day FROM dirty ORDER BY kind, block, day"}};
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(impl_->database()));
  bool go_on = true;
  for (const Part& part : parts) {
    ENTENTE_CHECK_OK(dump_rows(impl_->database(), part.name, part.columns, part.sql, each, go_on));
    if (!go_on) break;
  }
  return Unit{};
}

}  // namespace entente
