-- Credential store of okx-connect, version 1, for MariaDB and MySQL.
-- It creates what is absent and changes nothing that is there. All secrets and account ids in these tables are encrypted.

CREATE TABLE IF NOT EXISTS okx_connect_schema (
  component VARCHAR(32) NOT NULL PRIMARY KEY,
  version   INTEGER     NOT NULL
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS okx_connect_keyset (
  id       SMALLINT        NOT NULL PRIMARY KEY CHECK (id = 1),
  revision BIGINT          NOT NULL,
  store_id BINARY(16)      NOT NULL,
  keyset   VARBINARY(4096) NOT NULL
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS okx_connect_credential (
  name        BINARY(32) NOT NULL PRIMARY KEY,
  incarnation BINARY(8)  NOT NULL,
  revision    BIGINT     NOT NULL,
  head        MEDIUMBLOB NOT NULL,
  secrets     MEDIUMBLOB NOT NULL
) ENGINE = InnoDB;

INSERT INTO okx_connect_schema (component, version)
  SELECT 'credential', 1 FROM DUAL
  WHERE NOT EXISTS (SELECT 1 FROM okx_connect_schema WHERE component = 'credential');
