package io.okxconnect;

import io.okxconnect.credential.CredentialKind;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialMetadataBuilder;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a credential came to the app, and where it works. Immutable.
 */
public final class Grant {
    /** The attribute of a stored account that names who renews its tokens. */
    static final String REFRESHER = "okx-connect.refresher";

    private final Site site;
    private final TradingEnvironment environment;
    private final CredentialOrigin origin;
    private final Map<String, String> attributes;

    private Grant(Site site, TradingEnvironment environment, CredentialOrigin origin, Map<String, String> attributes) {
        this.site = site;
        this.environment = environment;
        this.origin = origin;
        this.attributes = Map.copyOf(attributes);
    }

    /**
     * A grant.
     *
     * @param site the one site at which the credential works
     * @param environment live or demo
     * @param origin how it came
     * @return a grant without attributes
     */
    public static Grant of(Site site, TradingEnvironment environment, CredentialOrigin origin) {
        return new Grant(
                Objects.requireNonNull(site, "site"),
                Objects.requireNonNull(environment, "environment"),
                Objects.requireNonNull(origin, "origin"),
                Map.of());
    }

    static Grant of(CredentialMetadata stored, Site site) {
        return new Grant(site, stored.environment(), stored.origin(), stored.attributes());
    }

    /**
     * The same, with whoever renews its tokens. It is stored with the account, so that it holds after a restart.
     *
     * @param name as given to {@link Grants#refreshWith}
     * @return a changed copy
     */
    public Grant refreshedBy(String name) {
        return withAttribute(REFRESHER, name);
    }

    /**
     * The same, with a fact that is stored with the account, see {@link CredentialMetadata#attributes()}.
     *
     * @param name 1 to 64 letters, digits, dots, underscores and hyphens
     * @param value any text, never a secret
     * @return a changed copy
     */
    public Grant withAttribute(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new Grant(site, environment, origin, more);
    }

    /**
     * Where the credential works.
     *
     * @return the site
     */
    public Site site() {
        return site;
    }

    /**
     * Live or demo.
     *
     * @return the environment
     */
    public TradingEnvironment environment() {
        return environment;
    }

    /**
     * How it came.
     *
     * @return the origin
     */
    public CredentialOrigin origin() {
        return origin;
    }

    /**
     * What is stored with the account besides.
     *
     * @return unmodifiable
     */
    public Map<String, String> attributes() {
        return attributes;
    }

    Optional<String> refresher() {
        return Optional.ofNullable(attributes.get(REFRESHER));
    }

    CredentialKind kind() {
        return origin == CredentialOrigin.OAUTH ? CredentialKind.ACCESS_TOKEN : CredentialKind.API_KEY;
    }

    void requireKind(CredentialKind given) {
        if (given != kind()) {
            throw new InvalidArgumentException(
                    "credential",
                    "is of kind " + given + ", and what comes by " + origin + " is of kind " + kind(),
                    "Pass the credential that came with this grant.");
        }
    }

    CredentialMetadataBuilder writeTo(CredentialMetadataBuilder facts) {
        facts.site(site).environment(environment).origin(origin);
        attributes.forEach(facts::attribute);
        return facts;
    }

    /** {@return site, environment and origin} */
    @Override
    public String toString() {
        return "Grant[" + site.name() + ", " + environment + ", " + origin + "]";
    }
}
