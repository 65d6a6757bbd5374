package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeySettingsTest {
    private static final String OF_ORG_3 = "tstoken.thoughtspot.orgs.3.secret-key";

    @TempDir
    Path directory;

    @Test
    void anOrgsKeyIsUsedForThatOrgAlone() {
        SecretKeys keys =
                GivenConfig.with(OF_ORG_3, "key-of-3").config().thoughtSpot().secretKeys();

        assertThat(keyOf(keys, OptionalInt.of(3))).isEqualTo("key-of-3");
        assertThat(keyOf(keys, OptionalInt.of(4))).isEqualTo(GivenConfig.KEY);
        assertThat(keyOf(keys, OptionalInt.empty())).isEqualTo(GivenConfig.KEY);
        assertThat(keys.toString()).doesNotContain("key-of-3", GivenConfig.KEY);
    }

    @Test
    void anOrgsKeyCanBeInAFileOrInTheDirectoryOfSecrets() throws IOException {
        Path file = Files.writeString(directory.resolve("key-of-4"), "key-of-4\n");
        Files.writeString(directory.resolve(OF_ORG_3), "key-of-3");
        SecretKeys keys = GivenConfig.with("tstoken.thoughtspot.orgs.4.secret-key-file", file.toString())
                .usualSecretsDirectory(directory)
                .config()
                .thoughtSpot()
                .secretKeys();

        assertThat(keyOf(keys, OptionalInt.of(3))).isEqualTo("key-of-3");
        assertThat(keyOf(keys, OptionalInt.of(4))).isEqualTo("key-of-4");
    }

    @Test
    void anOrgsKeyIsRedacted() {
        assertThat(GivenConfig.with(OF_ORG_3, "key-of-3").reading().summary())
                .contains(OF_ORG_3 + "=[redacted] (web application)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sales", "-1", "03", "2147483648", "3.4"})
    void aKeyOfWhatIsNoOrgIsAMistake(String org) {
        String key = "tstoken.thoughtspot.orgs." + org + ".secret-key";
        assertThat(GivenConfig.with(key, "key-of-3").mistakes())
                .containsExactly(key + " (web application): the Org must be a whole number from 0 to 2147483647");
    }

    @Test
    void anOrgsKeyHasTheRulesOfEverySecret() {
        assertThat(GivenConfig.with(OF_ORG_3, "two words").mistakes())
                .containsExactly(OF_ORG_3 + " (web application): has white space, which is never part of a secret");
        assertThat(GivenConfig.with(OF_ORG_3, "key-of-3")
                        .server(OF_ORG_3 + "-file", "/no/such/file")
                        .mistakes())
                .singleElement()
                .asString()
                .contains("only one of the two can be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tstoken.thoughtspot.orgs.3.secretkey", "tstoken.thoughtspot.org.3.secret-key"})
    void aMisspelledKeyOfAnOrgIsRecognized(String key) {
        assertThat(GivenConfig.with(key, "x").mistakes())
                .containsExactly(key + " (web application): unknown key, did you mean " + OF_ORG_3 + "?");
    }

    @Test
    void theKeyOfTheClusterIsRequiredAllTheSame() {
        assertThat(GivenConfig.with(OF_ORG_3, "key-of-3")
                        .without("tstoken.thoughtspot.secret-key")
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("tstoken.thoughtspot.secret-key (not set): is required");
    }

    private static String keyOf(SecretKeys keys, OptionalInt org) {
        return keys.of(org).key().current().reveal();
    }
}
