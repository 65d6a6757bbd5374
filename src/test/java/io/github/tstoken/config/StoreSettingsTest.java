package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSettingsTest {
    static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER_KEY = "BBECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String STORE = "tstoken.store.";

    @TempDir
    Path directory;

    @Test
    void withoutProvidersThereIsNoStore() {
        ConfigReading reading = store().reading();

        assertThat(reading.config().store()).isEmpty();
        assertThat(reading.warnings())
                .containsExactly(
                        STORE + "encryption-keys (web application): has no effect, because tstoken.providers has none");
    }

    @Test
    void wherePeopleSignIn_thereIsAStoreWhenADatabaseIsNamed() {
        assertThat(OidcSettingsTest.complete().config().store()).isEmpty();
        assertThat(signingInWithDatabase()
                        .server(STORE + "encryption-keys", KEY)
                        .config()
                        .store())
                .isPresent();
        assertThat(signingInWithDatabase().mistakes())
                .singleElement()
                .asString()
                .contains("encryption-keys", "is required", "because there is a database for signing in");
    }

    private static GivenConfig signingInWithDatabase() {
        return OidcSettingsTest.complete().server(STORE + "datasource", "java:comp/env/jdbc/ts-token");
    }

    @Test
    void theDatabaseIsAFileWhereTheServerKeepsItsData() {
        assertThat(config(provider()).database())
                .isEqualTo(new StoreDatabase.Embedded(Path.of("/srv/server/ts-token")));
        assertThat(config(provider().server(STORE + "directory", "/var/lib/tokens"))
                        .database())
                .isEqualTo(new StoreDatabase.Embedded(Path.of("/var/lib/tokens")));
    }

    @Test
    void whenTheServerDoesNotSay_thenTheDirectoryIsRequired() {
        assertThat(provider().serverDirectory(Optional.empty()).mistakes())
                .containsExactly(STORE + "directory (not set): is required, because there are providers and this server"
                        + " does not say where its data are");
    }

    @Test
    void theDatabaseCanBeAPostgreSql() {
        GivenConfig given = provider()
                .server(STORE + "jdbc-url", "jdbc:postgresql://db.example.com/tokens?sslmode=verify-full")
                .server(STORE + "user", "tokens")
                .server(STORE + "password", "canary-pw");

        assertThat(config(given).database()).isInstanceOfSatisfying(StoreDatabase.PostgreSql.class, database -> {
            assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example.com/tokens?sslmode=verify-full");
            assertThat(database.user()).hasValue("tokens");
            assertThat(database.password().orElseThrow().reveal()).isEqualTo("canary-pw");
            assertThat(database.toString()).doesNotContain("canary-pw");
        });
    }

    @Test
    void theDatabaseCanBeOneOfTheServer() {
        assertThat(config(provider().server(STORE + "datasource", "java:comp/env/jdbc/ts-token"))
                        .database())
                .isEqualTo(new StoreDatabase.Container("java:comp/env/jdbc/ts-token"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/tokens",
                "jdbc:h2:mem:x",
                "postgresql://db/tokens",
                "jdbc:postgresql://db/tokens?user=u&password=pw",
                "jdbc:postgresql://db/tokens?PASSWORD=pw",
                "jdbc:postgresql://u:pw@db/tokens"
            })
    void whatIsNoPostgreSqlOrHasAPasswordIsAMistake(String url) {
        assertThat(provider().server(STORE + "jdbc-url", url).mistakes())
                .containsExactly(STORE
                        + "jdbc-url (web application): must be jdbc:postgresql: and what follows there, without a"
                        + " password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://evil.example/x", "rmi:x", "a b", "java:comp/env/${x}"})
    void aDataSourceIsOneOfThisServer(String name) {
        assertThat(provider().server(STORE + "datasource", name).mistakes())
                .singleElement()
                .asString()
                .startsWith(STORE + "datasource (web application): must be a name in JNDI");
    }

    @Test
    void thereIsOneDatabase() {
        assertThat(provider()
                        .server(STORE + "jdbc-url", "jdbc:postgresql:tokens")
                        .server(STORE + "directory", "/tmp/x")
                        .mistakes())
                .containsExactly(STORE + "directory (web application): set together with " + STORE
                        + "jdbc-url, only one database can be");
        assertThat(provider().server(STORE + "user", "u").mistakes())
                .containsExactly(STORE + "user (web application): is only for " + STORE + "jdbc-url, which is not set");
    }

    @Test
    void withoutAnEncryptionKeyNothingIsStored() {
        assertThat(provider().without(STORE + "encryption-keys").mistakes())
                .containsExactly(STORE + "encryption-keys (not set): is required, here or in the file that " + STORE
                        + "encryption-keys-file names, because there are providers; a line of openssl rand -base64 32"
                        + " is one");
    }

    @Test
    void keysAreLines() throws IOException {
        Path file = Files.writeString(directory.resolve("keys"), KEY + "\r\n" + OTHER_KEY + "\n");

        assertThat(config(provider()
                                .without(STORE + "encryption-keys")
                                .server(STORE + "encryption-keys-file", file.toString()))
                        .encryptionKeys())
                .hasSize(2);
        assertThat(config(provider().server(STORE + "encryption-keys", KEY + "," + OTHER_KEY))
                        .encryptionKeys())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ",", "AAECAwQFBgcICQoLDA0ODw==", KEY + " " + OTHER_KEY, KEY + "\n" + KEY, KEY + ",x"})
    void whatIsNoKeyIsAMistakeWithoutItsText(String keys) {
        assertThat(provider().server(STORE + "encryption-keys", keys).mistakes())
                .containsExactly(STORE + "encryption-keys (web application): must be base64 keys of 32 bytes (`openssl"
                        + " rand -base64 32`), one per line or with commas between them, each once");
    }

    private static StoreConfig config(GivenConfig given) {
        return given.config().store().orElseThrow();
    }

    private static GivenConfig provider() {
        return store().server("tstoken.public-url", "https://app.example.com/ts-token")
                .server("tstoken.providers", "idp")
                .server("tstoken.provider.idp.issuer", "https://idp.example.com")
                .server("tstoken.provider.idp.client-id", "us")
                .server("tstoken.provider.idp.client-secret", "secret-1");
    }

    static GivenConfig store() {
        return GivenConfig.with(STORE + "encryption-keys", KEY);
    }
}
