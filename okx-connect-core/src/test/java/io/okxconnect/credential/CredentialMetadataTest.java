package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.util.HashMap;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialMetadataTest {
    private static final CredentialMetadata FULL = CredentialSamples.metadata("alice");

    private static CredentialMetadata bare() {
        return CredentialMetadata.builder(AccountId.of("bob"))
                .site(Site.GLOBAL)
                .environment(TradingEnvironment.LIVE)
                .origin(CredentialOrigin.FAST_API)
                .build();
    }

    @Test
    void toMap_fromMap_isTheSame() {
        assertThat(CredentialMetadata.fromMap(FULL.toMap())).isEqualTo(FULL);
        assertThat(CredentialMetadata.fromMap(bare().toMap())).isEqualTo(bare());
    }

    @Test
    void toMap_namesAndForms_areStable() {
        assertThat(FULL.toMap())
                .containsEntry("accountId", "alice")
                .containsEntry("site", "eea")
                .containsEntry("restBase", "https://eea.okx.com")
                .containsEntry("environment", "DEMO")
                .containsEntry("origin", "MANUAL")
                .containsEntry("label", "бот-№1 🤖")
                .containsEntry("uid", "446556123456789")
                .containsEntry("mainUid", "446556000000000")
                .containsEntry("maskedApiKey", "7c1e…13")
                .containsEntry("permissions", "read_only,trade")
                .containsEntry("boundIps", "")
                .containsEntry("connectedAt", "2026-01-02T03:04:05.678Z")
                .containsEntry("checkedAt", "2026-01-02T03:04:06Z")
                .containsEntry("lastUsedAt", "2026-01-03T00:00:00Z")
                .containsEntry("status", "CONNECTED")
                .containsEntry("attribute.oauth.scope", "read_only,trade")
                .hasSize(17);
        assertThat(bare().toMap()).containsOnlyKeys("accountId", "site", "restBase", "environment", "origin");
    }

    @Test
    void accessors_absentParts_areEmpty() {
        assertThat(bare().label()).isEmpty();
        assertThat(bare().boundIps()).isEmpty();
        assertThat(FULL.boundIps()).contains("");
        assertThat(bare().lastUsedAt()).isEmpty();
        assertThat(FULL.lastUsedAt()).hasToString("Optional[2026-01-03T00:00:00Z]");
        assertThat(FULL.attributes()).hasSize(2);
    }

    @Test
    void toBuilder_laterUse_leavesTheOriginal() {
        CredentialMetadataBuilder builder = FULL.toBuilder();
        CredentialMetadata copy = builder.build();
        builder.status("DISCONNECTED").attribute("more", "x");
        assertThat(copy).isEqualTo(FULL);
        assertThat(builder.build().status()).contains("DISCONNECTED");
    }

    @Test
    void build_missingParts_namesAll() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> CredentialMetadata.builder(AccountId.of("a")).build())
                .satisfies(e -> assertThat(e.argument()).isEqualTo("site, environment, origin"));
    }

    @Test
    void attribute_badName_isRefused() {
        CredentialMetadataBuilder builder = FULL.toBuilder();
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> builder.attribute("a b", "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "accountId, ' a'",
        "accountId, ",
        "site, ",
        "restBase, ht tp",
        "environment, PAPER",
        "origin, ",
        "connectedAt, yesterday",
        "attribute.b d, x"
    })
    void fromMap_badEntry_isRefusedByName(String name, String value) {
        Map<String, String> text = new HashMap<>(FULL.toMap());
        text.put(name, value);
        String named = name.startsWith("attribute") ? "attribute name" : name;
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> CredentialMetadata.fromMap(text))
                .satisfies(e -> assertThat(e.argument()).isEqualTo(named));
    }

    @Test
    void fromMap_entriesOfALaterVersion_areLeftOut() {
        Map<String, String> text = new HashMap<>(FULL.toMap());
        text.put("future", "x");
        assertThat(CredentialMetadata.fromMap(text)).isEqualTo(FULL);
    }

    @Test
    void equalsAndHashCode_coverAllParts() {
        EqualsVerifier.forClass(CredentialMetadata.class)
                .withNonnullFields(
                        "accountId", "siteName", "siteRestBase", "environment", "origin", "properties", "attributes")
                .verify();
    }

    @Test
    void toString_holdsNoValueOfOptionalParts() {
        assertThat(FULL.toString()).contains("alice", "eea", "DEMO").doesNotContain("446556", "бот");
    }
}
