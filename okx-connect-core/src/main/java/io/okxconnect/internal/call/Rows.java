package io.okxconnect.internal.call;

import io.okxconnect.error.ErrorCatalogue;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.Outcome;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code sCode} of rows. OKX refuses single orders under top code 1, some under 0, and mixes in batches under 2, so the
 * rows are looked at whatever the top code is.
 */
final class Rows {
    static final String ALL_ACCEPTED = "0";
    private static final Set<String> DECIDED_BY_ROWS = Set.of(ALL_ACCEPTED, "1", "2");
    /** Here sCode is the answer itself, not a refusal. */
    private static final Set<String> S_CODE_IS_DATA = Set.of("GET /api/v5/account/set-account-switch-precheck");

    private static final Pattern CODE = Pattern.compile("(-?\\d{1,9})(?:_(\\d{1,9}))?");

    private Rows() {}

    static boolean mayDecide(RestResponse response) {
        return DECIDED_BY_ROWS.contains(response.code()) && !S_CODE_IS_DATA.contains(response.endpoint());
    }

    /** Whether a row says that it was accepted. Then the rows are the answer, even where the top code says otherwise. */
    static boolean anyAccepted(RestResponse response) {
        return mayDecide(response)
                && response.data().stream()
                        .anyMatch(row ->
                                row.text("sCode").filter(ALL_ACCEPTED::equals).isPresent());
    }

    /** The refusal if no row was accepted. Of several, one whose effect is unknown comes first. */
    static Optional<RefusalFacts> refusal(RestRequest request, RestResponse response, Supplier<List<String>> secrets) {
        List<JsonValue> rows = response.data();
        if (rows.isEmpty() || !rows.stream().allMatch(Rows::isFailed)) {
            return Optional.empty();
        }
        JsonValue telling =
                rows.stream().filter(Rows::mayHaveTakenEffect).findFirst().orElse(rows.get(0));
        return Optional.of(facts(request, response, telling, secrets.get()));
    }

    private static boolean isFailed(JsonValue row) {
        return !row.text("sCode").orElse(ALL_ACCEPTED).equals(ALL_ACCEPTED);
    }

    private static boolean mayHaveTakenEffect(JsonValue row) {
        return row.text("sCode")
                .map(CODE::matcher)
                .filter(Matcher::matches)
                .flatMap(code -> ErrorCatalogue.find(code.group(1)))
                .filter(meaning -> meaning.writeOutcome() == Outcome.UNKNOWN)
                .isPresent();
    }

    private static RefusalFacts facts(RestRequest request, RestResponse response, JsonValue row, List<String> secrets) {
        Matcher code = CODE.matcher(row.text("sCode").orElse(""));
        if (!code.matches()) {
            throw new MalformedResponseException(
                    request.endpoint(),
                    response.httpStatus(),
                    "digits in member \"sCode\"",
                    AnswerReader.ifUnreadable(request));
        }
        String subCode = code.group(2) != null
                ? code.group(2)
                : row.text("subCode").filter(text -> text.matches("\\d{1,9}")).orElse("");
        return new RefusalFacts(code.group(1), subCode, text(row, "sMsg", secrets));
    }

    static String text(JsonValue owner, String name, List<String> secrets) {
        String text = owner.member(name).flatMap(JsonValue::rawText).orElse("");
        return ServerText.masked(text, secrets);
    }
}
