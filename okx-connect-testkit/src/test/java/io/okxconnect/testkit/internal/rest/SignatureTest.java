package io.okxconnect.testkit.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers: S1, S3, S10 and S17, published or recomputed independently of this code. */
class SignatureTest {
    private static final String TIMESTAMP = "2020-12-08T09:08:57.715Z";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "mock-secret|GET|/api/v5/account/balance|~~|tpQYvXdaAfU8ae6zI1rJ2xVcyMIk9BKWK/fysaanweQ=",
                "22582BD0CFF14C41EDBF1AB98506286D|GET|/api/v5/account/balance?ccy=BTC|~~|"
                        + "HiZhvSfMtWJA3uUIVXV3a/bSXNPCWvYFXoGCVS8V4zY=",
                "mock-secret|POST|/api/v5/account/set-position-mode|{\"posMode\":\"net_mode\"}|"
                        + "C+fwBSVsg9xuhnDnIAplwUnkmpN+Tjf4XJFgIJw1ICc=",
                "mock-secret|POST|/api/v5/users/subaccount/apikey|{\"subAcct\":\"panpanBroker2\",\"label\":\"бот-№1 机器人\","
                        + "\"passphrase\":\"Aa1!aaaa\",\"perm\":\"trade\"}|FYVGdIm1NR9gJ3uOm25N8NxWbmDCMPG/ad1Z2TMd6t8=",
            },
            delimiter = '|')
    void matches_knownAnswer_isAcceptedAndItsNeighbourRefused(
            String secret, String method, String target, String body, String signature) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        ApiRequest request =
                new ApiRequest("GLOBAL", "127.0.0.1", method, target, Map.of(), body.getBytes(StandardCharsets.UTF_8));

        assertThat(Signature.matches(key, request, TIMESTAMP, signature)).isTrue();
        assertThat(Signature.matches(key, request, TIMESTAMP, signature.toLowerCase(java.util.Locale.ROOT)))
                .isFalse();
        assertThat(Signature.matches(key, request, "2020-12-08T09:08:57.716Z", signature))
                .isFalse();
    }
}
