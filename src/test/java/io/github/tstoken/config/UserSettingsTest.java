package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserSettingsTest {
    private static final String MAP_FILE = "tstoken.user.map-file";
    private static final String REPLACEMENT = "tstoken.user.replacement";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"tstoken.user.pattern", "tstoken.user.allowed"})
    void aBrokenRegularExpressionIsReportedWithItsPosition(String key) {
        assertThat(GivenConfig.with(key, "abc(d").mistakes())
                .containsExactly(key + " (web application): is not a regular expression: the mistake is at position 6");
    }

    @ParameterizedTest
    @CsvSource({"(.*)@corp, $2", "(.*)@corp, $", "(?<n>.*)@corp, ${m}", "(?<n>.*)@corp, ${n"})
    void aReplacementThatNamesNoGroupOfThePatternIsAMistake(String pattern, String replacement) {
        assertThat(GivenConfig.with("tstoken.user.pattern", pattern)
                        .server(REPLACEMENT, replacement)
                        .mistakes())
                .containsExactly(
                        REPLACEMENT + " (web application): speaks of a group that tstoken.user.pattern does not have");
    }

    @ParameterizedTest
    @CsvSource({"(.*)@corp, $1", "(?<n>.*)@corp, ${n}", "'(?x) (.*) # all', x-$1", "a|(b), $1"})
    void aReplacementByGroupsOfThePatternIsFineAndWarnsOfMergedNames(String pattern, String replacement) {
        assertThat(GivenConfig.with("tstoken.user.pattern", pattern)
                        .server(REPLACEMENT, replacement)
                        .reading()
                        .warnings())
                .containsExactly(
                        REPLACEMENT + " (web application): different persons may become the same ThoughtSpot user");
    }

    @Test
    void aReplacementWithoutAPatternIsAMistake() {
        assertThat(GivenConfig.with(REPLACEMENT, "x").mistakes())
                .containsExactly(REPLACEMENT + " (web application): needs tstoken.user.pattern");
    }

    @Test
    void aCaseRuleWarnsOfMergedNames() {
        ConfigReading reading = GivenConfig.with("tstoken.user.case", "lower").reading();

        assertThat(reading.config().user().letterCase()).isEqualTo(UserConfig.LetterCase.LOWER);
        assertThat(reading.warnings())
                .singleElement()
                .asString()
                .startsWith("tstoken.user.case (web application): persons whose names differ in case only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value:demo", "role:staff"})
    void aNameThatIsTheSameForEverybodyIsAWarning(String expression) {
        assertThat(GivenConfig.with("tstoken.user.name", expression).reading().warnings())
                .containsExactly("tstoken.user.name (web application): everybody becomes the same ThoughtSpot user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"header:X-User", "session:", "claim", "Principal"})
    void anExpressionOfNoKnownKindIsAMistake(String expression) {
        assertThat(GivenConfig.with("tstoken.user.name", expression).mistakes())
                .singleElement()
                .asString()
                .startsWith("tstoken.user.name (web application): must be principal, session:<attribute>");
    }

    @Test
    void theDeniedUsersAreThoseThatAreListed() {
        assertThat(GivenConfig.with("tstoken.user.denied", "root, Service Account")
                        .config()
                        .user()
                        .denied())
                .containsExactlyInAnyOrder("root", "Service Account");
    }

    @Test
    void aMapFileIsReadAsUtf8() throws IOException {
        assertThat(mapFile("jos\u00e9=jose@example.com\nann\\ lee=ann\n")
                        .config()
                        .user()
                        .map())
                .hasValue(Map.of("jos\u00e9", "jose@example.com", "ann lee", "ann"));
    }

    @Test
    void namesThatAMapFileMergesAreAWarning() throws IOException {
        assertThat(mapFile("a=x\nb=y\nc=x\n").reading().warnings())
                .containsExactly(MAP_FILE + " (web application): several names become the same ThoughtSpot user: [x]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nobody\n", "a=\n", "=x\n", "a=x \n", "a=x\\u000ay\n", "a=x\na=y\n", "a=\\u12\n"})
    void aBadMapFileIsAMistake(String content) throws IOException {
        assertThat(mapFile(content).mistakes())
                .singleElement()
                .asString()
                .startsWith(MAP_FILE + " (web application): the file ");
    }

    @Test
    void aMissingMapFileIsAMistake() {
        assertThat(GivenConfig.with(MAP_FILE, "/no/such/file").mistakes())
                .containsExactly(MAP_FILE + " (web application): the file does not exist or is not a regular file");
    }

    private GivenConfig mapFile(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("users.properties"), content);
        return GivenConfig.with(MAP_FILE, file.toString());
    }
}
