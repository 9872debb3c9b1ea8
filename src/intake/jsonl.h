// JSON to articles: one object a line, or one document that is an object or an array of objects.
//
// Fields: those of the record contract with their other names; unknown ones are passed over; null is missing.
// Errors: "name:line" (lines) or "name: article N" (documents, from 1); the next ones are read all the same.
#ifndef ENTENTE_INTAKE_JSONL_H_
#define ENTENTE_INTAKE_JSONL_H_

#include <string>

#include "base/byte_source.h"
#include "entente/intake.h"

namespace entente {

// Streams in memory bounded by options.max_line_bytes; tells options.so_far, where that is, what waits. False: the
// visitor wants no more.
bool read_json_lines(ByteSource& source, const std::string& name, const IntakeOptions& options,
                     const ArticleVisitor& each);

// `text` is valid UTF-8.
bool read_json_document(const std::string& text, const std::string& name, const IntakeOptions& options,
                        const ArticleVisitor& each);

}  // namespace entente

#endif  // ENTENTE_INTAKE_JSONL_H_
