package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ThoughtSpotSettingsTest {
    private static final String URL = "tstoken.thoughtspot.url";
    private static final String STORE = "tstoken.thoughtspot.trust-store";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "https://ts.example.com, https://ts.example.com",
        "https://ts.example.com/, https://ts.example.com",
        "HTTPS://TS.example.com:443, https://ts.example.com",
        "https://ts.example.com:8443/ts/, https://ts.example.com:8443/ts",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://[::1]:8080/, http://[::1]:8080"
    })
    void anAddressIsReadWithoutItsTrailingSlash(String text, String url) {
        assertThat(GivenConfig.with(URL, text).config().thoughtSpot().url()).hasToString(url);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/corpus/config-urls-hostile.txt", delimiter = '\t', quoteCharacter = '\u0001')
    @DisplayName("[R31] an address that is not plainly one is refused, and not repeated")
    void aHostileAddressIsRefused(String text) {
        assertThat(GivenConfig.with(URL, text).mistakes())
                .singleElement()
                .asString()
                .startsWith(URL + " (web application): ")
                .doesNotContain(text);
    }

    @ParameterizedTest
    @CsvSource({
        "tstoken.thoughtspot.api, v3, v2 or v1",
        "tstoken.thoughtspot.api, V2, v2 or v1",
        "tstoken.thoughtspot.org, -1, a whole number from 0 to 2147483647",
        "tstoken.thoughtspot.org, 2147483648, a whole number from 0 to 2147483647",
        "tstoken.thoughtspot.connect-timeout, 2s, an ISO 8601 duration from PT0.1S to PT1M",
        "tstoken.thoughtspot.timeout, PT-1S, an ISO 8601 duration from PT0.1S to PT5M",
        "tstoken.thoughtspot.timeout, PT5M0.001S, an ISO 8601 duration from PT0.1S to PT5M",
        "tstoken.thoughtspot.max-concurrent, 0, a whole number from 1 to 10000",
        "tstoken.thoughtspot.max-waiting, 100001, a whole number from 0 to 100000",
        "tstoken.thoughtspot.v1-token-path, auth/token, a path of plain segments",
        "tstoken.thoughtspot.v1-token-path, /a/../b, a path of plain segments",
        "tstoken.thoughtspot.v1-token-path, //a, a path of plain segments",
        "tstoken.thoughtspot.proxy, http://proxy, a URL of the form http://host:port",
        "tstoken.thoughtspot.proxy, https://proxy:3128, a URL of the form http://host:port",
        "tstoken.thoughtspot.proxy, http://me:pw@proxy:3128, a URL of the form http://host:port",
        "tstoken.thoughtspot.proxy, http://proxy:3128/x, a URL of the form http://host:port"
    })
    void aValueOutsideOfWhatIsAllowedIsRefused(String key, String value, String allowed) {
        assertThat(GivenConfig.with(key, value).mistakes())
                .singleElement()
                .asString()
                .startsWith(key + " (web application): must be " + allowed);
    }

    @Test
    void limitsAndPathsAreReadAsTheyAreWritten() {
        ThoughtSpotConfig config = GivenConfig.with("tstoken.thoughtspot.max-waiting", "0")
                .server("tstoken.thoughtspot.timeout", "PT0.5S")
                .server("tstoken.thoughtspot.org", "17")
                .server("tstoken.thoughtspot.v1-token-path", "/ts/v1/session/auth/token")
                .server("tstoken.thoughtspot.proxy", "http://proxy.example.com:3128/")
                .config()
                .thoughtSpot();

        assertThat(config.maxWaiting()).isZero();
        assertThat(config.timeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.org()).hasValue(17);
        assertThat(config.v1TokenPath()).isEqualTo("/ts/v1/session/auth/token");
        assertThat(config.proxy().orElseThrow()).hasToString("http://proxy.example.com:3128");
    }

    @Test
    void aTrustStoreIsOpenedAtStart() throws IOException, GeneralSecurityException {
        GivenConfig given = GivenConfig.with(STORE, trustStore("changeit").toString());

        assertThat(given.server(STORE + "-password", "changeit")
                        .config()
                        .thoughtSpot()
                        .trustStore())
                .isPresent();
        assertThat(given.server(STORE + "-password", "canary-4711").mistakes())
                .containsExactly(
                        STORE + " (web application): cannot be read as a key store with the password that is set");
        assertThat(given.without(STORE + "-password").mistakes())
                .singleElement()
                .asString()
                .startsWith(STORE + " (web application): has no trusted certificate");
    }

    @Test
    void aMissingTrustStoreIsAMistake() {
        assertThat(GivenConfig.with(STORE, "/no/such/file").mistakes()).hasSize(1);
    }

    @Test
    void aPasswordWithoutATrustStoreIsAMistake() {
        assertThat(GivenConfig.with(STORE + "-password", "changeit").mistakes())
                .containsExactly(STORE + " (not set): is required, because its password is set");
    }

    private Path trustStore(String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("one", anyCertificate());
        Path file = directory.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    private static X509Certificate anyCertificate() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0];
    }

    @Test
    void whenPlainHttpWouldLeaveTheMachineByAProxy_thenItIsAMistake() {
        GivenConfig loopback = GivenConfig.with("tstoken.thoughtspot.url", "http://127.0.0.1:8443")
                .server("tstoken.thoughtspot.proxy", "http://proxy.example.com:3128");
        assertThat(loopback.mistakes())
                .singleElement()
                .asString()
                .startsWith("tstoken.thoughtspot.proxy")
                .contains("must be on loopback, too");
        loopback.server("tstoken.thoughtspot.proxy", "http://127.0.0.1:3128");
        assertThat(loopback.config().thoughtSpot().proxy()).isPresent();
    }
}
