package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds {@link CredentialMetadata}; made by {@link CredentialMetadata#builder}. For use by one thread. */
public final class CredentialMetadataBuilder {
    private final AccountId accountId;
    private final Map<CredentialProperty, String> properties = new EnumMap<>(CredentialProperty.class);
    private final Map<String, String> attributes = new HashMap<>();
    private @Nullable String siteName;
    private @Nullable URI siteRestBase;
    private @Nullable TradingEnvironment environment;
    private @Nullable CredentialOrigin origin;

    CredentialMetadataBuilder(AccountId accountId) {
        this.accountId = accountId;
    }

    CredentialMetadataBuilder(CredentialMetadata start) {
        this.accountId = start.accountId();
        this.siteName = start.siteName();
        this.siteRestBase = start.siteRestBase();
        this.environment = start.environment();
        this.origin = start.origin();
        this.properties.putAll(start.properties());
        this.attributes.putAll(start.attributes());
    }

    /**
     * Sets the site. Required.
     *
     * @param site its name and REST host are kept
     * @return this builder
     */
    public CredentialMetadataBuilder site(Site site) {
        return site(site.name(), site.restBase());
    }

    CredentialMetadataBuilder site(String name, URI restBase) {
        this.siteName = name;
        this.siteRestBase = restBase;
        return this;
    }

    /**
     * Sets live or demo trading. Required.
     *
     * @param value the environment the key belongs to
     * @return this builder
     */
    public CredentialMetadataBuilder environment(TradingEnvironment value) {
        this.environment = Objects.requireNonNull(value, "environment");
        return this;
    }

    /**
     * Sets how the credential came to the app. Required.
     *
     * @param value the origin
     * @return this builder
     */
    public CredentialMetadataBuilder origin(CredentialOrigin value) {
        this.origin = Objects.requireNonNull(value, "origin");
        return this;
    }

    /**
     * Sets the key's name at OKX.
     *
     * @param value as OKX answered it
     * @return this builder
     */
    public CredentialMetadataBuilder label(String value) {
        return property(CredentialProperty.LABEL, value);
    }

    /**
     * Sets the OKX user id.
     *
     * @param value as OKX answered it
     * @return this builder
     */
    public CredentialMetadataBuilder uid(String value) {
        return property(CredentialProperty.UID, value);
    }

    /**
     * Sets the OKX user id of the main account.
     *
     * @param value as OKX answered it
     * @return this builder
     */
    public CredentialMetadataBuilder mainUid(String value) {
        return property(CredentialProperty.MAIN_UID, value);
    }

    /**
     * Sets the masked API key.
     *
     * @param value as {@link ApiKeyCredential#maskedApiKey()} gives it, never the key itself
     * @return this builder
     */
    public CredentialMetadataBuilder maskedApiKey(String value) {
        return property(CredentialProperty.MASKED_API_KEY, value);
    }

    /**
     * Sets the key's permissions.
     *
     * @param value as OKX answered them
     * @return this builder
     */
    public CredentialMetadataBuilder permissions(String value) {
        return property(CredentialProperty.PERMISSIONS, value);
    }

    /**
     * Sets the addresses that the key is bound to.
     *
     * @param value as OKX answered them; {@code ""} if it is bound to none
     * @return this builder
     */
    public CredentialMetadataBuilder boundIps(String value) {
        return property(CredentialProperty.BOUND_IPS, value);
    }

    /**
     * Sets when the account was connected with this credential.
     *
     * @param value the time
     * @return this builder
     */
    public CredentialMetadataBuilder connectedAt(Instant value) {
        return property(CredentialProperty.CONNECTED_AT, value.toString());
    }

    /**
     * Sets when the account was last checked.
     *
     * @param value the time
     * @return this builder
     */
    public CredentialMetadataBuilder checkedAt(Instant value) {
        return property(CredentialProperty.CHECKED_AT, value.toString());
    }

    /**
     * Sets when OKX last accepted a call with this credential.
     *
     * @param value the time
     * @return this builder
     */
    public CredentialMetadataBuilder lastUsedAt(Instant value) {
        return property(CredentialProperty.LAST_USED_AT, value.toString());
    }

    /**
     * Sets the last known state of the connection.
     *
     * @param value the state's name
     * @return this builder
     */
    public CredentialMetadataBuilder status(String value) {
        return property(CredentialProperty.STATUS, value);
    }

    CredentialMetadataBuilder property(CredentialProperty property, String value) {
        properties.put(property, property.checked(Objects.requireNonNull(value, property.storedName())));
        return this;
    }

    /**
     * Adds a fact of an extension, or replaces the one of that name. Never a secret: attributes are read when connections
     * are listed.
     *
     * @param name 1 to 64 of {@code a-z}, {@code A-Z}, {@code 0-9}, {@code .}, {@code _} and {@code -}
     * @param value any text
     * @return this builder
     * @throws InvalidArgumentException if the name breaks the rule
     */
    public CredentialMetadataBuilder attribute(String name, String value) {
        if (!name.matches("[a-zA-Z0-9._-]{1,64}")) {
            throw new InvalidArgumentException(
                    "attribute name", "must be 1 to 64 of a-z, A-Z, 0-9, '.', '_' and '-'", "Pass a plain name.");
        }
        attributes.put(name, Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * Takes a fact of an extension away.
     *
     * @param name of the fact; no effect if there is none of that name
     * @return this builder
     */
    public CredentialMetadataBuilder withoutAttribute(String name) {
        attributes.remove(Objects.requireNonNull(name, "name"));
        return this;
    }

    /**
     * The metadata, unaffected by later use of this builder.
     *
     * @return the metadata
     * @throws InvalidArgumentException if site, environment or origin is missing; it names all that are
     */
    public CredentialMetadata build() {
        String name = siteName;
        URI restBase = siteRestBase;
        TradingEnvironment where = environment;
        CredentialOrigin how = origin;
        if (name == null || restBase == null || where == null || how == null) {
            List<String> missing = new ArrayList<>();
            if (name == null || restBase == null) {
                missing.add("site");
            }
            if (where == null) {
                missing.add("environment");
            }
            if (how == null) {
                missing.add("origin");
            }
            throw new InvalidArgumentException(
                    String.join(", ", missing), "must be set", "Set what is missing before build().");
        }
        return new CredentialMetadata(accountId, name, restBase, where, how, properties, attributes);
    }
}
