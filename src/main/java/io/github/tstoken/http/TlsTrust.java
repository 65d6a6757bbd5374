package io.github.tstoken.http;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.ThoughtSpotConfig.TrustStore;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.ssl.TLS;

/** Whom we believe to be the server that we call. There is no way to turn any of these checks off. */
final class TlsTrust {
    private TlsTrust() {}

    /**
     * TLS 1.2 or 1.3 with certificates from the trust store, or else from the JVM's. The host name is verified twice: during
     * the handshake, before anything of ours is sent, and once more by HttpClient.
     *
     * @throws IllegalArgumentException when the trust store cannot be read or trusts nobody
     */
    static TlsStrategy of(Optional<TrustStore> trustStore) {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(context(trustStore))
                .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                .buildAsync();
    }

    private static SSLContext context(Optional<TrustStore> trustStore) {
        try {
            TrustManager[] trustManagers = trustStore.isPresent() ? trustManagers(trustStore.get()) : null;
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the trust store cannot be used: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] trustManagers(TrustStore trustStore) throws GeneralSecurityException, IOException {
        char[] password = trustStore
                .password()
                .map(Secret::reveal)
                .map(String::toCharArray)
                .orElse(null);
        KeyStore certificates = KeyStore.getInstance(trustStore.file().toFile(), password);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(certificates);
        TrustManager[] trustManagers = factory.getTrustManagers();
        if (Arrays.stream(trustManagers).noneMatch(TlsTrust::trustsSomebody)) {
            throw new IllegalArgumentException("the trust store has no trusted certificate");
        }
        return trustManagers;
    }

    private static boolean trustsSomebody(TrustManager trustManager) {
        return trustManager instanceof X509TrustManager x509 && x509.getAcceptedIssuers().length > 0;
    }
}
