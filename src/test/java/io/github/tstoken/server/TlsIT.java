package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.demo.EmbeddingApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sign-in by TLS, as {@code server-config} sets it up: which cookies it makes, and that ts-token knows of it. */
@ArquillianTest
@RunAsClient
class TlsIT extends ThoughtSpotTest {
    private static final URI BY_TLS = URI.create("https://127.0.0.1:" + Integer.getInteger("server.https.port"));

    @Deployment(name = "app", testable = false, order = 1)
    static WebArchive embeddingApplication() {
        return EmbeddingApplication.archive();
    }

    @Deployment(name = "ts-token", testable = false, order = 2)
    static WebArchive tsToken() {
        return Deployments.tsToken("ts-token.war", Map.of());
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    @DisplayName(
            "[R9] by TLS every cookie is for TLS alone, for no script, and for no other site; ts-token knows who came")
    void whenSomebodySignsInByTls_thenEveryCookieIsSecureAndTheyAreKnown(HttpClient.Version version) throws Exception {
        Visitor alice = Visitor.at(BY_TLS, trustOfTheTests(), version).signedInAs("alice");
        HttpResponse<String> answer = alice.get("/ts-token/token");
        assertTokenOf("alice", answer);
        assertThat(alice.setCookies())
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONIDSSO="))
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase(Locale.ROOT))
                        .contains("; secure", "; httponly", "; samesite=lax"));
    }

    private static SSLContext trustOfTheTests() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream certificate = Files.newInputStream(Path.of(System.getProperty("server.certificate")))) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
