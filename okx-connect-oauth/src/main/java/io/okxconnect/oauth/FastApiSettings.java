package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.OkxProfile;
import io.okxconnect.oauth.internal.PassphraseForm;
import io.okxconnect.oauth.internal.SecretText;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What a Fast API connector was built with. */
record FastApiSettings(
        String clientId,
        OkxProfile profile,
        URI redirectUri,
        List<OAuthSite> sites,
        TradingEnvironment environment,
        FastApiPermission permission,
        FastApiKeyBinding binding,
        String label,
        FastApiPassphrases passphrases,
        FastApiUidLookup uidLookup,
        Duration timeout) {

    /** A fresh one; the caller closes it. */
    Secret passphrase() {
        Secret passphrase = passphrases.next();
        if (!PassphraseForm.isKept(SecretText.of(passphrase))) {
            passphrase.close();
            throw new InvalidArgumentException(
                    "passphrases",
                    "must give 8 to 32 visible ASCII characters with an upper-case and a lower-case letter, a digit and a special"
                            + " character",
                    "Use FastApiPassphrases.random.");
        }
        return passphrase;
    }

    /** {@return the client id} */
    @Override
    public String toString() {
        return "FastApiSettings[" + clientId + "]";
    }
}
