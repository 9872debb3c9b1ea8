// Who stood by when an instrument was made: witnesses, hosts, guarantors.
#ifndef ENTENTE_AGREEMENTS_ATTENDANCE_H_
#define ENTENTE_AGREEMENTS_ATTENDANCE_H_

#include <string>
#include <vector>

#include "agreements/instrument_groups.h"

namespace entente {

class AttendanceReader {
 public:
  AttendanceReader(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const PartyReader& parties)
      : tree_(tree), knowledge_(knowledge), clauses_(clauses), parties_(parties) {}

  // With their roles: witness, host, guarantor. A party may be among them (a host that signs).
  [[nodiscard]] std::vector<OtherActor> read(const InstrumentGroup& group) const;

 private:
  [[nodiscard]] std::string role_of(TokenId word) const;
  [[nodiscard]] std::vector<ActorMention> named_by(TokenId word) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
  const PartyReader& parties_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_ATTENDANCE_H_
