// The bytes of schema/entente.schema.json, as they were when the library was built.
#ifndef ENTENTE_FORMATS_SCHEMA_TEXT_H_
#define ENTENTE_FORMATS_SCHEMA_TEXT_H_

namespace entente {

[[nodiscard]] const char* schema_text();

}  // namespace entente

#endif  // ENTENTE_FORMATS_SCHEMA_TEXT_H_
