package io.okxconnect.internal.account;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.SettingChange;
import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.rest.RestRequest;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes one setting: reads it, writes only if it differs, and lets the account's own configuration say what came of
 * it. OKX refuses some writes that would change nothing (59000 with open positions), and its echo is no proof.
 */
final class SettingWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SettingWriter.class);

    private final CallPort port;
    private final Supplier<AccountConfig> config;

    SettingWriter(CallPort port, Supplier<AccountConfig> config) {
        this.port = port;
        this.config = config;
    }

    <T> SettingChange<T> change(T wanted, Function<AccountConfig, T> setting, RestRequest write) {
        T before = setting.apply(config.get());
        if (before.equals(wanted)) {
            return new SettingChange<>(before, wanted, before);
        }
        try {
            port.call(write);
        } catch (OkxConnectException failure) {
            return afterFailure(failure, before, wanted, setting);
        }
        return afterAcceptance(before, wanted, setting);
    }

    /** OKX has said yes, so a failed second look must not pass for a change that was not done. */
    private <T> SettingChange<T> afterAcceptance(T before, T wanted, Function<AccountConfig, T> setting) {
        try {
            return new SettingChange<>(before, wanted, setting.apply(config.get()));
        } catch (OkxConnectException unread) {
            LOG.warn(
                    "OKX accepted the change of a setting, but the account could not be read again ({})",
                    unread.getClass().getSimpleName());
            return new SettingChange<>(before, wanted, before);
        }
    }

    /** A failed write counts as done only if the account itself now shows the wanted value. */
    private <T> SettingChange<T> afterFailure(
            OkxConnectException failure, T before, T wanted, Function<AccountConfig, T> setting) {
        if (failure.outcome() != Outcome.UNKNOWN && !(failure instanceof AccountStateException)) {
            throw failure;
        }
        T after;
        try {
            after = setting.apply(config.get());
        } catch (OkxConnectException unread) {
            failure.addSuppressed(unread);
            throw failure;
        }
        if (!after.equals(wanted)) {
            throw failure;
        }
        return new SettingChange<>(before, wanted, after);
    }
}
