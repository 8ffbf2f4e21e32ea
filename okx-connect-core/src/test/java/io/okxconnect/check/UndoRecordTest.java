package io.okxconnect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.TradingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text form of an undo record, which has to be readable for years. */
class UndoRecordTest {
    /** Version 1, as it was first written: never change it. */
    private static final String TEXT = "{\"format\":\"okx-connect-undo\",\"version\":1,\"site\":\"eea\","
            + "\"environment\":\"DEMO\",\"uid\":\"44705892343619584\",\"appliedAt\":\"2026-11-22T12:00:00.123Z\","
            + "\"settings\":[{\"name\":\"acctLv\",\"before\":\"1\",\"after\":\"2\"},"
            + "{\"name\":\"posMode\",\"before\":\"long_short_mode\",\"after\":\"net_mode\"},"
            + "{\"name\":\"ctIsoMode\",\"before\":\"autonomy\",\"after\":\"automatic\"},"
            + "{\"name\":\"mgnIsoMode\",\"before\":\"quick_margin\",\"after\":\"automatic\"}]}";

    private static final UndoRecord RECORD = new UndoRecord(
            new AccountOwner("eea", TradingEnvironment.DEMO, "44705892343619584"),
            Instant.parse("2026-11-22T12:00:00.123Z"),
            List.of(
                    new UndoStep(AccountSetting.ACCOUNT_MODE, "1", "2"),
                    new UndoStep(AccountSetting.POSITION_MODE, "long_short_mode", "net_mode"),
                    new UndoStep(AccountSetting.CONTRACT_ISOLATED_MARGIN, "autonomy", "automatic"),
                    new UndoStep(AccountSetting.MARGIN_ISOLATED_MARGIN, "quick_margin", "automatic")));

    @Test
    void toText_isTheFormThatWasPublished() {
        assertThat(RECORD.toText()).isEqualTo(TEXT);
    }

    @Test
    void parse_theFormThatWasPublished_givesTheSameRecord() {
        UndoRecord read = UndoRecord.parse(TEXT);

        assertThat(read).isEqualTo(RECORD).hasSameHashCodeAs(RECORD);
        assertThat(read.toText()).isEqualTo(TEXT);
        assertThat(read.uid()).isEqualTo("44705892343619584");
        assertThat(read.siteName()).isEqualTo("eea");
        assertThat(read.environment()).isEqualTo(TradingEnvironment.DEMO);
        assertThat(read.appliedAt()).isEqualTo("2026-11-22T12:00:00.123Z");
        assertThat(read.changes())
                .startsWith(new ConfigChange("acctLv", "\"1\"", "\"2\""))
                .extracting(ConfigChange::field)
                .containsExactly("acctLv", "posMode", "ctIsoMode", "mgnIsoMode");
        assertThat(read).asString().contains("posMode: \"long_short_mode\" -> \"net_mode\"");
    }

    @Test
    void parse_whiteSpaceAndOtherOrderOfMembers_areFine() {
        String other = TEXT.replace("\"site\":\"eea\",", "").replace("\"uid\"", "\n \"site\" : \"eea\", \"uid\"");

        assertThat(UndoRecord.parse(other)).isEqualTo(RECORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "posMode", "null", "[]", "17", "{}", "{\"format\":\"okx-connect-undo\"}", "{\"version\":1}"})
    void parse_otherTexts_areRefused(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "okx-connect-undo; okx-connect-redo",
                "\"version\":1; \"version\":0",
                "\"version\":1; \"version\":1.5",
                "\"version\":1; \"version\":\"1\"",
                "\"version\":1,; ''",
                "\"site\":\"eea\",; ''",
                "\"site\":\"eea\"; \"site\":\"eea\",\"more\":\"x\"",
                "\"site\":\"eea\"; \"site\":null",
                "\"site\":\"eea\"; \"site\":\"\"",
                "\"site\":\"eea\"; \"site\":\"e e a\"",
                "DEMO; demo",
                "DEMO; PAPER",
                "\"44705892343619584\"; 44705892343619584",
                "44705892343619584; (unreadable)",
                "2026-11-22T12:00:00.123Z; 2026-11-22",
                "2026-11-22T12:00:00.123Z; 1763812800123",
                "acctLv; autoLoan",
                "posMode; acctLv",
                "\"before\":\"1\"; \"before\":\"2\"",
                "\"before\":\"1\"; \"before\":1",
                "\"before\":\"1\",; ''",
                "\"before\":\"1\"; \"before\":\"1\",\"now\":\"1\"",
                "net_mode\"; net mode\"",
                "\"settings\":[; \"settings\":[7,",
                "\"settings\":[; \"settings\":[[],",
                "}]}; }]} x",
                "}]}; }]",
            })
    void parse_oneThingWrong_isRefused(String part, String instead) {
        assertThat(TEXT).contains(part);

        assertRefused(TEXT.replaceFirst(Pattern.quote(part), instead));
    }

    @Test
    void parse_noSettings_isRefused() {
        assertRefused(TEXT.substring(0, TEXT.indexOf("[")) + "[]}");
        assertRefused(TEXT.substring(0, TEXT.indexOf("[")) + "{}}");
    }

    @Test
    void parse_laterVersion_saysSo() {
        assertThatThrownBy(() -> UndoRecord.parse("{\"format\":\"okx-connect-undo\",\"version\":2,\"new\":true}"))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("later version");
    }

    @Test
    void parse_endlessText_isRefusedWithoutReadingIt() {
        assertRefused(TEXT + " ".repeat(5000));
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> UndoRecord.parse(text))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.argument()).isEqualTo("text"))
                .hasMessageNotContaining("44705892343619584");
    }
}
