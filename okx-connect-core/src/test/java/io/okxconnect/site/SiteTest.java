package io.okxconnect.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import java.net.URI;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "global, https://www.okx.com, https://openapi.okx.com, wss://ws.okx.com:8443, wss://wspap.okx.com:8443",
        "eea, https://my.okx.com, https://eea.okx.com, wss://wseea.okx.com:8443, wss://wseeapap.okx.com:8443",
        "us, https://app.okx.com, https://us.okx.com, wss://wsus.okx.com:8443, wss://wsuspap.okx.com:8443",
    })
    void named_builtInSite_hasTheDocumentedHosts(String name, URI web, URI rest, URI live, URI demo) {
        Site site = Site.named(name).orElseThrow();

        assertThat(site.webOrigin()).isEqualTo(web);
        assertThat(site.restBase()).isEqualTo(rest);
        assertThat(site.webSocketBase(TradingEnvironment.LIVE)).contains(live);
        assertThat(site.webSocketBase(TradingEnvironment.DEMO)).contains(demo);
    }

    @Test
    void named_turkey_hasNoWebSocketHostBecauseNoneIsPublished() {
        Site site = Site.named("TR").orElseThrow();

        assertThat(site.restBase()).isEqualTo(URI.create("https://tr.okx.com"));
        assertThat(site.webSocketBase(TradingEnvironment.LIVE)).isEmpty();
    }

    @Test
    void all_neverNamesTheRetiredAwsHosts() {
        assertThat(Site.all()).noneMatch(site -> site.toString().contains("aws"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example",
                "https://gateway.example:8443",
                "https://gateway.example/",
                "http://127.0.0.1:8080",
                "http://localhost:1",
                "https://gateway.example:65535",
                "http://[::1]:8080"
            })
    void custom_safeAddress_isTaken(String base) {
        URI rest = Site.custom("sandbox", URI.create(base)).restBase();

        assertThat(rest.getRawPath()).isEmpty();
        assertThat(base).startsWith(rest.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gateway.example",
                "http://127.0.0.1.evil.example",
                "ftp://gateway.example",
                "https://user:pass@gateway.example",
                "https://gateway.example/api",
                "https://gateway.example?x=1",
                "https://gateway.example#x",
                "gateway.example",
                "https:///nohost",
                "file:///etc/passwd",
                "https://gateway.example:0",
                "https://gateway.example:65536",
                "https://gateway.example:99999",
                "http://127.0.0.1:99999"
            })
    void custom_unsafeAddress_isRefusedWithoutEcho(String base) {
        assertThatThrownBy(() -> Site.custom("sandbox", URI.create(base)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("base: ")
                .hasMessageNotContaining("evil")
                .hasMessageNotContaining("pass@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "ü", "global", "eea", "a23456789012345678901234567890123"})
    void custom_badName_isRefused(String name) {
        assertThatThrownBy(() -> Site.custom(name, URI.create("https://gateway.example")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("name: ");
    }

    @Test
    void withRestBase_changesOnlyThatHost() {
        Site older = Site.GLOBAL.withRestBase(URI.create("https://www.okx.com"));

        assertThat(older.restBase()).isEqualTo(URI.create("https://www.okx.com"));
        assertThat(older.name()).isEqualTo("global");
        assertThat(older.webSocketBase(TradingEnvironment.LIVE))
                .isEqualTo(Site.GLOBAL.webSocketBase(TradingEnvironment.LIVE));
        assertThat(older).isNotEqualTo(Site.GLOBAL);
    }

    @Test
    void equals_andHashCode_coverAllHosts() {
        EqualsVerifier.forClass(Site.class)
                .withNonnullFields("name", "webOrigin", "restBase")
                .verify();
    }
}
