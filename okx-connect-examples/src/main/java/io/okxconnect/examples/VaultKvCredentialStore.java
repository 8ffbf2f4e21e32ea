package io.okxconnect.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store of one's own, in one file: accounts in a KV secrets engine, version 2, of HashiCorp Vault or OpenBao, over its HTTP API.
 *
 * <p>Vault counts the versions of an entry and writes only if the version is the one that the writer names (check-and-set). Those versions
 * are our revisions, so of two nodes that save the same revision Vault itself refuses one. An entry is deleted with all its versions, so an
 * account that comes back begins at 1 again. Give the engine {@code max_versions=1}, or old keys stay readable in it.
 *
 * <p>Vault encrypts what it keeps; who may read an entry is up to its policies, and the secrets travel, so use https. Listing asks for each
 * entry and leaves its secrets undecoded. The secrets stand in the JSON text for a moment, which this process cannot wipe.
 */
final class VaultKvCredentialStore implements CredentialStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI engine;
    private final String token;

    /**
     * Creates the store.
     *
     * @param engine where the engine is mounted, for example {@code https://vault.example.com:8200/v1/secret/}
     * @param token a token whose policy allows all on {@code data/okx-connect/*} and {@code metadata/okx-connect/*}
     */
    VaultKvCredentialStore(URI engine, String token) {
        this.engine = engine;
        this.token = token;
    }

    @Override
    public Optional<StoredCredential> load(AccountId accountId) {
        return entry(nameOf(accountId)).map(entry -> {
            byte[] bytes = secretsOf(entry);
            try {
                return StoredCredential.fromBytes(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }

    @Override
    public void save(StoredCredential next) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("options").put("cas", next.revision() - 1);
        byte[] bytes = next.toBytes();
        byte[] json;
        try {
            ObjectNode data = body.putObject("data");
            data.set("metadata", JSON.valueToTree(next.metadata().toMap()));
            data.put("credential", bytes);
            json = bytesOf(body);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        AccountId accountId = next.metadata().accountId();
        HttpResponse<byte[]> answer =
                ask("POST", "data/okx-connect/" + nameOf(accountId), BodyPublishers.ofByteArray(json));
        Arrays.fill(json, (byte) 0);
        if (answer.statusCode() == 400) {
            throw new CredentialStoreException(
                    Reason.CONFLICT,
                    "Somebody saved '" + accountId + "' in between.",
                    "Load it again, then save.",
                    null);
        }
        requireSuccess(answer);
    }

    @Override
    public boolean delete(AccountId accountId) {
        String path = "metadata/okx-connect/" + nameOf(accountId);
        if (get(path).isEmpty()) {
            return false;
        }
        requireSuccess(ask("DELETE", path, BodyPublishers.noBody()));
        return true;
    }

    @Override
    public List<CredentialMetadata> list() {
        List<CredentialMetadata> all = new ArrayList<>();
        for (JsonNode name : get("metadata/okx-connect/?list=true")
                .map(answer -> answer.at("/data/keys"))
                .orElse(JSON.createArrayNode())) {
            entry(name.asText())
                    .map(entry -> JSON.convertValue(entry.get("metadata"), TEXTS))
                    .map(CredentialMetadata::fromMap)
                    .ifPresent(all::add);
        }
        all.sort(Comparator.comparing(metadata -> metadata.accountId().value()));
        return List.copyOf(all);
    }

    /** Any account id as a path that Vault cannot take for another one. */
    private static String nameOf(AccountId accountId) {
        return HexFormat.of().formatHex(accountId.value().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<JsonNode> entry(String name) {
        return get("data/okx-connect/" + name).map(answer -> answer.at("/data/data"));
    }

    private static byte[] secretsOf(JsonNode entry) {
        try {
            return entry.path("credential").binaryValue();
        } catch (IOException e) {
            throw failed("does not hold what this app stored");
        }
    }

    /** An answer's body, or empty if there is no such entry. */
    private Optional<JsonNode> get(String path) {
        HttpResponse<byte[]> answer = ask("GET", path, BodyPublishers.noBody());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        requireSuccess(answer);
        try {
            return Optional.of(JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw failed("answered with something that is no JSON");
        }
    }

    private HttpResponse<byte[]> ask(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(engine.resolve(path))
                .timeout(TIMEOUT)
                .header("X-Vault-Token", token)
                .method(method, body)
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw failed("did not answer (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for");
        }
    }

    private static byte[] bytesOf(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts is always JSON.");
        }
    }

    private static void requireSuccess(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw failed("answered with HTTP " + answer.statusCode());
        }
    }

    /** Never with the body or the cause: they may hold what was sent. */
    private static CredentialStoreException failed(String how) {
        return new CredentialStoreException(
                Reason.IO,
                "Vault " + how + ".",
                "Check Vault, the token and its policy, then load the account again.",
                null);
    }

    @Override
    public String toString() {
        return "VaultKvCredentialStore[" + engine + "]";
    }
}
