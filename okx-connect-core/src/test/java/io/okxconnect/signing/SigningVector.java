package io.okxconnect.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.okxconnect.credential.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** One row of {@code vectors.tsv}: known answers, those of wrong forms included, to prove that the form matters. */
record SigningVector(
        String id, String key, String timestamp, String method, String requestPath, String body, String signature) {

    static List<SigningVector> all() {
        try (InputStream file = SigningVector.class.getResourceAsStream("vectors.tsv")) {
            String table = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            return table.lines().skip(1).map(SigningVector::parse).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SigningVector parse(String line) {
        String[] columns = line.split("\t", -1);
        return new SigningVector(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
    }

    Secret secret() {
        return key.startsWith("HEX:")
                ? Secret.of(HexFormat.of().parseHex(key.substring(4)))
                : Secret.of(key.replace("{LF}", "\n"));
    }

    String signedBy(RequestSigner signer) {
        return id.startsWith("W")
                ? signer.signWebSocketLogin(timestamp)
                : signer.sign(timestamp, method, requestPath, body.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return id;
    }
}
