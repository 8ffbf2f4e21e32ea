package io.okxconnect.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.credential.ShapeHint;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.LocalizedText;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTextsTest {
    private static final Pattern VALUE = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @EnumSource(Cause.class)
    void cause_each_hasOneSentenceAndOneStepInBothLanguages(Cause cause) {
        assertWellWritten(cause.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLOCK_SKEW/unmeasured",
                "KEY_UNKNOWN/other-sites",
                "KEY_EXPIRED/granted",
                "KEY_DELETED/granted",
                "KEY_UNKNOWN/granted",
                "WRONG_PASSPHRASE/granted",
                "WRONG_SECRET/granted",
                "WRONG_SITE/and-environment",
                "IP_NOT_ALLOWED/unnamed",
                "UNKNOWN/no-code",
                "MISSING_FIELD/passphrase"
            })
    void cause_variant_isWrittenToo(String key) {
        assertWellWritten(key);
    }

    private static void assertWellWritten(String key) {
        DoctorTexts.CauseText text = DoctorTexts.cause(key, Map.of());
        assertPair(text.summary());
        assertPair(text.nextStep());
    }

    private static void assertPair(LocalizedText text) {
        assertThat(text.english()).matches("[A-Z{].*\\.").doesNotContain(". ").isPrintable();
        assertThat(text.chinese()).endsWith("。").matches(".*\\p{IsHan}.*");
        assertThat(text.chinese().chars().filter(c -> c == '。').count()).isOne();
        assertThat(values(text.chinese())).isEqualTo(values(text.english()));
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(ShapeHint.class)
    void evidence_eachHint_isWritten(ShapeHint hint) {
        LocalizedText text = DoctorTexts.evidence("hint." + hint.name());
        assertThat(text.english()).endsWith(".");
        assertThat(text.chinese()).endsWith("。");
    }

    @Test
    void caseName_always_isTheNameInKebabCase() {
        assertThat(Cause.IP_NOT_ALLOWED.caseName()).isEqualTo("ip-not-allowed");
        assertThat(Cause.HEALTHY.caseName()).isEqualTo("healthy");
    }
}
