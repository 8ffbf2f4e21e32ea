package io.okxconnect;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialStores;
import io.okxconnect.credential.EncryptedFileCredentialStore;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The main class of a process that does everything with a key that an app does, closes what it opened, and dumps its heap: while the
 * account is connected, and afterwards with the garbage and without it.
 */
final class HeapDumpTarget {
    static final String OPEN = "open.hprof";
    static final String CLOSED = "closed.hprof";
    static final String CLOSED_WITH_GARBAGE = "closed-with-garbage.hprof";

    static final int VAULT_KEY = 32;
    static final int API_KEY = 36;
    static final int SECRET_KEY = 32;
    static final int PASSPHRASE = 20;

    private HeapDumpTarget() {}

    /** Needs: the sandbox's address, a directory, whether to dump while connected and end. On standard input: vault key, API key, secret key, passphrase. */
    public static void main(String[] arguments) throws IOException {
        URI okx = URI.create(arguments[0]);
        Path directory = Path.of(arguments[1]);
        boolean dumpsWhileOpen = Boolean.parseBoolean(arguments[2]);
        useAndClose(okx, directory, dumpsWhileOpen);
        if (dumpsWhileOpen) {
            return;
        }
        dump(directory.resolve(CLOSED_WITH_GARBAGE), false);
        dump(directory.resolve(CLOSED), true);
    }

    private static void useAndClose(URI okx, Path directory, boolean dumpsWhileOpen) throws IOException {
        // Not System.in, whose buffer would keep them.
        InputStream in = new FileInputStream(FileDescriptor.in);
        try (Secret vaultKey = read(in);
                EncryptedFileCredentialStore store =
                        EncryptedFileCredentialStore.open(directory.resolve("okx.vault"), vaultKey);
                ApiKeyCredential credential = readCredential(in);
                ExchangeConnector connector = ExchangeConnector.okx()
                        .pipeline((transport, time) -> new OkxCalls(transport, CallSeams.system(time)))
                        .site(Site.custom("sandbox", okx))
                        .environment(TradingEnvironment.DEMO)
                        .clock(Clock.fixed(TestExchange.NOW, ZoneOffset.UTC))
                        .sharedCredentialStore(store)
                        .build()) {
            Connection alice = connector.connect(TestExchange.ALICE, credential);
            for (int i = 0; i < 20; i++) {
                alice.account().config();
            }
            try (InMemoryCredentialStore copy = new InMemoryCredentialStore();
                    StoredCredential stored = store.load(TestExchange.ALICE).orElseThrow()) {
                Arrays.fill(stored.toBytes(), (byte) 0);
                CredentialStores.copy(store, copy);
            }
            if (dumpsWhileOpen) {
                // In a process of its own: it collects the garbage, which the other dumps are about.
                dump(directory.resolve(OPEN), true);
            }
        }
    }

    private static Secret read(InputStream in) throws IOException {
        byte[] bytes = readField(in, VAULT_KEY);
        try {
            return Secret.of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static ApiKeyCredential readCredential(InputStream in) throws IOException {
        char[] apiKey = readText(in, API_KEY);
        char[] secretKey = readText(in, SECRET_KEY);
        char[] passphrase = readText(in, PASSPHRASE);
        try {
            return ApiKeyCredential.of(apiKey, secretKey, passphrase);
        } finally {
            Arrays.fill(apiKey, '\0');
            Arrays.fill(secretKey, '\0');
            Arrays.fill(passphrase, '\0');
        }
    }

    private static char[] readText(InputStream in, int length) throws IOException {
        byte[] bytes = readField(in, length);
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) bytes[i];
            bytes[i] = 0;
        }
        return text;
    }

    private static byte[] readField(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int read = 0; read < length; ) {
            int more = in.read(bytes, read, length - read);
            if (more < 0) {
                throw new EOFException();
            }
            read += more;
        }
        return bytes;
    }

    private static void dump(Path file, boolean live) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), live);
    }
}
