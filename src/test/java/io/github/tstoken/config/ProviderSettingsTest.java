package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.corpus.Corpus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsTest {
    private static final String IDP = "tstoken.provider.idp.";

    @TempDir
    Path directory;

    @Test
    void theRequiredKeysSuffice() {
        assertThat(provider(discovered())).satisfies(provider -> {
            assertThat(provider.id()).isEqualTo("idp");
            assertThat(provider.endpoints())
                    .isEqualTo(new ProviderEndpoints.Discovered(
                            URI.create("https://idp.example.com/.well-known/openid-configuration"),
                            Optional.of("https://idp.example.com")));
            assertThat(provider.client().clientId()).isEqualTo("us");
            assertThat(provider.client().method()).isEqualTo(ClientAuthMethod.CLIENT_SECRET_BASIC);
            assertThat(secret(provider.client().secret())).isEqualTo("secret-1");
            assertThat(provider.client().nextSecret()).isEmpty();
            assertThat(provider.scopes()).containsExactly("openid", "email", "offline_access");
            assertThat(provider.timeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(provider.minimumLife()).isEqualTo(Duration.ofSeconds(60));
            assertThat(provider.defaultLifetime()).isEqualTo(Duration.ofHours(1));
            assertThat(provider.description())
                    .isEqualTo(new ProviderDescription(
                            "idp", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        });
    }

    @Test
    void everyKeyIsRead() {
        GivenConfig given = discovered()
                .server(IDP + "client-auth", "client_secret_post")
                .server(IDP + "client-secret-next", "secret-2")
                .server(IDP + "scopes", "openid, a:b  c.d/e")
                .server(IDP + "timeout", "PT3S")
                .server(IDP + "minimum-seconds", "0")
                .server(IDP + "default-lifetime", "PT5M")
                .server(IDP + "metadata.name", "The Provider")
                .server(IDP + "metadata.description", "Its files.")
                .server(IDP + "metadata.url", "https://idp.example.com/?lang=en")
                .server(IDP + "metadata.icon", "/img/idp.png")
                .server(IDP + "metadata.logo", "https://idp.example.com/logo.svg");

        assertThat(provider(given)).satisfies(provider -> {
            assertThat(provider.client().method()).isEqualTo(ClientAuthMethod.CLIENT_SECRET_POST);
            assertThat(secret(provider.client().nextSecret())).isEqualTo("secret-2");
            assertThat(provider.scopes()).containsExactly("openid", "a:b", "c.d/e");
            assertThat(provider.timeout()).isEqualTo(Duration.ofSeconds(3));
            assertThat(provider.minimumLife()).isZero();
            assertThat(provider.defaultLifetime()).isEqualTo(Duration.ofMinutes(5));
            assertThat(provider.description())
                    .isEqualTo(new ProviderDescription(
                            "The Provider",
                            Optional.of("Its files."),
                            Optional.of(URI.create("https://idp.example.com/?lang=en")),
                            Optional.of(URI.create("/img/idp.png")),
                            Optional.of(URI.create("https://idp.example.com/logo.svg"))));
        });
    }

    @Test
    void aPlainServerHasEndpointsAndNoScopesOfItsOwn() {
        assertThat(provider(named().server(IDP + "revocation-endpoint", "https://idp.example.com/revoke?v=2")))
                .satisfies(provider -> {
                    assertThat(provider.endpoints())
                            .isEqualTo(new ProviderEndpoints.Named(
                                    URI.create("https://idp.example.com/authorize"),
                                    URI.create("https://idp.example.com/token"),
                                    Optional.of(URI.create("https://idp.example.com/revoke?v=2"))));
                    assertThat(provider.scopes()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "https://idp.example.com/, https://idp.example.com/.well-known/openid-configuration",
        "https://idp.example.com/a/b, https://idp.example.com/a/b/.well-known/openid-configuration",
        "http://127.0.0.1:8080/r/, http://127.0.0.1:8080/r/.well-known/openid-configuration"
    })
    void theMetadataAreWhereTheIssuerIs_andTheIssuerStaysAsWritten(String issuer, String address) {
        assertThat(provider(discovered().server(IDP + "issuer", issuer)).endpoints())
                .isEqualTo(new ProviderEndpoints.Discovered(URI.create(address), Optional.of(issuer)));
    }

    @Test
    void theMetadataCanBeElsewhere() {
        GivenConfig given =
                discovered().without(IDP + "issuer").server(IDP + "discovery-url", "https://idp.example.com/x?p=b2c_1");

        assertThat(provider(given).endpoints())
                .isEqualTo(new ProviderEndpoints.Discovered(
                        URI.create("https://idp.example.com/x?p=b2c_1"), Optional.empty()));
        assertThat(provider(given.server(IDP + "issuer", "https://issuer.example.com"))
                        .endpoints())
                .isEqualTo(new ProviderEndpoints.Discovered(
                        URI.create("https://idp.example.com/x?p=b2c_1"), Optional.of("https://issuer.example.com")));
    }

    static List<String> hostileUrls() {
        return Corpus.read("config-urls-hostile.txt").stream()
                .filter(url -> !url.equals("https://ts.example.com?x=y"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hostileUrls")
    void whatIsNoConfidentialAddressIsAMistake(String url) {
        for (String key : List.of("authorization-endpoint", "token-endpoint", "revocation-endpoint")) {
            assertThat(named().server(IDP + key, url).mistakes())
                    .singleElement()
                    .asString()
                    .startsWith(IDP + key + " (web application): must be an https URL");
        }
        assertThat(discovered().server(IDP + "issuer", url).mistakes())
                .singleElement()
                .asString()
                .startsWith(IDP + "issuer (web application): must be an https URL");
    }

    @Test
    void theWayToTheProviderIsOne() {
        assertThat(discovered()
                        .server(IDP + "token-endpoint", "https://idp.example.com/token")
                        .mistakes())
                .containsExactly(IDP + "token-endpoint (web application): cannot be set together with an issuer or a"
                        + " discovery-url, whose metadata have it");
        assertThat(discovered().without(IDP + "issuer").mistakes())
                .containsExactly(IDP + "issuer (not set): is required, or discovery-url, or authorization-endpoint and"
                        + " token-endpoint");
        assertThat(named().without(IDP + "authorization-endpoint").mistakes())
                .containsExactly(
                        IDP + "authorization-endpoint (not set): is required, because the provider has no issuer"
                                + " and no discovery-url");
    }

    @Test
    void aClientNeedsWhatItProvesItselfWith() {
        assertThat(discovered()
                        .without(IDP + "client-secret")
                        .without(IDP + "client-id")
                        .mistakes())
                .containsExactly(
                        IDP + "client-id (not set): is required",
                        IDP + "client-secret (not set): is required, here or in the file that " + IDP
                                + "client-secret-file names, because of " + IDP + "client-auth");
        assertThat(discovered().server(IDP + "client-auth", "private_key_jwt").mistakes())
                .containsExactly(IDP + "private-key-file (not set): is required, because of " + IDP + "client-auth");
        assertThat(discovered().server(IDP + "client-auth", "none").reading().warnings())
                .containsExactly(
                        IDP + "client-secret (web application): has no effect, because of " + IDP + "client-auth");
        assertThat(discovered()
                        .server(IDP + "client-auth", "client-secret-basic")
                        .mistakes())
                .containsExactly(IDP + "client-auth (web application): must be client_secret_basic or"
                        + " client_secret_post or private_key_jwt or none");
    }

    @Test
    void aPrivateKeyIsReadFromItsFile() throws Exception {
        Path file = pem("RSA", 2048);

        assertThat(provider(byKey(file)).client()).satisfies(client -> {
            assertThat(client.privateKey()).isPresent();
            assertThat(PrivateKeyPem.read(client.privateKey().orElseThrow().current()))
                    .hasValueSatisfying(key -> assertThat(key.getAlgorithm()).isEqualTo("RSA"));
            assertThat(client.toString()).doesNotContain("BEGIN", "secret-1");
        });
        assertThat(provider(byKey(pem("EC", 256))).client().privateKey()).isPresent();
    }

    @Test
    void aPrivateKeyThatCannotSignIsAMistake() throws Exception {
        List<Path> wrong = List.of(
                pem("RSA", 1024),
                pem("Ed25519", 255),
                Files.writeString(directory.resolve("text"), "secret"),
                Files.writeString(
                        directory.resolve("pkcs1"),
                        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n"));

        assertThat(wrong)
                .allSatisfy(
                        file -> assertThat(byKey(file).mistakes())
                                .singleElement()
                                .asString()
                                .startsWith(
                                        IDP
                                                + "private-key-file (web application): must be a private key in PEM (PKCS #8), of RSA"));
    }

    @Test
    void aListedProviderHasKeys_andAProviderThatHasKeysIsListed() {
        assertThat(discovered().server("tstoken.providers", "idp,other").mistakes())
                .containsExactly("tstoken.provider.other.client-id (not set): no key of this provider is set, though"
                        + " tstoken.providers has it");
        assertThat(discovered().server("tstoken.provider.ipd.scopes", "openid").mistakes())
                .containsExactly("tstoken.provider.ipd.scopes (web application): this provider is not in"
                        + " tstoken.providers, did you mean idp?");
        assertThat(discovered().without("tstoken.providers").mistakes())
                .singleElement()
                .asString()
                .endsWith("this provider is not in tstoken.providers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IDP", "-a", "_a", "a.b", "a b", "ä", "idp,,b", "../x"})
    void anIdHasLettersDigitsHyphensAndUnderscores(String ids) {
        assertThat(discovered().server("tstoken.providers", ids).mistakes())
                .singleElement()
                .asString()
                .startsWith("tstoken.providers (web application): ");
    }

    @Test
    void anIdIsThereOnce() {
        assertThat(discovered().server("tstoken.providers", "idp,idp").mistakes())
                .containsExactly("tstoken.providers (web application): has the same id twice");
        assertThat(discovered().server("tstoken.providers", "idp,a-b,a_b").mistakes())
                .contains("tstoken.providers (web application): has two ids that differ in a hyphen and an underscore"
                        + " only, which are the same in the environment");
    }

    @Test
    void oneClientHasOneName() {
        GivenConfig given = discovered()
                .server("tstoken.providers", "idp,again")
                .server("tstoken.provider.again.issuer", "https://idp.example.com")
                .server("tstoken.provider.again.client-id", "us")
                .server("tstoken.provider.again.client-secret", "secret-1");

        assertThat(given.mistakes())
                .containsExactly(
                        "tstoken.provider.again.client-id (web application): another provider of the list is the"
                                + " same client");
        assertThat(given.server("tstoken.provider.again.client-id", "us-2")
                        .config()
                        .providers())
                .extracting(ProviderConfig::id)
                .containsExactly("idp", "again");
    }

    @Test
    void aProviderCanBeInTheEnvironment() {
        GivenConfig given = GivenConfig.minimal()
                .server("tstoken.public-url", "https://app.example.com/ts-token")
                .environment("TSTOKEN_PROVIDERS", "my-idp")
                .environment("TSTOKEN_STORE_ENCRYPTION_KEYS", StoreSettingsTest.KEY)
                .environment("TSTOKEN_PROVIDER_MY_IDP_ISSUER", "https://idp.example.com")
                .environment("TSTOKEN_PROVIDER_MY_IDP_CLIENT_ID", "us")
                .environment("TSTOKEN_PROVIDER_MY_IDP_CLIENT_SECRET", "secret-1")
                .environment("TSTOKEN_PROVIDER_MY_IDP_METADATA_NAME", "Mine")
                .environment("TSTOKEN_PROVIDER_OTHER_ISSUER", "https://other.example.com");

        ConfigReading reading = given.reading();

        assertThat(reading.config().providers()).singleElement().satisfies(provider -> {
            assertThat(provider.id()).isEqualTo("my-idp");
            assertThat(provider.description().name()).isEqualTo("Mine");
        });
        assertThat(reading.warnings())
                .singleElement()
                .asString()
                .startsWith("environment variable TSTOKEN_PROVIDER_OTHER_ISSUER is unknown and ignored");
        assertThat(reading.summary())
                .contains(
                        "tstoken.provider.my-idp.client-secret=[redacted] (environment)",
                        "tstoken.store.encryption-keys=[redacted] (environment)");
    }

    @Test
    void aMisspelledKeyIsRecognized() {
        assertThat(discovered().server(IDP + "client-sectet", "x").mistakes())
                .containsExactly(
                        IDP + "client-sectet (web application): unknown key, did you mean " + IDP + "client-secret?");
    }

    @Test
    void peopleHaveToComeBackToAnAddress() {
        assertThat(discovered().without("tstoken.public-url").mistakes())
                .containsExactly("tstoken.public-url (not set): is required, because there are providers");
    }

    private GivenConfig byKey(Path file) {
        return discovered()
                .without(IDP + "client-secret")
                .server(IDP + "client-auth", "private_key_jwt")
                .server(IDP + "private-key-file", file.toString());
    }

    private Path pem(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return pem(algorithm + bits, generator.generateKeyPair().getPrivate().getEncoded());
    }

    private Path pem(String name, byte[] key) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return Files.writeString(
                directory.resolve(name), "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    }

    private static String secret(Optional<SecretSource> source) {
        return source.orElseThrow().current().reveal();
    }

    private static ProviderConfig provider(GivenConfig given) {
        return given.config().providers().get(0);
    }

    private static GivenConfig discovered() {
        return client().server(IDP + "issuer", "https://idp.example.com");
    }

    private static GivenConfig named() {
        return client().server(IDP + "authorization-endpoint", "https://idp.example.com/authorize")
                .server(IDP + "token-endpoint", "https://idp.example.com/token");
    }

    private static GivenConfig client() {
        return StoreSettingsTest.store()
                .server("tstoken.public-url", "https://app.example.com/ts-token")
                .server("tstoken.providers", "idp")
                .server(IDP + "client-id", "us")
                .server(IDP + "client-secret", "secret-1");
    }
}
