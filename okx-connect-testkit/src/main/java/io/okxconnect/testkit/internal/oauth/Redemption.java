package io.okxconnect.testkit.internal.oauth;

/**
 * A token call: who sends a code or a refresh token, from where, with what beside it. A value that was not sent is
 * {@code ""}.
 *
 * @param client the app, which has proved itself
 * @param site where the call arrived
 * @param proof the code or the refresh token
 * @param sent the parameters of the call
 * @param deviceHeader the {@code TERMID} header
 */
public record Redemption(OAuthClient client, String site, String proof, Parameters sent, String deviceHeader) {
    @Override
    public String toString() {
        return "Redemption[" + client.name() + "]";
    }
}
