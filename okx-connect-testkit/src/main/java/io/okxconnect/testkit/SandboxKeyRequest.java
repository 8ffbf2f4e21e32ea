package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.KeyTerms;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an API key is to be: start with {@link #named}. Immutable; each method returns a changed copy. */
public final class SandboxKeyRequest {
    private final String name;
    private final SandboxEnvironment environment;
    private final Set<SandboxPermission> permissions;
    private final List<String> ips;
    private final @Nullable String linkedApp;
    private final @Nullable String passphrase;

    private SandboxKeyRequest(
            String name,
            SandboxEnvironment environment,
            Set<SandboxPermission> permissions,
            List<String> ips,
            @Nullable String linkedApp,
            @Nullable String passphrase) {
        this.name = name;
        this.environment = environment;
        this.permissions = permissions;
        this.ips = ips;
        this.linkedApp = linkedApp;
        this.passphrase = passphrase;
    }

    /**
     * A live key without permissions, IP list or app, with a passphrase that is made up.
     *
     * @param name 1 to 50 characters that no other key of the account has
     * @return the request
     */
    public static SandboxKeyRequest named(String name) {
        return new SandboxKeyRequest(
                Objects.requireNonNull(name, "name"), SandboxEnvironment.LIVE, Set.of(), List.of(), null, null);
    }

    /**
     * Allows to look.
     *
     * @return a changed copy
     */
    public SandboxKeyRequest read() {
        return with(SandboxPermission.READ);
    }

    /**
     * Allows to trade and to change settings.
     *
     * @return a changed copy
     */
    public SandboxKeyRequest trade() {
        return with(SandboxPermission.TRADE);
    }

    /**
     * Allows to withdraw.
     *
     * @return a changed copy
     */
    public SandboxKeyRequest withdraw() {
        return with(SandboxPermission.WITHDRAW);
    }

    /**
     * The environment that the key is for; by default live.
     *
     * @param wanted live or demo
     * @return a changed copy
     */
    public SandboxKeyRequest environment(SandboxEnvironment wanted) {
        return new SandboxKeyRequest(name, wanted, permissions, ips, linkedApp, passphrase);
    }

    /**
     * The addresses that the key may be used from; by default anywhere.
     *
     * @param addresses IPv4 and IPv6 addresses or networks such as {@code 10.0.0.0/8}, at most 20
     * @return a changed copy
     */
    public SandboxKeyRequest ips(String... addresses) {
        return new SandboxKeyRequest(name, environment, permissions, List.of(addresses), linkedApp, passphrase);
    }

    /**
     * Links the key to a third-party app, whose server addresses become the key's IP list.
     *
     * @param app a name given to {@link OkxSandbox#registerApp}
     * @return a changed copy
     */
    public SandboxKeyRequest linkedApp(String app) {
        return new SandboxKeyRequest(name, environment, permissions, ips, app, passphrase);
    }

    /**
     * The passphrase; by default one is made up.
     *
     * @param text 8 to 32 printable characters with an upper-case and a lower-case letter, a digit and a special one
     * @return a changed copy
     */
    public SandboxKeyRequest passphrase(String text) {
        return new SandboxKeyRequest(name, environment, permissions, ips, linkedApp, text);
    }

    KeyTerms terms() {
        Set<String> codes = permissions.stream().map(SandboxPermission::code).collect(Collectors.toUnmodifiableSet());
        return new KeyTerms(name, environment.model(), codes, ips, linkedApp, passphrase);
    }

    private SandboxKeyRequest with(SandboxPermission permission) {
        Set<SandboxPermission> all = EnumSet.of(permission);
        all.addAll(permissions);
        return new SandboxKeyRequest(name, environment, all, ips, linkedApp, passphrase);
    }

    /**
     * The name of the key that is asked for.
     *
     * @return text without any secret
     */
    @Override
    public String toString() {
        return "SandboxKeyRequest[" + name + "]";
    }
}
