-- Credential store of okx-connect, version 1, for H2 2.
-- It creates what is absent and changes nothing that is there. All secrets and account ids in these tables are encrypted.

CREATE TABLE IF NOT EXISTS okx_connect_schema (
  component VARCHAR(32) NOT NULL PRIMARY KEY,
  version   INTEGER     NOT NULL
);

CREATE TABLE IF NOT EXISTS okx_connect_keyset (
  id       SMALLINT        NOT NULL PRIMARY KEY CHECK (id = 1),
  revision BIGINT          NOT NULL,
  store_id BINARY(16)      NOT NULL,
  keyset   VARBINARY(4096) NOT NULL
);

CREATE TABLE IF NOT EXISTS okx_connect_credential (
  name        BINARY(32)         NOT NULL PRIMARY KEY,
  incarnation BINARY(8)          NOT NULL,
  revision    BIGINT             NOT NULL,
  head        VARBINARY(1048576) NOT NULL,
  secrets     VARBINARY(1048576) NOT NULL
);

INSERT INTO okx_connect_schema (component, version)
  SELECT 'credential', 1
  WHERE NOT EXISTS (SELECT 1 FROM okx_connect_schema WHERE component = 'credential');
