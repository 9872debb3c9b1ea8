// The files of a folder, recursively, in byte order of their paths.
#ifndef ENTENTE_INTAKE_FOLDER_H_
#define ENTENTE_INTAKE_FOLDER_H_

#include <functional>
#include <string>

#include "entente/result.h"

namespace entente {

// A path to read, or why something in the folder cannot be. Return false to stop.
using PathVisitor = std::function<bool(Result<std::string>)>;

[[nodiscard]] bool is_folder(const std::string& path);

// Hidden names and other extensions than txt, json, jsonl, ndjson, html, htm, xhtml are passed over. Links to folders
// are followed; one that leads to a folder already read is an error (kNotFound). kEmpty for a folder without articles.
// False: the visitor wants no more.
bool visit_folder(const std::string& path, const PathVisitor& each);

}  // namespace entente

#endif  // ENTENTE_INTAKE_FOLDER_H_
