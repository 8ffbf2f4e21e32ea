package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.ApiKey;
import io.okxconnect.testkit.internal.model.Environment;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.IpList;
import io.okxconnect.testkit.internal.model.IssuedKey;
import io.okxconnect.testkit.internal.model.KeyTerms;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.model.Trader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes and deletes the keys that apps ask for: one per app and user. Safe to use from several threads. */
public final class FastApiDesk {
    private static final Pattern STRICT_LABEL = Pattern.compile("[A-Za-z0-9]{1,50}");
    private static final Pattern FREE_LABEL = Pattern.compile("[^\\p{Cntrl}]{1,50}");
    private static final Pattern STRICT_PASSPHRASE = Pattern.compile("[A-Za-z0-9!@#$%]*");

    private final Exchange exchange;

    FastApiDesk(Exchange exchange) {
        this.exchange = exchange;
    }

    public synchronized IssuedKey create(Grant grant, Environment environment, FastKeyTerms wanted) {
        // Once more, now that nobody else is here: a consent taken back meanwhile must leave no key behind.
        grant.requireActive();
        requireForm(wanted);
        OAuthClient client = grant.client();
        if (!client.mayUseFastApi()) {
            throw ErrorCode.BROKERS_ONLY.refusal();
        }
        boolean perEnvironment = exchange.follows(Reading.FAST_API_KEY_PER_ENVIRONMENT);
        if (keys(grant).stream().anyMatch(key -> !perEnvironment || key.environment() == environment)) {
            throw ErrorCode.FAST_API_KEY_EXISTS.refusal();
        }
        if (wanted.bound() && client.keyIps().isEmpty()) {
            throw ErrorCode.BROKER_IPS_MISSING.refusal();
        }
        ApiKey.Idling idling = exchange.follows(Reading.BOUND_FAST_API_KEYS_LIVE_ON)
                ? ApiKey.Idling.HARMLESS_IF_BOUND
                : ApiKey.Idling.FATAL;
        KeyTerms terms = new KeyTerms(
                wanted.label(),
                environment,
                permissions(wanted.permission()),
                List.of(),
                client.name(),
                wanted.passphrase());
        IpList ips = wanted.bound() ? client.keyIps() : IpList.of(List.of());
        return exchange.keyDesk().issue(grant.trader(), terms, ips, new ApiKey.Maker(client.id(), idling));
    }

    /** Deletes the app's key in one environment. */
    public synchronized void delete(Grant grant, Environment environment) {
        ApiKey key = keys(grant).stream()
                .filter(it -> it.environment() == environment)
                .findFirst()
                .orElseThrow(ErrorCode.KEY_NOT_THERE::refusal);
        key.kill();
    }

    /** Deletes every key that an app made for a user. */
    synchronized void deleteAll(Trader trader, String clientId) {
        trader.keys().stream().filter(it -> it.isMadeBy(clientId)).forEach(ApiKey::kill);
    }

    private List<ApiKey> keys(Grant grant) {
        return grant.trader().keys().stream()
                .filter(it -> it.isMadeBy(grant.client().id()))
                .filter(it -> it.isAlive(exchange.clock().instant()))
                .toList();
    }

    private void requireForm(FastKeyTerms wanted) {
        Pattern label = exchange.follows(Reading.FREE_FAST_API_LABELS) ? FREE_LABEL : STRICT_LABEL;
        if (wanted.label().isBlank() || !label.matcher(wanted.label()).matches()) {
            throw ErrorCode.PARAMETER_ERROR.refusal("label");
        }
        boolean anyCharacter = exchange.follows(Reading.FREE_FAST_API_PASSPHRASES);
        if (!anyCharacter && !STRICT_PASSPHRASE.matcher(wanted.passphrase()).matches()) {
            throw ErrorCode.PASSPHRASE_FORM.refusal();
        }
    }

    /** Trading includes looking. */
    private Set<String> permissions(String asked) {
        boolean list = exchange.follows(Reading.FAST_API_PERM_LIST);
        Set<String> words = new TreeSet<>(list ? Arrays.asList(asked.split(",", -1)) : List.of(asked));
        if (!Set.of("read_only", "trade").containsAll(words)) {
            throw ErrorCode.PARAMETER_ERROR.refusal("perm");
        }
        words.add("read_only");
        return words;
    }
}
