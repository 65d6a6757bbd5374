package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSourcesTest {
    private static final String ATTRIBUTE = "tstoken.identity.session.attribute";

    @TempDir
    Path directory;

    @Test
    void whenASourceFallsAway_thenTheNextWeakerOneHolds() throws IOException {
        Path file = write("app.properties", "tstoken.thoughtspot.org=4\n");
        write("tstoken.thoughtspot.org", "5\n");
        GivenConfig given = GivenConfig.with("tstoken.thoughtspot.org", "3")
                .server("tstoken.config", file.toString())
                .server("tstoken.secrets-dir", directory.toString())
                .environment("TSTOKEN_THOUGHTSPOT_ORG", "2")
                .system("tstoken.thoughtspot.org", "1");

        assertThat(org(given)).isEqualTo(1);
        assertThat(org(given.system("tstoken.thoughtspot.org", ""))).isEqualTo(2);
        assertThat(org(given.environment("TSTOKEN_THOUGHTSPOT_ORG", ""))).isEqualTo(3);
        assertThat(org(given.without("tstoken.thoughtspot.org"))).isEqualTo(4);
        assertThat(org(given.without("tstoken.config"))).isEqualTo(5);
    }

    @Test
    void whenAValueLooksLikeAnExpression_thenItStaysAsItIs() {
        String literal = "${java.version}$$\\{x}${missing:default}";

        assertThat(sessionAttribute(given(literal))).isEqualTo(literal);
    }

    @Test
    void whenANameIsSpelledInTheEnvironmentLikeAKey_thenOnlyAWarningSaysSo() {
        ConfigReading reading = GivenConfig.minimal()
                .environment("tstoken.thoughtspot.org", "7")
                .environment("TSTOKEN_SERVICE_PORT", "80")
                .reading();

        assertThat(reading.config().thoughtSpot().org()).isEmpty();
        assertThat(reading.warnings())
                .hasSize(2)
                .anyMatch(warning -> warning.startsWith("environment variable TSTOKEN_SERVICE_PORT is unknown"))
                .contains(
                        "environment variable tstoken.thoughtspot.org is unknown and ignored, did you mean TSTOKEN_THOUGHTSPOT_ORG?");
    }

    @Test
    void whenAFamilyIsInTheEnvironment_thenOnlyAWarningSaysSo() {
        ConfigReading reading = GivenConfig.minimal()
                .environment("TSTOKEN_REDIRECT_TARGETS_SALES", "app")
                .reading();

        assertThat(reading.config().redirect().targets()).isEmpty();
        assertThat(reading.warnings()).hasSize(1);
    }

    @Test
    void everyKeyHasItsOwnNameInTheEnvironment() {
        assertThat(ConfigKeys.ALL).extracting(ConfigKey::environmentName).doesNotHaveDuplicates();
        assertThat(ConfigKeys.ALL)
                .extracting(ConfigKey::environmentName)
                .contains("TSTOKEN_THOUGHTSPOT_SECRET_KEY_FILE");
    }

    @Test
    void whenTheFileHasLettersBeyondAscii_thenTheyAreReadAsUtf8() throws IOException {
        Path file = write("app.properties", "tstoken.roles=Vertrieb Süd\ntstoken.redirect.targets.sales=app\n");

        ServiceConfig config =
                GivenConfig.with("tstoken.config", file.toString()).config();

        assertThat(config.identity().roles()).containsExactly("Vertrieb Süd");
        assertThat(config.redirect().targets()).containsEntry("sales", "app");
    }

    @Test
    void whenTheNamedFileIsMissing_thenThatIsAMistake() {
        assertThat(GivenConfig.minimal()
                        .environment("TSTOKEN_CONFIG", "/no/such/file")
                        .mistakes())
                .containsExactly("tstoken.config (environment): the file does not exist or is not a regular file");
    }

    @Test
    void whenTheFileHasAKeyTwice_thenThatIsAMistake() throws IOException {
        Path file = write("app.properties", "tstoken.roles=a\ntstoken.roles=b\n");

        assertThat(GivenConfig.with("tstoken.config", file.toString()).mistakes())
                .singleElement()
                .asString()
                .startsWith("tstoken.config (web application): the file is not a properties file with unique names");
    }

    @Test
    void whenTheFileNamesAnotherFile_thenThatIsAMistake() throws IOException {
        Path file = write("app.properties", "tstoken.config=/etc/other.properties\n");

        assertThat(GivenConfig.with("tstoken.config", file.toString()).mistakes())
                .containsExactly("tstoken.config (file " + file + "): cannot be set here, only in a stronger source");
    }

    @Test
    void whenTheNamedDirectoryIsMissing_thenThatIsAMistake() {
        assertThat(GivenConfig.with("tstoken.secrets-dir", "/no/such/directory").mistakes())
                .containsExactly(
                        "tstoken.secrets-dir (web application): the directory does not exist or cannot be read");
    }

    @Test
    void whenTheUsualDirectoryExists_thenItsFilesAreValues() throws IOException {
        write("tstoken.thoughtspot.secret-key", "from-directory\r\n");
        write("database-password", "none of ours");
        GivenConfig given =
                GivenConfig.minimal().without("tstoken.thoughtspot.secret-key").usualSecretsDirectory(directory);

        assertThat(given.config()
                        .thoughtSpot()
                        .secretKeys()
                        .cluster()
                        .key()
                        .current()
                        .reveal())
                .isEqualTo("from-directory");
    }

    @Test
    void whenAFileOfTheDirectoryIsUnknown_thenThatIsAMistake() throws IOException {
        write("tstoken.thoughtspot.secretkey", "value");

        assertThat(GivenConfig.minimal().usualSecretsDirectory(directory).mistakes())
                .containsExactly("tstoken.thoughtspot.secretkey (directory " + directory
                        + "): unknown key, did you mean tstoken.thoughtspot.secret-key?");
    }

    @Test
    void whenAnEntryOfTheDirectoryIsNoFile_thenThatIsAMistake() throws IOException {
        Files.createDirectory(directory.resolve("tstoken.roles"));

        assertThat(GivenConfig.minimal().usualSecretsDirectory(directory).mistakes())
                .containsExactly("tstoken.roles (directory " + directory
                        + "): the file does not exist or is not a regular file");
    }

    @Test
    void whenAMemberOfAFamilyIsMistyped_thenTheFamilyIsSuggested() {
        assertThat(GivenConfig.with("tstoken.redirect.target.sales", "app").mistakes())
                .containsExactly("tstoken.redirect.target.sales (web application): unknown key, did you mean"
                        + " tstoken.redirect.targets.sales?");
    }

    @Test
    void whenTheThreadHasNoClassLoader_thenReadingWorksAllTheSame() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            assertThat(sessionAttribute(given("user"))).isEqualTo("user");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void theRunningProcessGivesItsSystemProperties() {
        Properties before = System.getProperties();
        System.setProperties(new Properties(before));
        try {
            System.setProperty(ATTRIBUTE, "user");
            assertThat(ConfigInputs.ofThisProcess(List.of()).systemProperties()).containsEntry(ATTRIBUTE, "user");
        } finally {
            System.setProperties(before);
        }
    }

    private static GivenConfig given(String sessionAttribute) {
        return GivenConfig.with("tstoken.identity.sources", "session").server(ATTRIBUTE, sessionAttribute);
    }

    private static String sessionAttribute(GivenConfig given) {
        return given.config().identity().sessionAttribute().orElseThrow();
    }

    private static int org(GivenConfig given) {
        return given.config().thoughtSpot().org().orElseThrow();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
