package io.okxconnect.oauth;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.PkceProfile;
import io.okxconnect.oauth.internal.SecretText;
import io.okxconnect.oauth.internal.TermIdFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an {@link OAuthConnector} of an app on the user's own device, which cannot keep a client secret and proves itself with
 * PKCE. Needed are client and device id. Not safe for use by several threads.
 */
public final class OAuthPkceConnectorBuilder extends OAuthPublicConnectorBuilder<OAuthPkceConnectorBuilder> {
    private List<String> scopes = OAuthScopes.texts(Set.of(OAuthScope.values()));
    private @Nullable DeviceId deviceId;
    private Set<TermIdPlacement> placement = EnumSet.of(TermIdPlacement.TOKEN, TermIdPlacement.HEADER);

    OAuthPkceConnectorBuilder(ExchangeConnector okx) {
        super(okx);
    }

    @Override
    OAuthPkceConnectorBuilder self() {
        return this;
    }

    /**
     * What to ask the user for. Reading and trading by default.
     *
     * @param first one scope
     * @param more others
     * @return this builder
     */
    public OAuthPkceConnectorBuilder scopes(OAuthScope first, OAuthScope... more) {
        this.scopes = OAuthScopes.texts(first, more);
        return this;
    }

    /**
     * Names this device; OKX binds the tokens to it.
     *
     * @param deviceId for example {@link DeviceId#inFile}
     * @return this builder
     */
    public OAuthPkceConnectorBuilder deviceId(DeviceId deviceId) {
        this.deviceId = Objects.requireNonNull(deviceId, "deviceId");
        return this;
    }

    /**
     * Where the device id stands while tokens are asked for. {@link TermIdPlacement#TOKEN} and {@link TermIdPlacement#HEADER} by default; OKX
     * does not publish it.
     *
     * @param placement the places; may be empty
     * @return this builder
     */
    public OAuthPkceConnectorBuilder termIdPlacement(Collection<TermIdPlacement> placement) {
        this.placement = Set.copyOf(placement);
        return this;
    }

    @Override
    public OAuthConnector build() {
        String id = clientId();
        DeviceId device = deviceId;
        if (id == null || device == null) {
            List<String> missing = new ArrayList<>();
            if (id == null) {
                missing.add("clientId");
            }
            if (device != null) {
                throw missing(missing);
            }
            missing.add("deviceId");
            throw new InvalidArgumentException(
                    String.join(", ", missing),
                    "must be set",
                    "A client id comes from the app's registration at OKX, a device id from DeviceId.inFile.");
        }
        TermIdFields fields = new TermIdFields(
                placement.contains(TermIdPlacement.AUTHORIZE),
                placement.contains(TermIdPlacement.TOKEN),
                placement.contains(TermIdPlacement.REFRESH),
                placement.contains(TermIdPlacement.HEADER));
        List<String> asked = scopes;
        return built(
                new OAuthConnectorSettings(
                        OAuthProfile.PKCE,
                        id,
                        of -> new PkceProfile(id, asked, of == null ? null : SecretText.of(of), fields),
                        asked,
                        redirectUri(),
                        sites(),
                        environment(),
                        device,
                        refreshTokenLifetime(),
                        timeout(),
                        loopback()),
                null);
    }
}
