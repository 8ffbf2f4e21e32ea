package io.okxconnect.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorCatalogueTest {

    static Stream<ErrorMeaning> rows() {
        return ErrorCatalogue.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void row_always_readsAsTwoSentencesAndFitsItsKind(ErrorMeaning row) {
        assertThat(row.problem()).matches("[A-Z].*\\.");
        assertThat(row.nextStep()).matches("[A-Z].*\\.");
        assertThat(ErrorCatalogue.find(row.code())).contains(row);
        if (row.kind() == ErrorKind.RATE_LIMIT) {
            assertThat(row.retryAdvice()).isEqualTo(RetryAdvice.WAIT);
            assertThat(row.writeOutcome()).isEqualTo(Outcome.NOT_DONE);
        }
        if (row.kind() == ErrorKind.AUTHENTICATION || row.kind() == ErrorKind.PERMISSION) {
            assertThat(row.retryAdvice()).isIn(RetryAdvice.NO, RetryAdvice.FIX);
            assertThat(row.writeOutcome()).isEqualTo(Outcome.NOT_DONE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "50100, AUTHENTICATION, NO, NOT_DONE",
        "50101, AUTHENTICATION, FIX, NOT_DONE",
        "50105, AUTHENTICATION, FIX, NOT_DONE",
        "50110, AUTHENTICATION, FIX, NOT_DONE",
        "50111, AUTHENTICATION, FIX, NOT_DONE",
        "50113, AUTHENTICATION, FIX, NOT_DONE",
        "50119, AUTHENTICATION, FIX, NOT_DONE",
        "50120, PERMISSION, FIX, NOT_DONE",
        "50030, PERMISSION, NO, NOT_DONE",
        "50035, PERMISSION, FIX, NOT_DONE",
        "53006, AUTHENTICATION, FIX, NOT_DONE",
        "53017, PERMISSION, FIX, NOT_DONE",
        "50011, RATE_LIMIT, WAIT, NOT_DONE",
        "50061, RATE_LIMIT, WAIT, NOT_DONE",
        "50001, UNAVAILABLE, WAIT, UNKNOWN",
        "50004, UNAVAILABLE, WAIT, UNKNOWN",
        "50013, UNAVAILABLE, WAIT, UNKNOWN",
        "50026, UNAVAILABLE, WAIT, UNKNOWN",
        "51149, UNAVAILABLE, WAIT, UNKNOWN",
        "51016, REJECTED, ASK, UNKNOWN",
        "58124, UNAVAILABLE, ASK, UNKNOWN",
        "50020, ACCOUNT_STATE, WAIT, NOT_DONE",
        "51000, REJECTED, FIX, NOT_DONE",
        "51008, REJECTED, FIX, NOT_DONE",
        "51070, ACCOUNT_STATE, FIX, NOT_DONE",
        "59000, ACCOUNT_STATE, FIX, NOT_DONE",
        "51137, REJECTED, FIX, NOT_DONE",
        "59506, REJECTED, NO, NOT_DONE"
    })
    void find_documentedCode_hasTheDocumentedRule(String code, ErrorKind kind, RetryAdvice advice, Outcome outcome) {
        ErrorMeaning row = ErrorCatalogue.find(code).orElseThrow();

        assertThat(row.kind()).isEqualTo(kind);
        assertThat(row.retryAdvice()).isEqualTo(advice);
        assertThat(row.writeOutcome()).isEqualTo(outcome);
    }

    @Test
    void find_unknownCode_isEmpty() {
        assertThat(ErrorCatalogue.find("99999")).isEmpty();
        assertThat(ErrorCatalogue.find("")).isEmpty();
    }
}
