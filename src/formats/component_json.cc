#include "entente/formats.h"
#include "formats/json_line.h"

namespace entente {

std::string write_component_json(const Component& component) {
  JsonLine json;
  json.begin_object();
  json.text("name", component.name);
  json.text("state", component_state_name(component.state));
  json.text("version", component.version);
  json.text("detail", component.detail);
  json.end_object();
  return json.finish();
}

}  // namespace entente
