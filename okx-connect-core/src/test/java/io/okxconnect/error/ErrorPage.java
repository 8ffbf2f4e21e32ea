package io.okxconnect.error;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/errors.md} from the catalogue. Run it from the root of the project. */
final class ErrorPage {
    static final Path PLACE = Path.of("docs", "errors.md");

    /** What a contributor types after a change of the data; stands in the failure of the test, too. */
    static final String COMMAND = "mvn -q -pl okx-connect-core -am test-compile"
            + " && java -cp okx-connect-core/target/classes:okx-connect-core/target/test-classes "
            + ErrorPage.class.getName();

    private static final String HEAD = """
            # OKX's error codes

            What okx-connect knows about each code: `ErrorCatalogue.find("50113")`, in an app's own language with
            `meaning.text(locale)`. This page is generated from that data; do not edit it by hand. 每个错误码附简体中文说明。

            - **class**: the exception that a refused call ends in.
            - **retry**: `NO` the same call will fail again; `WAIT` it passes by itself; `FIX` something must be changed first; `ASK`
              look first whether the call took effect.
            - **write**: what is known of a write refused so. After `UNKNOWN` it may have taken effect: the exception says `ASK`
              whatever stands under retry, and okx-connect never sends it again.
            - **who**: who has to act; `wait` means nobody.
            - **HTTP**: the statuses that OKX documents or was seen to use; `-` if its docs do not hold the code. The code decides,
              never the status.

            A code that is not here fails as what its HTTP status says; for any other status as `RequestRejectedException`.
            """;

    /** OKX's own numbering. */
    private enum Section {
        ENVELOPE("Whole answers and single cases", "[1-4]\\d{0,3}"),
        GENERAL("50xxx: access, limits, account state, form of requests", "50\\d{3}"),
        ORDERS("51xxx and 54xxx: orders, positions, account modes", "5[14]\\d{3}"),
        OAUTH("53xxx: OAuth and Fast API", "53\\d{3}"),
        TRANSFERS("58xxx: transfers", "58\\d{3}"),
        SETTINGS("59xxx: account settings, API keys, sub-accounts", "59\\d{3}");

        private final String title;
        private final String codes;

        Section(String title, String codes) {
            this.title = title;
            this.codes = codes;
        }
    }

    private ErrorPage() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(PLACE, text());
    }

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Section section : Section.values()) {
            append(page, section.title, matching(ErrorCatalogue.all(), section.codes));
        }
        page.append("""

                # WebSocket

                `ErrorCatalogue.findWebSocket("60005")`. None of these comes in a REST answer; an order sent over WebSocket is refused
                with the codes above. Here *retry* is about connecting, logging in or subscribing again, and *write* about an order
                that was under way on the connection.
                """);
        append(page, "6xxxx: error frames and notices", matching(ErrorCatalogue.allWebSocket(), "6\\d{4}"));
        append(page, "Close codes", matching(ErrorCatalogue.allWebSocket(), "\\d{4}"));
        return page.toString();
    }

    private static List<ErrorMeaning> matching(Collection<ErrorMeaning> rows, String codes) {
        return rows.stream()
                .filter(row -> row.code().matches(codes))
                .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.code())))
                .toList();
    }

    private static void append(StringBuilder page, String title, List<ErrorMeaning> rows) {
        page.append("\n## ").append(title).append("\n\n");
        page.append("| code | class | retry | write | who | HTTP | what happened, what to do |\n");
        page.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        for (ErrorMeaning row : rows) {
            page.append(String.join(
                            " | ",
                            "| " + row.code(),
                            exceptionOf(row.kind()),
                            row.retryAdvice().name(),
                            row.writeOutcome().name(),
                            who(row.actionBy()),
                            statuses(row),
                            words(row.text(Locale.ENGLISH), " ") + "<br>"
                                    + words(row.text(Locale.SIMPLIFIED_CHINESE), "")))
                    .append(" |\n");
        }
    }

    private static String exceptionOf(ErrorKind kind) {
        return switch (kind) {
            case AUTHENTICATION -> AuthenticationRejectedException.class.getSimpleName();
            case PERMISSION -> PermissionDeniedException.class.getSimpleName();
            case RATE_LIMIT -> RateLimitedException.class.getSimpleName();
            case UNAVAILABLE -> ExchangeUnavailableException.class.getSimpleName();
            case ACCOUNT_STATE -> AccountStateException.class.getSimpleName();
            case REJECTED -> RequestRejectedException.class.getSimpleName();
        };
    }

    private static String who(ActionBy actionBy) {
        return switch (actionBy) {
            case USER -> "user";
            case APP -> "app";
            case OKX -> "OKX";
            case NOBODY -> "wait";
        };
    }

    private static String statuses(ErrorMeaning row) {
        return row.httpStatuses().isEmpty()
                ? "-"
                : row.httpStatuses().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String words(ErrorText text, String between) {
        return text.problem() + between + text.nextStep();
    }
}
