package io.okxconnect.oauth.internal;

import io.okxconnect.credential.Secret;
import io.okxconnect.credential.SecretAccess;
import java.nio.charset.StandardCharsets;

/** The one place of this module where a secret becomes text: a body, a header or a URL has to hold it. */
public final class SecretText {
    private SecretText() {}

    /** The text of a secret; keep it in a local variable only. */
    public static String of(Secret secret) {
        return secret.use(SecretAccess.insecure(), bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
