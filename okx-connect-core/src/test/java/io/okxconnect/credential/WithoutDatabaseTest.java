package io.okxconnect.credential;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.contract.CredentialSamples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app without a database runs on a Java that has no java.sql: only the classes of the database store need it. */
class WithoutDatabaseTest {
    @TempDir
    private Path parent;

    @Test
    void otherStores_javaWithoutSql_work() throws Exception {
        JavaProcess.start(
                        parent,
                        List.of("--limit-modules", "java.base,java.logging,java.naming,java.xml"),
                        Main.class,
                        parent.resolve("okx.vault").toString())
                .join();
    }

    /** The main class of that Java. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws Exception {
            if (ModuleLayer.boot().findModule("java.sql").isPresent()) {
                throw new AssertionError("java.sql is there");
            }
            Class.forName(ExchangeConnector.class.getName());
            try (CredentialStore store = TestVaults.open(Path.of(arguments[0]));
                    CredentialStore memory = new InMemoryCredentialStore();
                    StoredCredential first = CredentialSamples.stored("alice", 1)) {
                store.save(first);
                if (!CredentialStores.copy(store, memory).isComplete()) {
                    throw new AssertionError("not copied");
                }
            }
        }
    }
}
