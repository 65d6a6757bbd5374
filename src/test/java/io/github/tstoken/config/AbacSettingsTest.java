package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.AbacConfig.PersistOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbacSettingsTest {
    private static final String VARIABLES = "tstoken.abac.variables.";

    @Test
    void variablesAreReadByTheirNamesQuotedOrNot() {
        AbacConfig abac = custom().server(VARIABLES + "region", "session:region")
                .server(VARIABLES + "\"Sales Team\"", "claim:team")
                .server("tstoken.abac.optional", "Sales Team")
                .config()
                .abac()
                .orElseThrow();

        assertThat(abac)
                .hasToString("AbacConfig[persist=REPLACE, variables={Sales Team=AttributeExpression[source=CLAIM,"
                        + " name=team], region=AttributeExpression[source=SESSION, name=region]},"
                        + " optional=[Sales Team]]");
    }

    @Test
    void whatTheVariablesNameIsAskedFor() {
        IdentityConfig identity = custom().server(VARIABLES + "region", "session:region")
                .server(VARIABLES + "boss", "role:boss")
                .config()
                .identity();

        assertThat(identity.expressionAttributes()).containsExactly("region");
        assertThat(identity.roles()).containsExactly("boss");
    }

    @Test
    void appendingIsPossibleAndWarnsOfWhatStays() {
        ConfigReading reading = custom().server(VARIABLES + "region", "session:region")
                .server("tstoken.abac.persist", "APPEND")
                .reading();

        assertThat(reading.config().abac().orElseThrow().persist()).isEqualTo(PersistOption.APPEND);
        assertThat(reading.warnings())
                .containsExactly("tstoken.abac.persist (web application): what a person had once they keep, also when"
                        + " they lose the attribute");
    }

    @Test
    void customTokensWithoutVariablesAreAMistake() {
        assertThat(custom().mistakes())
                .containsExactly("tstoken.abac.variables.<name> (not set): is required at least once with"
                        + " tstoken.token.kind=custom");
    }

    @ParameterizedTest
    @CsvSource({
        "tstoken.abac.variables.region, session:region",
        "tstoken.abac.persist, APPEND",
        "tstoken.abac.optional, region"
    })
    void variablesWithTokensOfAnotherKindAreAMistake(String key, String value) {
        assertThat(GivenConfig.with(key, value).mistakes())
                .containsExactly(key + " (web application): is used only with tstoken.token.kind=custom");
    }

    @Test
    void anOptionalVariableThatIsNoneIsAMistake() {
        assertThat(custom().server(VARIABLES + "region", "session:region")
                        .server("tstoken.abac.optional", "regoin")
                        .mistakes())
                .containsExactly("tstoken.abac.optional (web application): has a name for which there is no"
                        + " tstoken.abac.variables.<name>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "\"", "\"\"", "\" \"", "\"a", "a\"b"})
    void aMalformedNameIsAMistake(String name) {
        assertThat(custom().server(VARIABLES + name, "principal").mistakes())
                .containsExactly(VARIABLES + name
                        + " (web application): the name must be there, in double quotes when it has spaces");
    }

    @Test
    void oneNameInTwoSpellingsIsAMistake() {
        assertThat(custom().server(VARIABLES + "region", "session:a")
                        .server(VARIABLES + "\"region\"", "session:b")
                        .mistakes())
                .containsExactly(
                        VARIABLES + "region (web application): the name is there twice, with and without quotes");
    }

    @Test
    void customTokensNeedRestV2() {
        assertThat(custom().server(VARIABLES + "region", "session:region")
                        .server("tstoken.thoughtspot.api", "v1")
                        .mistakes())
                .containsExactly("tstoken.token.kind (web application): must be full with tstoken.thoughtspot.api=v1,"
                        + " which has no custom tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed", "required"})
    void customTokensOfOneObjectAreAMistake(String word) {
        assertThat(custom().server(VARIABLES + "region", "session:region")
                        .server("tstoken.token.object", word)
                        .mistakes())
                .containsExactly("tstoken.token.object (web application): must be off with tstoken.token.kind=custom:"
                        + " a token of one object sets no variables");
    }

    private static GivenConfig custom() {
        return GivenConfig.with("tstoken.token.kind", "custom");
    }
}
