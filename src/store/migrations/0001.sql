R"sql(
-- What each table and column means: docs/formats/ledger.md. In braces stands what the two databases call differently.

CREATE TABLE meta (
  name {text} PRIMARY KEY,
  value {blob} NOT NULL
);

CREATE TABLE stamp (
  key {key},
  version {text} NOT NULL,
  model {text} NOT NULL,
  knowledge {text} NOT NULL,
  conventions {text} NOT NULL,
  UNIQUE (version, model, knowledge, conventions)
);

CREATE TABLE article (
  key {key},
  id {text} NOT NULL,
  version SMALLINT NOT NULL,
  current SMALLINT NOT NULL,
  hash {blob} NOT NULL,
  stamp BIGINT NOT NULL REFERENCES stamp (key),
  published {text},
  day BIGINT,
  publisher {text},
  url {text},
  language {text},
  words BIGINT NOT NULL,
  copy_group BIGINT NOT NULL,
  copy_day BIGINT,
  first_record BIGINT NOT NULL,
  last_record BIGINT NOT NULL,
  bodies {blob} NOT NULL,
  title {text},
  text {text},
  UNIQUE (id, version)
);
CREATE INDEX article_copy_group ON article (copy_group);

CREATE TABLE copy_band (
  band BIGINT PRIMARY KEY,
  article BIGINT NOT NULL
) {clustered};

CREATE TABLE record (
  key {key},
  article BIGINT NOT NULL REFERENCES article (key),
  id BIGINT NOT NULL,
  kind SMALLINT NOT NULL,
  block BIGINT NOT NULL,
  day BIGINT NOT NULL,
  dated SMALLINT NOT NULL,
  account BIGINT,
  wording {blob}
);
CREATE INDEX record_id ON record (id);
CREATE INDEX record_block ON record (kind, block, day);
-- Most accounts have one mention, their founder; it is found by its own key.
CREATE INDEX record_account ON record (account) WHERE account <> key;

CREATE TABLE dirty (
  kind SMALLINT NOT NULL,
  block BIGINT NOT NULL,
  day BIGINT NOT NULL,
  PRIMARY KEY (kind, block, day)
) {clustered};

CREATE TABLE failure (
  source {text} NOT NULL,
  code {text} NOT NULL,
  message {text} NOT NULL,
  place {text} NOT NULL,
  seen BIGINT NOT NULL,
  PRIMARY KEY (source, code, message)
);

CREATE TABLE review (
  key {key},
  record BIGINT NOT NULL,
  kind SMALLINT NOT NULL,
  verdict SMALLINT NOT NULL,
  field {text} NOT NULL,
  value {text},
  reviewer {text} NOT NULL,
  note {text} NOT NULL,
  made {text} NOT NULL
);
CREATE INDEX review_record ON review (record);

CREATE TABLE event (
  key {rowkey},
  layer SMALLINT NOT NULL,
  verdict SMALLINT NOT NULL,
  best BIGINT NOT NULL,
  told BIGINT NOT NULL,
  type {text} NOT NULL,
  status {text} NOT NULL,
  cameo {text},
  quad SMALLINT,
  goldstein SMALLINT,
  score SMALLINT,
  day BIGINT NOT NULL,
  last_day BIGINT NOT NULL,
  mentions BIGINT NOT NULL,
  articles BIGINT NOT NULL,
  sources BIGINT NOT NULL,
  confidence SMALLINT NOT NULL,
  country {text}
);
CREATE INDEX event_type ON event (type, day);
CREATE INDEX event_day ON event (day);

CREATE TABLE party (
  code {text} NOT NULL,
  side SMALLINT NOT NULL,
  day BIGINT NOT NULL,
  event BIGINT NOT NULL,
  PRIMARY KEY (code, side, day, event)
) {clustered};

