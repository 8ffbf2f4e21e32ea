package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.IpList;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A registered app. Safe to use from several threads. */
public final class OAuthClient {
    private final String id;
    private final byte @Nullable [] secretDigest;
    private final ClientTerms terms;
    private volatile boolean fastApi;
    private volatile IpList serverIps;
    private volatile IpList keyIps;

    OAuthClient(String id, @Nullable String secret, ClientTerms terms) {
        this.id = id;
        this.secretDigest = secret == null ? null : Digest.of(secret);
        this.terms = terms;
        this.fastApi = terms.scopes().contains("fast_api");
        this.serverIps = terms.serverIps();
        this.keyIps = terms.keyIps();
    }

    public String id() {
        return id;
    }

    public String name() {
        return terms.name();
    }

    public ClientTerms.Kind kind() {
        return terms.kind();
    }

    public boolean isConfidential() {
        return terms.kind() == ClientTerms.Kind.CONFIDENTIAL;
    }

    public boolean isAgent() {
        return terms.kind() == ClientTerms.Kind.AGENT;
    }

    public Set<String> redirectUris() {
        return terms.redirectUris();
    }

    public Set<String> scopes() {
        return terms.scopes();
    }

    public boolean mayUseFastApi() {
        return fastApi;
    }

    public void fastApi(boolean allowed) {
        fastApi = allowed;
    }

    public void serverIps(IpList ips) {
        serverIps = ips;
    }

    public IpList keyIps() {
        return keyIps;
    }

    public void keyIps(IpList ips) {
        keyIps = ips;
    }

    public void requireSite(String site) {
        if (!terms.sites().contains(site)) {
            throw ErrorCode.SITE_NOT_ENABLED.refusal();
        }
    }

    /** Apps with a server call from that server; apps on a device from anywhere. */
    public void requireServer(String callerIp) {
        if (isConfidential() && !serverIps.allows(callerIp)) {
            throw ErrorCode.SERVER_IP_INVALID.refusal();
        }
    }

    /** An app with a secret must prove it; one without must not send any. */
    public void requireSecret(String sent) {
        if (secretDigest == null) {
            if (!sent.isEmpty()) {
                throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("client_secret");
            }
        } else if (sent.isEmpty()) {
            throw ErrorCode.OAUTH_PARAMETER_EMPTY.refusal("client_secret");
        } else if (!MessageDigest.isEqual(secretDigest, Digest.of(sent))) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("client_id");
        }
    }

    @Override
    public String toString() {
        return "OAuthClient[" + terms.name() + "]";
    }
}
