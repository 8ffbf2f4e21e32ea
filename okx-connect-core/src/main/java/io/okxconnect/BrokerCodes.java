package io.okxconnect;

import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.internal.call.BrokerTag;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The app's broker codes. OKX may give an app one for each way to connect and each site, so the one that was set for the very case
 * counts, then the one for the way to connect, then the one for all. Immutable.
 */
final class BrokerCodes {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,16}");

    static final BrokerCodes NONE = new BrokerCodes(Map.of());

    private final Map<Case, String> codes;

    /**
     * What a code is for.
     *
     * @param site the name of one, whatever host it is reached at; null for each
     * @param origin null for each
     */
    private record Case(@Nullable String site, @Nullable CredentialOrigin origin) {}

    private BrokerCodes(Map<Case, String> codes) {
        this.codes = Map.copyOf(codes);
    }

    BrokerCodes with(@Nullable Site site, @Nullable CredentialOrigin origin, String code) {
        if (!FORM.matcher(code).matches()) {
            throw new InvalidArgumentException(
                    "brokerCode",
                    "must be 1 to 16 letters or digits",
                    "Copy it from OKX's broker dashboard, with its upper and lower case.");
        }
        Map<Case, String> more = new HashMap<>(codes);
        more.put(new Case(site == null ? null : site.name(), origin), code);
        return new BrokerCodes(more);
    }

    /** The request as it is sent for a credential. */
    RestRequest tagged(RestRequest request, Grant grant) {
        return codes.isEmpty()
                ? request
                : code(grant).map(code -> BrokerTag.on(request, code)).orElse(request);
    }

    private Optional<String> code(Grant grant) {
        return find(grant.site().name(), grant.origin())
                .or(() -> find(null, grant.origin()))
                .or(() -> find(null, null));
    }

    private Optional<String> find(@Nullable String site, @Nullable CredentialOrigin origin) {
        return Optional.ofNullable(codes.get(new Case(site, origin)));
    }
}
