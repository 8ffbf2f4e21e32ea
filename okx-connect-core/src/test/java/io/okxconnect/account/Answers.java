package io.okxconnect.account;

import io.okxconnect.error.Outcome;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Rows as they come with an answer of OKX, so that a bad one is the answer's fault. */
public final class Answers {
    private Answers() {}

    /** The answer with these rows, written with {@code '} for {@code "}. */
    public static RestResponse answer(String rows) {
        String body = "{'code':'0','msg':'','data':[" + rows + "]}";
        return RestResponse.read(
                "GET /api/v5/test",
                200,
                Outcome.NOT_DONE,
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The only row of an answer, written with {@code '} for {@code "}. */
    static JsonValue row(String row) {
        return answer(row).row();
    }

    /** A sample with every member that OKX documents. */
    static JsonValue sample(String name) {
        try (InputStream in = Answers.class.getResourceAsStream(name + ".json")) {
            return row(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
