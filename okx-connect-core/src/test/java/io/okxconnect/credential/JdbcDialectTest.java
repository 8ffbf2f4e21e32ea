package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.error.InvalidArgumentException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcDialectTest {

    @Test
    void ofProduct_eachName_isItsDialect() {
        assertThat(List.of("PostgreSQL", "MariaDB", "MySQL", "H2"))
                .extracting(JdbcDialect::ofProduct)
                .containsExactly(JdbcDialect.POSTGRESQL, JdbcDialect.MARIADB, JdbcDialect.MARIADB, JdbcDialect.H2);
    }

    @Test
    void ofProduct_another_isRefusedWithAWayOut() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> JdbcDialect.ofProduct("Oracle"))
                .satisfies(e -> assertThat(e.argument()).isEqualTo("dataSource"))
                .satisfies(e -> assertThat(e.fix()).contains("schemaScript"));
    }

    @ParameterizedTest
    @EnumSource
    void schemaScript_everyStatement_changesNothingThatIsThere(JdbcDialect dialect) {
        assertThat(dialect.schemaScript()).startsWith("-- Credential store of okx-connect, version 1");
        assertThat(dialect.schemaStatements())
                .hasSize(4)
                .allMatch(sql -> sql.startsWith("CREATE TABLE IF NOT EXISTS") || sql.contains("WHERE NOT EXISTS"));
    }
}