CREATE TABLE dyad (
  actor {text} NOT NULL,
  recipient {text} NOT NULL,
  day BIGINT NOT NULL,
  event BIGINT NOT NULL,
  layer SMALLINT NOT NULL,
  type {text} NOT NULL,
  status {text} NOT NULL,
  quad SMALLINT,
  goldstein SMALLINT,
  score SMALLINT,
  PRIMARY KEY (actor, recipient, day, event)
) {clustered};

CREATE TABLE coverage (
  day BIGINT NOT NULL,
  layer SMALLINT NOT NULL,
  events BIGINT NOT NULL,
  PRIMARY KEY (day, layer)
) {clustered};

CREATE TABLE statement (
  key {rowkey},
  layer SMALLINT NOT NULL,
  verdict SMALLINT NOT NULL,
  best BIGINT NOT NULL,
  told BIGINT NOT NULL,
  day BIGINT NOT NULL,
  mentions BIGINT NOT NULL,
  articles BIGINT NOT NULL,
  sources BIGINT NOT NULL,
  confidence SMALLINT NOT NULL,
  speaker {text},
  speaker_name {text},
  issue {text},
  label {text},
  stance {text} NOT NULL,
  issue_block BIGINT NOT NULL
);
CREATE INDEX statement_block ON statement (issue_block);
CREATE INDEX statement_speaker ON statement (speaker, day);
CREATE INDEX statement_day ON statement (day);

-- What people may ask for by its words: under which blocks it stands.
CREATE TABLE issue (
  block BIGINT NOT NULL,
  label {text} NOT NULL,
  id {text} NOT NULL,
  PRIMARY KEY (block, label, id)
) {clustered};

CREATE TABLE agreement (
  key {rowkey},
  layer SMALLINT NOT NULL,
  verdict SMALLINT NOT NULL,
  best BIGINT NOT NULL,
  told BIGINT NOT NULL,
  day BIGINT NOT NULL,
  last_day BIGINT NOT NULL,
  mentions BIGINT NOT NULL,
  articles BIGINT NOT NULL,
  sources BIGINT NOT NULL,
  confidence SMALLINT NOT NULL,
  form {text} NOT NULL,
  status {text} NOT NULL
);
CREATE INDEX agreement_day ON agreement (day);

CREATE TABLE agreement_party (
  code {text} NOT NULL,
  day BIGINT NOT NULL,
  agreement BIGINT NOT NULL,
  PRIMARY KEY (code, day, agreement)
) {clustered};

CREATE TABLE relation (
  key {rowkey},
  layer SMALLINT NOT NULL,
  verdict SMALLINT NOT NULL,
  best BIGINT NOT NULL,
  told BIGINT NOT NULL,
  day BIGINT NOT NULL,
  last_day BIGINT NOT NULL,
  mentions BIGINT NOT NULL,
  articles BIGINT NOT NULL,
  sources BIGINT NOT NULL,
  confidence SMALLINT NOT NULL,
  type {text} NOT NULL,
  a {text} NOT NULL,
  b {text} NOT NULL,
  trend {text}
);
CREATE INDEX relation_a ON relation (a, b);
CREATE INDEX relation_b ON relation (b, a);

CREATE TABLE dispute (
  id {rowkey},
  block BIGINT NOT NULL,
  verdict SMALLINT NOT NULL,
  change SMALLINT NOT NULL,
  issue {text},
  label {text} NOT NULL,
  speaker_a {text},
  speaker_b {text},
  statements_a BIGINT NOT NULL,
  statements_b BIGINT NOT NULL,
  day BIGINT NOT NULL,
  last_day BIGINT NOT NULL,
  articles BIGINT NOT NULL,
  sources BIGINT NOT NULL
);
CREATE INDEX dispute_block ON dispute (block);

CREATE TABLE dispute_record (
  dispute BIGINT NOT NULL REFERENCES dispute (id),
  side SMALLINT NOT NULL,
  record BIGINT NOT NULL,
  PRIMARY KEY (dispute, side, record)
) {clustered};
{search}
)sql"
