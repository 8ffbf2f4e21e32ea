-- Pending authorizations of okx-connect, version 1, for PostgreSQL and what speaks its protocol.
-- It creates what is absent and changes nothing that is there. What is pending is encrypted; the key is the digest of a state.

CREATE TABLE IF NOT EXISTS okx_connect_schema (
  component VARCHAR(32) NOT NULL PRIMARY KEY,
  version   INTEGER     NOT NULL
);

CREATE TABLE IF NOT EXISTS okx_connect_pending (
  id      BYTEA NOT NULL PRIMARY KEY,
  session BYTEA NOT NULL,
  expires BIGINT NOT NULL,
  sealed  BYTEA NOT NULL
);

CREATE INDEX IF NOT EXISTS okx_connect_pending_expires ON okx_connect_pending (expires);

CREATE INDEX IF NOT EXISTS okx_connect_pending_session ON okx_connect_pending (session, expires);

INSERT INTO okx_connect_schema (component, version)
  SELECT 'pending', 1
  WHERE NOT EXISTS (SELECT 1 FROM okx_connect_schema WHERE component = 'pending');
