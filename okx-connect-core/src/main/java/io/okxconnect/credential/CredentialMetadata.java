package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a stored credential, without any secret: enough to list a user's connections and to show their last
 * state without decrypting a key.
 *
 * <p>Immutable; equal if all parts are equal. {@link #toMap()} is its stable text form for stores of one's own.
 */
public final class CredentialMetadata {
    private final AccountId accountId;
    private final String siteName;
    private final URI siteRestBase;
    private final TradingEnvironment environment;
    private final CredentialOrigin origin;
    private final Map<CredentialProperty, String> properties;
    private final Map<String, String> attributes;

    CredentialMetadata(
            AccountId accountId,
            String siteName,
            URI siteRestBase,
            TradingEnvironment environment,
            CredentialOrigin origin,
            Map<CredentialProperty, String> properties,
            Map<String, String> attributes) {
        this.accountId = accountId;
        this.siteName = siteName;
        this.siteRestBase = siteRestBase;
        this.environment = environment;
        this.origin = origin;
        this.properties = Map.copyOf(properties);
        this.attributes = Map.copyOf(attributes);
    }

    /**
     * Starts the metadata of an account's credential. Site, environment and origin must follow; all else is optional.
     *
     * @param accountId the account
     * @return a builder
     */
    public static CredentialMetadataBuilder builder(AccountId accountId) {
        return new CredentialMetadataBuilder(Objects.requireNonNull(accountId, "accountId"));
    }

    /**
     * Reads what {@link #toMap()} wrote. Names it does not know are left out.
     *
     * @param text the text form
     * @return the metadata
     * @throws InvalidArgumentException if a required entry is missing or an entry cannot be read; it names the entry
     */
    public static CredentialMetadata fromMap(Map<String, String> text) {
        return CredentialMetadataText.read(text);
    }

    /**
     * The text form: names and values that stay the same in later versions. Absent parts have no entry; attributes stand
     * under {@code attribute.} and their name.
     *
     * @return entries in a fixed order, unmodifiable
     */
    public Map<String, String> toMap() {
        return CredentialMetadataText.write(this);
    }

    /**
     * A builder that starts with this metadata.
     *
     * @return the builder
     */
    public CredentialMetadataBuilder toBuilder() {
        return new CredentialMetadataBuilder(this);
    }

    /**
     * The account.
     *
     * @return the app's own id of the account
     */
    public AccountId accountId() {
        return accountId;
    }

    /**
     * The name of the OKX site, see {@code Site.name()}.
     *
     * @return for example {@code eea}
     */
    public String siteName() {
        return siteName;
    }

    /**
     * Where REST calls of this account go; stored, because an app may have changed the site's own.
     *
     * @return for example {@code https://eea.okx.com}
     */
    public URI siteRestBase() {
        return siteRestBase;
    }

    /**
     * Live or demo trading.
     *
     * @return the environment the key belongs to
     */
    public TradingEnvironment environment() {
        return environment;
    }

    /**
     * How the credential came to the app.
     *
     * @return the origin
     */
    public CredentialOrigin origin() {
        return origin;
    }

    /**
     * The key's name at OKX, as {@code account/config} answers it.
     *
     * @return the label, or empty if unknown
     */
    public Optional<String> label() {
        return text(CredentialProperty.LABEL);
    }

    /**
     * The OKX user id the key belongs to.
     *
     * @return the uid, or empty if unknown
     */
    public Optional<String> uid() {
        return text(CredentialProperty.UID);
    }

    /**
     * The OKX user id of the main account; the same as {@link #uid()} unless the key belongs to a sub-account.
     *
     * @return the uid of the main account, or empty if unknown
     */
    public Optional<String> mainUid() {
        return text(CredentialProperty.MAIN_UID);
    }

    /**
     * The API key in the form that may be shown.
     *
     * @return the masked key, or empty if the credential has none
     */
    public Optional<String> maskedApiKey() {
        return text(CredentialProperty.MASKED_API_KEY);
    }

    /**
     * The key's permissions as OKX last named them.
     *
     * @return for example {@code read_only,trade}, or empty if unknown
     */
    public Optional<String> permissions() {
        return text(CredentialProperty.PERMISSIONS);
    }

    /**
     * The addresses the key is bound to, as OKX last named them.
     *
     * @return addresses separated by commas; {@code ""} if the key is bound to none; empty if unknown
     */
    public Optional<String> boundIps() {
        return text(CredentialProperty.BOUND_IPS);
    }

    /**
     * When the account was connected with this credential.
     *
     * @return the time, or empty if unknown
     */
    public Optional<Instant> connectedAt() {
        return instant(CredentialProperty.CONNECTED_AT);
    }

    /**
     * When the account was last checked.
     *
     * @return the time, or empty if never
     */
    public Optional<Instant> checkedAt() {
        return instant(CredentialProperty.CHECKED_AT);
    }

    /**
     * When OKX last accepted a call with this credential, as far as it was written down.
     *
     * @return the time, or empty if unknown
     */
    public Optional<Instant> lastUsedAt() {
        return instant(CredentialProperty.LAST_USED_AT);
    }

    /**
     * The last known state of the connection.
     *
     * @return the state's name, or empty if unknown
     */
    public Optional<String> status() {
        return text(CredentialProperty.STATUS);
    }

    /**
     * Facts that extensions keep with the credential.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> attributes() {
        return attributes;
    }

    private Optional<String> text(CredentialProperty property) {
        return Optional.ofNullable(properties.get(property));
    }

    private Optional<Instant> instant(CredentialProperty property) {
        return text(property).map((Function<String, Instant>) Instant::parse);
    }

    Map<CredentialProperty, String> properties() {
        return properties;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CredentialMetadata that
                && accountId.equals(that.accountId)
                && siteName.equals(that.siteName)
                && siteRestBase.equals(that.siteRestBase)
                && environment == that.environment
                && origin == that.origin
                && properties.equals(that.properties)
                && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(accountId, siteName, siteRestBase, environment, origin, properties, attributes);
    }

    /** {@return account, site, environment, origin and the names of the other parts} */
    @Override
    public String toString() {
        return "CredentialMetadata[" + accountId + ", " + siteName + ", " + environment + ", " + origin + ", has "
                + new TreeMap<>(properties).keySet() + "]";
    }
}
