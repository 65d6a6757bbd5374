package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("[R32] Secrets")
class SecretSettingTest {
    private static final String KEY = "tstoken.thoughtspot.secret-key";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "s3cret\n", "s3cret\r\n"})
    void whenTheFileEndsInOneLineBreak_thenItIsDropped(String content) throws IOException {
        assertThat(fromFile(content)
                        .config()
                        .thoughtSpot()
                        .secretKeys()
                        .cluster()
                        .key()
                        .current()
                        .reveal())
                .isEqualTo("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\n\n", "s3cret \n", " s3cret", "s3 cret", "s3\tcret", "s3cret\r", "s3\u00a0cret"})
    void whenTheFileHasOtherWhiteSpace_thenThatIsAMistake(String content) throws IOException {
        assertThat(fromFile(content).mistakes())
                .singleElement()
                .asString()
                .startsWith(KEY + "-file (web application): has ")
                .doesNotContain("cret ", "s3");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "s3cret ", "s3 cret", "s3cret\n", "s3\u0000cret"})
    void whenTheValueItselfHasWhiteSpace_thenThatIsAMistake(String value) {
        assertThat(GivenConfig.with(KEY, value).mistakes())
                .singleElement()
                .asString()
                .startsWith(KEY + " (web application): has ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void whenTheFileIsEmpty_thenThatIsAMistake(String content) throws IOException {
        assertThat(fromFile(content).mistakes()).containsExactly(KEY + "-file (web application): the file is empty");
    }

    @Test
    void whenTheFileIsMissing_thenThatIsAMistake() {
        assertThat(GivenConfig.minimal()
                        .without(KEY)
                        .server(KEY + "-file", "/no/such/file")
                        .mistakes())
                .containsExactly(KEY + "-file (web application): the file does not exist or is not a regular file");
    }

    @Test
    void whenTheFileIsLargerThan64KiB_thenThatIsAMistake() throws IOException {
        assertThat(fromFile("x".repeat(64 * 1024)).mistakes()).isEmpty();
        assertThat(fromFile("x".repeat(64 * 1024 + 1)).mistakes())
                .containsExactly(KEY + "-file (web application): the file is larger than 64 KiB");
    }

    @Test
    void whenTheFileIsNoText_thenThatIsAMistake() throws IOException {
        Path file = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(GivenConfig.minimal()
                        .without(KEY)
                        .server(KEY + "-file", file.toString())
                        .mistakes())
                .containsExactly(KEY + "-file (web application): the file is not UTF-8 text");
    }

    @Test
    void whenValueAndFileAreSetInDifferentSources_thenThatIsAMistake() throws IOException {
        GivenConfig given = fromFile("s3cret").environment("TSTOKEN_THOUGHTSPOT_SECRET_KEY", "other");

        assertThat(given.mistakes())
                .containsExactly(KEY + "-file (web application): set together with " + KEY
                        + " (environment), only one of the two can be");
    }

    @Test
    void whenEverybodyMayReadTheFile_thenAWarningSaysSo() throws IOException {
        GivenConfig given = fromFile("s3cret");
        Path file = directory.resolve("secret");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(given.reading().warnings())
                .containsExactly(KEY + "-file (web application): everybody on this machine may read the file");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(given.reading().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b0cb26a0-351e-40b4-9e42-00fa2265d50c", "B0CB26A0-351E-40B4-9E42-00FA2265D50C"})
    void whenTheSecretIsTheSampleOfTheDocumentation_thenThatIsAMistake(String sample) {
        assertThat(GivenConfig.with(KEY, sample).mistakes())
                .containsExactly(
                        KEY + " (web application): is the sample of ThoughtSpot's documentation, not a secret");
    }

    @Test
    void everyKeyThatSoundsLikeASecretIsOneAndHasAFile() {
        assertThat(ConfigKeys.ALL)
                .filteredOn(key -> key.name().matches(".*(secret|password|key)[^.]*"))
                .filteredOn(key -> !key.name().matches(".*(-file|-dir)"))
                .hasSize(9)
                .allMatch(ConfigKey::isSecret)
                .allMatch(key ->
                        ConfigKeys.ALL.stream().anyMatch(twin -> twin.name().equals(key.name() + "-file")));
    }

    private GivenConfig fromFile(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return GivenConfig.minimal().without(KEY).server(KEY + "-file", file.toString());
    }
}
