package io.okxconnect.canary;

import java.util.List;
import java.util.Map;

/**
 * Fake secrets for all tests. They look like real ones and stand nowhere else, so that the canary extension recognises them
 * wherever they turn up. Use these wherever a test needs a secret; a secret made up on the spot is not watched.
 */
public final class Canary {
    public static final String API_KEY = "7c1e9f04-b3d8-4a62-95e7-d08f6b2ca413";
    public static final String SECRET_KEY = "E81D5B0A93F74C26B7A0D9E4136F58C2";
    public static final String PASSPHRASE = "zQ8!vR2#kT6@mW4x";
    public static final String CLIENT_SECRET = "B4F07A6C19D3E85240AC6E9D71F2B358";
    public static final String ACCESS_TOKEN = "kJ7uXq2LrV9cYb4TnH8sGd3PzW6mEf1A.oQ5iRw0B";
    public static final String REFRESH_TOKEN = "hT3yNc8KvS5gMx1ZpL7dQj9RbU4wFa6E.eO2kIz0C";
    public static final String AUTHORIZATION_CODE = "xP9wDk3JtB6nVr8HqM2zLs5Y";
    public static final String CODE_VERIFIER = "Uw6RfZ1oXe9KpTj4GmC8hNqVb2LyDs7A-Ii0_Ek5Qg3M";
    public static final String STATE = "nG5cJv8XqT2kWz7RbM4hYp9L";
    public static final String STORE_PASSWORD = "Tq7-uLx3+Vw9=Zn5~Hb2";

    private Canary() {}

    /** All of them. */
    public static List<String> all() {
        return List.copyOf(named().values());
    }

    /** All of them by name, so that a report can say which one was found without repeating it. */
    public static Map<String, String> named() {
        return Map.of(
                "API_KEY", API_KEY,
                "SECRET_KEY", SECRET_KEY,
                "PASSPHRASE", PASSPHRASE,
                "CLIENT_SECRET", CLIENT_SECRET,
                "ACCESS_TOKEN", ACCESS_TOKEN,
                "REFRESH_TOKEN", REFRESH_TOKEN,
                "AUTHORIZATION_CODE", AUTHORIZATION_CODE,
                "CODE_VERIFIER", CODE_VERIFIER,
                "STATE", STATE,
                "STORE_PASSWORD", STORE_PASSWORD);
    }
}
