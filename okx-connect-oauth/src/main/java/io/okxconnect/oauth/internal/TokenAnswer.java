package io.okxconnect.oauth.internal;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.spi.TransportResponse;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a token endpoint answered: a refusal in OAuth's form or in OKX's, tokens, or nothing that counts. Tokens need a
 * 2xx status, an access token, and no code of a refusal beside it.
 */
final class TokenAnswer {
    private static final String ACCEPTED = "0";

    private TokenAnswer() {}

    static TokenReply read(Dialect dialect, String endpoint, TransportResponse answer, Collection<String> sent) {
        int status = answer.status();
        JsonValue body = json(answer);
        if (status < 200 || status >= 300 || body == null || refuses(dialect, body)) {
            throw refusal(dialect, endpoint, answer, sent);
        }
        return TokenReply.read(endpoint, status, body);
    }

    /** The failure that an answer without tokens stands for. */
    static OkxConnectException refusal(
            Dialect dialect, String endpoint, TransportResponse answer, Collection<String> sent) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return new TokenEndpointException(Reason.REDIRECTED, endpoint, status);
        }
        JsonValue body = json(answer);
        if (body != null) {
            Optional<String> oauthCode = word(body, "error");
            if (oauthCode.isPresent()) {
                String words = word(body, "error_description").orElse("");
                return new OAuthErrorException(endpoint, oauthCode.get(), status, ServerWords.shown(words, sent));
            }
            if (dialect == Dialect.OKX && hasOkxCode(body)) {
                String code = word(body, "code").orElse("");
                String words = word(body, "msg").orElse("");
                return OkxRefusal.of(endpoint, answer, code, ServerWords.shown(words, sent));
            }
        }
        return new TokenEndpointException(byStatus(status), endpoint, status);
    }

    private static Reason byStatus(int status) {
        return switch (status) {
            case 403 -> Reason.BLOCKED_AT_EDGE;
            case 404 -> Reason.NOT_FOUND;
            case 429 -> Reason.RATE_LIMITED;
            default -> status >= 500 ? Reason.UNAVAILABLE : Reason.UNREADABLE;
        };
    }

    private static boolean refuses(Dialect dialect, JsonValue body) {
        boolean error = body.member("error")
                .filter(member -> member.kind() != JsonValue.Kind.NULL)
                .isPresent();
        return error || (dialect == Dialect.OKX && hasOkxCode(body));
    }

    private static boolean hasOkxCode(JsonValue body) {
        return word(body, "code").filter(code -> !code.equals(ACCEPTED)).isPresent();
    }

    /** A text or number that is not empty. */
    private static Optional<String> word(JsonValue body, String name) {
        return body.member(name).flatMap(JsonValue::rawText).filter(text -> !text.isBlank());
    }

    /** Null if the body is no JSON object. */
    private static @Nullable JsonValue json(TransportResponse answer) {
        try {
            JsonValue body = JsonValue.parse(answer.body());
            return body.kind() == JsonValue.Kind.OBJECT ? body : null;
        } catch (InvalidArgumentException e) {
            return null;
        }
    }
}
