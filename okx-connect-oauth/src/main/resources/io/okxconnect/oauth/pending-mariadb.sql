-- Pending authorizations of okx-connect, version 1, for MariaDB and MySQL.
-- It creates what is absent and changes nothing that is there. What is pending is encrypted; the key is the digest of a state.

CREATE TABLE IF NOT EXISTS okx_connect_schema (
  component VARCHAR(32) NOT NULL PRIMARY KEY,
  version   INTEGER     NOT NULL
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS okx_connect_pending (
  id      BINARY(32) NOT NULL PRIMARY KEY,
  session BINARY(32) NOT NULL,
  expires BIGINT NOT NULL,
  sealed  BLOB NOT NULL,
  INDEX okx_connect_pending_expires (expires),
  INDEX okx_connect_pending_session (session, expires)
) ENGINE = InnoDB;

INSERT INTO okx_connect_schema (component, version)
  SELECT 'pending', 1 FROM DUAL
  WHERE NOT EXISTS (SELECT 1 FROM okx_connect_schema WHERE component = 'pending');
