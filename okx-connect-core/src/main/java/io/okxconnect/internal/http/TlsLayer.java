package io.okxconnect.internal.http;

import io.okxconnect.error.InvalidArgumentException;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS 1.2 or newer with the JDK's trust and its check of the host name; an app can add certificates but not take checks away. */
final class TlsLayer {
    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private final SSLSocketFactory sockets;

    private TlsLayer(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /** Trusts what the JDK trusts, and the certificates of {@code extra} if there are any. */
    static TlsLayer trusting(@Nullable KeyStore extra) {
        try {
            TrustManager[] trust = trustManagers(null);
            if (extra != null) {
                trust = trustManagers(jdkTrustAnd(extra, trust));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return new TlsLayer(context.getSocketFactory());
        } catch (GeneralSecurityException | IOException unusable) {
            throw new InvalidArgumentException(
                    "extraTrust",
                    "must be a loaded key store with certificates ("
                            + unusable.getClass().getSimpleName() + ")",
                    "Load the store before passing it, and check the JDK's own trust store.");
        }
    }

    /** Agrees on TLS; returns only if the certificate is trusted and is for this host. */
    SSLSocket wrap(Socket raw, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) sockets.createSocket(raw, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(Stream.of(socket.getSupportedProtocols())
                .filter(PROTOCOLS::contains)
                .toArray(String[]::new));
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static TrustManager[] trustManagers(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return factory.getTrustManagers();
    }

    private static KeyStore jdkTrustAnd(KeyStore extra, TrustManager[] jdkTrust)
            throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int number = 0;
        for (TrustManager manager : jdkTrust) {
            if (manager instanceof X509TrustManager x509) {
                for (X509Certificate anchor : x509.getAcceptedIssuers()) {
                    all.setCertificateEntry("jdk-" + number++, anchor);
                }
            }
        }
        for (String alias : Collections.list(extra.aliases())) {
            Certificate certificate = extra.getCertificate(alias);
            if (certificate != null) {
                all.setCertificateEntry("extra-" + number++, certificate);
            }
        }
        return all;
    }
}
