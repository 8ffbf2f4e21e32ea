package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.site.Site;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentRegistrationTest {
    private static final URI REDIRECT = URI.create("http://127.0.0.1:8765/okx");
    private static final String GENUINE = "{\"client_id\":\"agent-1\",\"redirect_uris\":[\"" + REDIRECT + "\"]}";

    private static String register(ScriptedTransport transport) {
        try (ExchangeConnector okx =
                ExchangeConnector.okx().site(Site.EEA).transport(transport).build()) {
            return AgentRegistration.at(okx, Site.EEA).register("App", Set.of(REDIRECT), List.of("demo:read"));
        }
    }

    @Test
    void register_answered_givesTheClientId() {
        ScriptedTransport transport = ScriptedTransport.answering(201, GENUINE);

        assertThat(register(transport)).isEqualTo("agent-1");

        ScriptedTransport.Asked asked = transport.asked().get(0);
        assertThat(asked.request().base()).hasToString("https://my.okx.com");
        assertThat(asked.request().requestPath()).isEqualTo(AgentRegistration.PATH);
        JsonValue body = JsonValue.parse(asked.body());
        assertThat(body.requiredText("client_name")).isEqualTo("App");
        assertThat(body.requiredText("token_endpoint_auth_method")).isEqualTo("none");
        assertThat(body.texts("redirect_uris")).containsExactly(REDIRECT.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"client_id\":\"agent-1\"}",
                "{\"client_id\":\"agent-1\",\"redirect_uris\":[]}",
                "{\"client_id\":\"agent-1\",\"redirect_uris\":[\"http://127.0.0.1:8765/okx/\"]}",
                "{\"client_id\":\"agent-1\",\"redirect_uris\":[\"http://127.0.0.1:8765/okx\",\"https://evil.example\"]}",
                "{\"client_id\":\"agent-1\",\"redirect_uris\":\"http://127.0.0.1:8765/okx\"}",
                "{\"client_id\":\"agent-1\",\"redirect_uris\":[{}]}"
            })
    void register_otherRedirectUris_areRefused(String answer) {
        assertThatExceptionOfType(TokenEndpointException.class)
                .isThrownBy(() -> register(ScriptedTransport.answering(201, answer)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.REGISTRATION_DIFFERS))
                .withMessageNotContaining("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"client_id\":\"\",", "\"client_id\":7,", "\"client_id\":\"a b\","})
    void register_noUsableClientId_isRefused(String member) {
        String answer = "{" + member + "\"redirect_uris\":[\"" + REDIRECT + "\"]}";
        assertThatExceptionOfType(TokenEndpointException.class)
                .isThrownBy(() -> register(ScriptedTransport.answering(201, answer)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
    }

    @Test
    void register_refused_isATypedOAuthError() {
        assertThatExceptionOfType(OAuthErrorException.class)
                .isThrownBy(() -> register(ScriptedTransport.answering(400, "{\"error\":\"invalid_redirect_uri\"}")));
        assertThatExceptionOfType(TokenEndpointException.class)
                .isThrownBy(() -> register(ScriptedTransport.answering(404, "<html>")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
        assertThatExceptionOfType(TokenEndpointException.class)
                .isThrownBy(() -> register(ScriptedTransport.answering(200, "<html>")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
    }

    @Test
    void register_badArguments_areRefusedWithoutACall() {
        ScriptedTransport transport = ScriptedTransport.answering(201, GENUINE);
        try (ExchangeConnector okx =
                ExchangeConnector.okx().transport(transport).build()) {
            AgentRegistration registration = AgentRegistration.at(okx, Site.GLOBAL);
            assertThatThrownBy(() -> registration.register(" ", Set.of(REDIRECT), List.of()))
                    .isInstanceOf(InvalidArgumentException.class);
            assertThatThrownBy(() -> registration.register("App", Set.of(), List.of()))
                    .isInstanceOf(InvalidArgumentException.class);
            assertThatThrownBy(() ->
                            registration.register("App", Set.of(URI.create("http://app.example.com/")), List.of()))
                    .isInstanceOf(InvalidArgumentException.class);
            assertThatThrownBy(() -> registration.withPath("register")).isInstanceOf(InvalidArgumentException.class);
        }
        assertThat(transport.asked()).isEmpty();
    }
}
