package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.internal.OkxProfile;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an OAuth connector was built with. */
record OAuthConnectorSettings(
        OAuthProfile kind,
        String clientId,
        OAuthProfileMaker profiles,
        List<String> scopes,
        @Nullable URI redirectUri,
        List<OAuthSite> sites,
        TradingEnvironment environment,
        @Nullable DeviceId deviceId,
        Duration refreshTokenLifetime,
        Duration timeout,
        Consumer<LoopbackReceiverBuilder> loopback) {

    /** Who renews the tokens of this client: the same after a restart. */
    String name() {
        return "okx-connect-oauth " + kind + " " + clientId;
    }

    /** This device; null where tokens are bound to none. The caller closes it. */
    @Nullable
    Secret device() {
        return deviceId == null ? null : deviceId.value();
    }

    OkxProfile profile(@Nullable Secret device) {
        return profiles.make(device);
    }

    Optional<OAuthSite> site(String name) {
        return sites.stream().filter(each -> each.site().name().equals(name)).findFirst();
    }

    /** {@return profile and client id} */
    @Override
    public String toString() {
        return "OAuthConnectorSettings[" + kind + ", " + clientId + "]";
    }
}
