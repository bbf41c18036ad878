-- The ledger: one append-only, hash-chained table. Hand-written: a generated migration that rebuilds a table would drop the triggers.
-- Every column beside seq, prev, hash and body is generated from body, so nothing lies outside the hash (`verifyLedger` compares the stored copies).
CREATE TABLE IF NOT EXISTS ledger (
  seq INTEGER PRIMARY KEY,
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  body BLOB NOT NULL,
  command_id TEXT NOT NULL GENERATED ALWAYS AS (CAST(body AS TEXT) ->> '$.command') STORED,
  part INTEGER NOT NULL GENERATED ALWAYS AS (CAST(body AS TEXT) ->> '$.part') STORED,
  kind TEXT NOT NULL GENERATED ALWAYS AS (CAST(body AS TEXT) ->> '$.kind') STORED,
  actor TEXT NOT NULL GENERATED ALWAYS AS (CAST(body AS TEXT) ->> '$.actor') STORED,
  role TEXT NOT NULL GENERATED ALWAYS AS (CAST(body AS TEXT) ->> '$.role') STORED,
  phase TEXT GENERATED ALWAYS AS (CAST(body AS TEXT) ->> '$.phase') STORED,
  failure TEXT GENERATED ALWAYS AS (CAST(body AS TEXT) ->> '$.failure') STORED,
  subject TEXT GENERATED ALWAYS AS (CAST(body AS TEXT) ->> '$.subject') STORED,
  recorded_at TEXT NOT NULL GENERATED ALWAYS AS (CAST(body AS TEXT) ->> '$.recordedAt') STORED
) STRICT;

CREATE UNIQUE INDEX IF NOT EXISTS one_command_is_recorded_once ON ledger (command_id, part);
CREATE INDEX IF NOT EXISTS ledger_by_phase ON ledger (phase, seq);
CREATE INDEX IF NOT EXISTS ledger_by_phase_and_kind ON ledger (phase, kind, failure, seq);
CREATE INDEX IF NOT EXISTS ledger_by_failure ON ledger (phase, failure, seq);
CREATE INDEX IF NOT EXISTS ledger_by_kind ON ledger (kind, seq);
CREATE INDEX IF NOT EXISTS ledger_by_actor ON ledger (actor, seq);

CREATE TRIGGER IF NOT EXISTS ledger_is_a_chain BEFORE INSERT ON ledger
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'ledger: an event must follow the last one'); END;

CREATE TRIGGER IF NOT EXISTS ledger_keeps_every_event BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'ledger: events are never deleted'); END;

CREATE TRIGGER IF NOT EXISTS ledger_keeps_every_byte BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'ledger: events are never changed'); END;

-- The last wall behind the permission table: whatever the code does, no other role judges and no other role claims.
CREATE TRIGGER IF NOT EXISTS only_an_adversary_judges AFTER INSERT ON ledger
WHEN NEW.kind IN ('ruling.recorded', 'verdict.recorded', 'finding.opened') AND NEW.role IS NOT 'adversary'
BEGIN SELECT RAISE(ABORT, 'ledger: only an Adversary judges'); END;

CREATE TRIGGER IF NOT EXISTS only_a_builder_claims AFTER INSERT ON ledger
WHEN NEW.kind IN ('claim.filed', 'claim.withdrawn', 'classification.proposed') AND NEW.role IS NOT 'builder'
BEGIN SELECT RAISE(ABORT, 'ledger: only a Builder classifies and claims'); END;

CREATE TRIGGER IF NOT EXISTS only_an_adversary_closes AFTER INSERT ON ledger
WHEN NEW.kind IN ('more.asked', 'finding.closed', 'finding.reopened') AND NEW.role IS NOT 'adversary'
BEGIN SELECT RAISE(ABORT, 'ledger: only an Adversary asks for more and closes findings'); END;

CREATE TRIGGER IF NOT EXISTS only_a_builder_fixes AFTER INSERT ON ledger
WHEN NEW.kind IN ('fix.attached', 'finding.addressed', 'phase.done') AND NEW.role IS NOT 'builder'
BEGIN SELECT RAISE(ABORT, 'ledger: only a Builder attaches fixes, addresses findings and declares DONE'); END;
