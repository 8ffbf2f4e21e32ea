package io.okxconnect;

import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.site.Site;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * What this app no longer uses and OKX still accepts, and where its owner ends it. OKX has no public call by which an
 * app could do that: keys are deleted, and consents withdrawn, by their owner after logging in at OKX.
 *
 * @param origin how the credential came to the app, which decides what there is to end
 * @param maskedApiKey which key it is, in masked form; {@code …} alone if there is none to show
 * @param page where to end it, at the account's own site
 * @param boundIps the addresses that the key is bound to, as OKX last named them; empty if none, or not known
 */
public record RemainingKey(CredentialOrigin origin, String maskedApiKey, URI page, List<String> boundIps) {

    /**
     * Checks that no part is null.
     *
     * @param origin how the credential came to the app
     * @param maskedApiKey which key it is
     * @param page where to end it
     * @param boundIps the addresses that the key is bound to; copied
     */
    public RemainingKey {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(maskedApiKey, "maskedApiKey");
        Objects.requireNonNull(page, "page");
        boundIps = List.copyOf(boundIps);
    }

    static RemainingKey of(CredentialMetadata key, Site site) {
        URI page =
                key.origin() == CredentialOrigin.OAUTH ? site.webOrigin() : site.apiManagementPage(key.environment());
        List<String> ips = KeyLife.boundIps(key).stream().map(Object::toString).toList();
        return new RemainingKey(key.origin(), key.maskedApiKey().orElse("…"), page, ips);
    }

    /**
     * What its owner does now.
     *
     * @return sentences for the user
     */
    public String nextStep() {
        return switch (origin) {
            case MANUAL ->
                "Delete the key " + maskedApiKey + " at " + page + " (a sub-account's from its main account)."
                        + ipStep();
            case FAST_API ->
                "The key " + maskedApiKey
                        + " was made for this app with your consent, for no other use: log in at OKX and"
                        + " delete it, " + page + " lists API keys.";
            case OAUTH ->
                "Log in at " + page
                        + " and withdraw your consent to this app in the settings, under the connected apps;"
                        + " its tokens end with it.";
        };
    }

    private String ipStep() {
        return boundIps.isEmpty()
                ? ""
                : " If you keep it for something else, take this app's address off its IP list ("
                        + String.join(", ", boundIps) + ").";
    }

    /** {@return the next step} */
    @Override
    public String toString() {
        return nextStep();
    }
}
