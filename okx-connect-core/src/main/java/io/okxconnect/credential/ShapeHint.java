package io.okxconnect.credential;

/**
 * Something that looks odd about the three pasted parts of an API key. Only a hint, since OKX may change its forms; OKX's own
 * answer decides.
 */
public enum ShapeHint {
    /** The API key is not a UUID. */
    API_KEY_FORM("The API key does not look like one: OKX shows 36 characters of the form"
            + " xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx."),
    /** The secret key is not 32 hexadecimal digits. */
    SECRET_KEY_FORM("The secret key does not look like one: OKX shows 32 hexadecimal digits."),
    /** The passphrase has fewer than 8 or more than 32 characters. */
    PASSPHRASE_LENGTH("The passphrase does not look like one: OKX asks for 8 to 32 characters. It is the one chosen"
            + " when the key was made, not the login password."),
    /** The API key stands in the secret key's place, or the reverse. */
    API_KEY_AND_SECRET_KEY_SWAPPED("The API key and the secret key look swapped."),
    /** The secret key stands in the passphrase's place. */
    SECRET_KEY_AND_PASSPHRASE_SWAPPED("The secret key and the passphrase look swapped."),
    /** The API key stands in the passphrase's place. */
    API_KEY_AND_PASSPHRASE_SWAPPED("The API key and the passphrase look swapped."),
    /** An API key, and other characters around it or in it. */
    STRAY_IN_API_KEY("Other characters were pasted along with the API key."),
    /** A secret key, and other characters around it or in it. */
    STRAY_IN_SECRET_KEY("Other characters were pasted along with the secret key.");

    private final String sentence;

    ShapeHint(String sentence) {
        this.sentence = sentence;
    }

    /** What to tell the user, in English; holds no pasted character. */
    String sentence() {
        return sentence;
    }

    /**
     * Whether two parts seem to stand in each other's place.
     *
     * @return true for the three hints about swapped parts
     */
    public boolean isAboutSwappedParts() {
        return switch (this) {
            case API_KEY_AND_SECRET_KEY_SWAPPED, SECRET_KEY_AND_PASSPHRASE_SWAPPED, API_KEY_AND_PASSPHRASE_SWAPPED ->
                true;
            case API_KEY_FORM, SECRET_KEY_FORM, PASSPHRASE_LENGTH, STRAY_IN_API_KEY, STRAY_IN_SECRET_KEY -> false;
        };
    }
}
