package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.demo.EmbeddingApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
    void whenSomebodySignsIn_thenEveryCookieIsForTlsAloneAndTheyAreKnown(HttpClient.Version version) throws Exception {
        Visitor alice = signedIn(version);
        assertTokenOf("alice", alice.get("/ts-token/token"));
        assertThat(alice.setCookies())
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONIDSSO="))
                .allSatisfy(cookie -> assertThat(attributes(cookie)).contains("secure", "httponly"));
    }

    @Test
    void whenSomebodySignsInByHttp1_thenNoCookieIsForOtherSites() throws Exception {
        assertThat(signedIn(HttpClient.Version.HTTP_1_1).setCookies())
                .allSatisfy(cookie -> assertThat(attributes(cookie)).contains("samesite=lax"));
    }

    @Test
    @Tag("same-site-by-http2")
    void whenSomebodySignsInByHttp2_thenNoCookieIsForOtherSites() throws Exception {
        assertThat(signedIn(HttpClient.Version.HTTP_2).setCookies())
                .allSatisfy(cookie -> assertThat(attributes(cookie)).contains("samesite=lax"));
    }

    private static Visitor signedIn(HttpClient.Version version) throws GeneralSecurityException, IOException {
        return Visitor.at(BY_TLS, trustOfTheTests(), version).signedInAs("alice");
    }

    private static List<String> attributes(String cookie) {
        return Stream.of(cookie.toLowerCase(Locale.ROOT).split(";", -1))
                .map(String::strip)
                .toList();
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
