// Small tables, and mistakes in their rows, for the tests of loading.
#ifndef ENTENTE_KNOWLEDGE_TEST_TABLES_H_
#define ENTENTE_KNOWLEDGE_TEST_TABLES_H_

#include <ostream>
#include <string>

namespace entente {

inline std::string table(const std::string& schema, const std::string& columns, const std::string& rows) {
  return "# schema: " + schema + " 1\n# version: 1\n# source: own\n# licence: Apache-2.0\n" + columns + "\n" + rows;
}

struct Mistake {
  const char* file;
  const char* rows;      // appended to the good table; the last is wrong
  const char* expected;  // what is told of its line
};

inline void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.file << ", " << mistake.rows; }

}  // namespace entente

#endif  // ENTENTE_KNOWLEDGE_TEST_TABLES_H_
