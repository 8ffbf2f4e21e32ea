package io.okxconnect.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCatalogueTest {
    /** What an app or user looks for letter by letter: paths, parameters, codes and quantities. */
    private static final Pattern VERBATIM =
            Pattern.compile("/api/v5/[a-z/-]+|[a-z]+[A-Z]\\w+|[a-z]+_[a-z]+|\\d+(?:\\.\\d+)?");

    private static final Pattern IN_WORDS = Pattern.compile("\\b(?:one|two) ");

    static Stream<ErrorMeaning> rows() {
        return ErrorCatalogue.all().stream();
    }

    static Stream<ErrorMeaning> webSocketRows() {
        return ErrorCatalogue.allWebSocket().stream();
    }

    static Stream<ErrorMeaning> allRows() {
        return Stream.concat(rows(), webSocketRows());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void row_always_isFoundByItsCodeAndFitsItsKind(ErrorMeaning row) {
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("webSocketRows")
    void webSocketRow_always_staysOutOfTheRestMapping(ErrorMeaning row) {
        assertThat(ErrorCatalogue.findWebSocket(row.code())).contains(row);
        assertThat(ErrorCatalogue.find(row.code())).isEmpty();
        assertThat(row.httpStatuses()).isEmpty();
        if (row.actionBy() == ActionBy.NOBODY) {
            assertThat(row.retryAdvice()).isEqualTo(RetryAdvice.WAIT);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allRows")
    void row_always_readsAsSentencesInBothLanguages(ErrorMeaning row) {
        assertThat(row.problem()).matches("[A-Z].*\\.");
        assertThat(row.nextStep()).matches("[A-Z].*\\.");
        assertThat(row.chinese().problem()).matches(".*\\p{IsHan}{2}.*。");
        assertThat(row.chinese().nextStep()).matches(".*\\p{IsHan}{2}.*。");
        assertThat(row.problem() + row.nextStep()).doesNotContainPattern("\\p{IsHan}");
        assertThat(Charset.forName("GB2312")
                        .newEncoder()
                        .canEncode(row.chinese().problem() + row.chinese().nextStep()))
                .as("simplified Chinese")
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allRows")
    void row_always_namesTheSamePathsAndParametersInBothLanguages(ErrorMeaning row) {
        String english = row.problem() + " " + row.nextStep();
        String chinese = row.chinese().problem() + row.chinese().nextStep();

        assertThat(verbatim(chinese)).containsAll(verbatim(english));
        if (!IN_WORDS.matcher(english).find()) {
            assertThat(verbatim(english))
                    .containsAll(verbatim(chinese).stream()
                            .filter(word -> !word.equals("Lv2"))
                            .toList());
        }
    }

    private static List<String> verbatim(String text) {
        return VERBATIM.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-Hans-SG", "zh-TW"})
    void text_chineseLocale_isChinese(String locale) {
        ErrorMeaning row = ErrorCatalogue.find("50111").orElseThrow();

        assertThat(row.text(Locale.forLanguageTag(locale))).isEqualTo(row.chinese());
        assertThat(row.chinese().problem()).isEqualTo("OKX 不接受该 API Key。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "de", "ru", "ja", "und"})
    void text_anyOtherLocale_isEnglish(String locale) {
        ErrorMeaning row = ErrorCatalogue.find("50111").orElseThrow();

        assertThat(row.text(Locale.forLanguageTag(locale))).isEqualTo(row.english());
        assertThat(row.problem()).isEqualTo("OKX does not accept this API key.");
    }

    /** A code with several statuses, or none, and every status other than 200: OKX's docs, "Error Code". */
    @ParameterizedTest
    @CsvSource({
        "50000 50002 50004 50006 50014 50015 50016 51000 51406 51501 58114 59105, 400",
        "53000 53001 53002 53003 53004 53005 53009 53010 53011 53012 53013 53015 53016 53017, 400",
        "50101 50102 50103 50104 50105 50106 50107 50108 50109 50110 50111 50112 50113 50114 53006 53014, 401",
        "50035, 403",
        "50115, 405",
        "50005, 410",
        "50013 51113 51115 58102, 429",
        "50026 51054 51149, 500",
        "50001, 503",
        "50100, 400 401",
        "50011, 200 429",
        "50119 50120, 200 401",
        "4088 50117 51119 51734 53018 54084 54085 59506, ''"
    })
    void httpStatuses_outsideTheRule_areTheDocumentedOnes(String codes, String statuses) {
        List<Integer> expected = Stream.of(statuses.split(" "))
                .filter(status -> !status.isEmpty())
                .map(Integer::valueOf)
                .toList();

        assertThat(codes.split(" "))
                .allSatisfy(code -> assertThat(
                                ErrorCatalogue.find(code).orElseThrow().httpStatuses())
                        .containsExactlyElementsOf(expected));
    }

    @Test
    void httpStatuses_ofMostCodes_areOnly200() {
        assertThat(rows().filter(row -> !row.httpStatuses().equals(new TreeSet<>(List.of(200)))))
                .as("the codes named in the test above")
                .hasSize(12 + 14 + 16 + 1 + 1 + 1 + 4 + 3 + 1 + 1 + 1 + 2 + 8);
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
        "53002, AUTHENTICATION, FIX, NOT_DONE",
        "53004, ACCOUNT_STATE, NO, NOT_DONE",
        "53006, AUTHENTICATION, FIX, NOT_DONE",
        "53010, REJECTED, FIX, NOT_DONE",
        "53013, PERMISSION, FIX, NOT_DONE",
        "53017, PERMISSION, FIX, NOT_DONE",
        "50011, RATE_LIMIT, WAIT, NOT_DONE",
        "50061, RATE_LIMIT, WAIT, NOT_DONE",
        "50001, UNAVAILABLE, WAIT, UNKNOWN",
        "50004, UNAVAILABLE, WAIT, UNKNOWN",
        "50013, UNAVAILABLE, WAIT, UNKNOWN",
        "50026, UNAVAILABLE, WAIT, UNKNOWN",
        "51149, UNAVAILABLE, WAIT, UNKNOWN",
        "51016, REJECTED, ASK, UNKNOWN",
        "51030, REJECTED, WAIT, NOT_DONE",
        "58124, UNAVAILABLE, ASK, UNKNOWN",
        "50020, ACCOUNT_STATE, WAIT, NOT_DONE",
        "51000, REJECTED, FIX, NOT_DONE",
        "51008, REJECTED, FIX, NOT_DONE",
        "51070, ACCOUNT_STATE, FIX, NOT_DONE",
        "59000, ACCOUNT_STATE, FIX, NOT_DONE",
        "51135, REJECTED, FIX, NOT_DONE",
        "51138, REJECTED, FIX, NOT_DONE",
        "59506, REJECTED, NO, NOT_DONE"
    })
    void find_documentedCode_hasTheDocumentedRule(String code, ErrorKind kind, RetryAdvice advice, Outcome outcome) {
        ErrorMeaning row = ErrorCatalogue.find(code).orElseThrow();

        assertThat(row.kind()).isEqualTo(kind);
        assertThat(row.retryAdvice()).isEqualTo(advice);
        assertThat(row.writeOutcome()).isEqualTo(outcome);
    }

    /** Other clients repeat these, or call them a rate limit, a network failure or an expired key. */
    @ParameterizedTest
    @CsvSource({
        "50100, NO, OKX, frozen, 冻结",
        "50105, FIX, USER, passphrase, Passphrase",
        "50110, FIX, USER, IP list, IP 白名单",
        "50112, NO, APP, time, 时间戳",
        "50113, FIX, USER, signature, 签名"
    })
    void find_codeThatOthersExplainWrongly_followsTheContract(
            String code, RetryAdvice advice, ActionBy who, String english, String chinese) {
        ErrorMeaning row = ErrorCatalogue.find(code).orElseThrow();

        assertThat(row.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
        assertThat(row.retryAdvice()).isEqualTo(advice);
        assertThat(row.actionBy()).isEqualTo(who);
        assertThat(row.problem()).contains(english).doesNotContain("expired", "Too many");
        assertThat(row.chinese().problem()).contains(chinese).doesNotContain("过期", "频繁");
    }

    @Test
    void findWebSocket_60005_isTheKeyAndNotTheNetwork() {
        ErrorMeaning row = ErrorCatalogue.findWebSocket("60005").orElseThrow();

        assertThat(row.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
        assertThat(row.retryAdvice()).isEqualTo(RetryAdvice.FIX);
        assertThat(row.actionBy()).isEqualTo(ActionBy.USER);
        assertThat(row.problem()).isEqualTo("OKX does not accept this API key.");
        assertThat(row.nextStep()).startsWith("Stop");
        assertThat(row.chinese().nextStep()).contains("停止重试");
    }

    @ParameterizedTest
    @CsvSource({
        "60004, AUTHENTICATION, FIX, APP",
        "60006, AUTHENTICATION, FIX, APP",
        "60007, AUTHENTICATION, FIX, USER",
        "60024, AUTHENTICATION, FIX, USER",
        "60032, AUTHENTICATION, FIX, USER",
        "60009, UNAVAILABLE, WAIT, NOBODY",
        "63999, UNAVAILABLE, WAIT, NOBODY",
        "64007, UNAVAILABLE, WAIT, NOBODY",
        "60012, REJECTED, NO, APP",
        "60014, RATE_LIMIT, WAIT, NOBODY",
        "64001, REJECTED, NO, APP",
        "64008, UNAVAILABLE, WAIT, APP",
        "1009, REJECTED, FIX, APP",
        "4001, AUTHENTICATION, FIX, USER",
        "4004, UNAVAILABLE, WAIT, APP",
        "4006, UNAVAILABLE, WAIT, NOBODY",
        "4007, AUTHENTICATION, FIX, USER",
        "4009, REJECTED, FIX, APP"
    })
    void findWebSocket_documentedCode_hasTheDocumentedRule(
            String code, ErrorKind kind, RetryAdvice advice, ActionBy who) {
        ErrorMeaning row = ErrorCatalogue.findWebSocket(code).orElseThrow();

        assertThat(row.kind()).isEqualTo(kind);
        assertThat(row.retryAdvice()).isEqualTo(advice);
        assertThat(row.actionBy()).isEqualTo(who);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1006", "4000", "60001", "60015", "60030", "50111"})
    void findWebSocket_unknownCode_isEmpty(String code) {
        assertThat(ErrorCatalogue.findWebSocket(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "", "53007", "53008", "60005", "4001", "51008_1000"})
    void find_unknownCode_isEmpty(String code) {
        assertThat(ErrorCatalogue.find(code)).isEmpty();
    }
}
