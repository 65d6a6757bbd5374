package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JitSettingsTest {
    private static final String MODE = "tstoken.jit.groups";

    @Test
    void nobodyIsMadeUnlessSomebodySaysSo() {
        assertThat(GivenConfig.minimal().config().jit()).isEmpty();
    }

    @Test
    void whoIsMadeHasAnAddressAndAName() {
        assertThat(enabled().config().jit().orElseThrow())
                .hasToString("JitConfig[email=AttributeExpression[source=CLAIM, name=email],"
                        + " displayName=AttributeExpression[source=SESSION, name=fullName], groups=Optional.empty]");
        assertThat(enabled().config().identity().expressionAttributes()).containsExactly("fullName");
    }

    @Test
    void addressAndNameAreRequired() {
        assertThat(GivenConfig.with("tstoken.jit.enabled", "true").mistakes())
                .containsExactly(
                        "tstoken.user.email (not set): is required with tstoken.jit.enabled=true",
                        "tstoken.user.display-name (not set): is required with tstoken.jit.enabled=true");
    }

    @Test
    void groupsAreReplacedByThoseOfTheRoles() {
        ServiceConfig config = enabled()
                .server(MODE, "replace")
                .server("tstoken.groups.\"Sales Team\"", "sales, boss")
                .server("tstoken.groups.finance", "finance")
                .config();

        assertThat(config.jit().orElseThrow().groups().orElseThrow()).containsOnlyKeys("Sales Team", "finance");
        assertThat(config.jit().orElseThrow().groups().orElseThrow().get("Sales Team"))
                .containsExactlyInAnyOrder("sales", "boss");
        assertThat(config.identity().roles()).containsExactlyInAnyOrder("sales", "boss", "finance");
    }

    @Test
    void replacingByNothingIsAMistake() {
        assertThat(enabled().server(MODE, "replace").mistakes())
                .containsExactly(MODE + " (web application): replace needs at least one tstoken.groups.<group>:"
                        + " it would take all groups away");
    }

    @Test
    void replacingWithoutMakingUsersIsAMistake() {
        assertThat(GivenConfig.with(MODE, "replace")
                        .server("tstoken.groups.finance", "finance")
                        .mistakes())
                .containsExactly(MODE + " (web application): replace needs tstoken.jit.enabled=true: ThoughtSpot"
                        + " ignores groups otherwise");
    }

    @Test
    void replacingWithRestV1IsAMistake() {
        assertThat(enabled()
                        .server(MODE, "replace")
                        .server("tstoken.groups.finance", "finance")
                        .server("tstoken.thoughtspot.api", "v1")
                        .mistakes())
                .containsExactly(MODE + " (web application): must be keep with tstoken.thoughtspot.api=v1, which adds"
                        + " groups and takes none");
    }

    @Test
    void replacingWithCustomTokensWarnsThatItIsForNewUsersOnly() {
        assertThat(enabled()
                        .server(MODE, "replace")
                        .server("tstoken.groups.finance", "finance")
                        .server("tstoken.token.kind", "custom")
                        .server("tstoken.abac.variables.region", "claim:region")
                        .reading()
                        .warnings())
                .containsExactly(MODE + " (web application): with tstoken.token.kind=custom ThoughtSpot sets groups of"
                        + " new users only");
    }

    @Test
    void groupsThatAreNotReplacedAreAWarning() {
        assertThat(enabled()
                        .server("tstoken.groups.finance", "finance")
                        .reading()
                        .warnings())
                .containsExactly("tstoken.groups.finance (web application): has no effect without"
                        + " tstoken.jit.groups=replace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tstoken.user.email", "tstoken.user.display-name"})
    void whatIsOnlyForNewUsersIsAWarningWhenNobodyIsMade(String key) {
        assertThat(GivenConfig.with(key, "principal").reading().warnings())
                .containsExactly(key + " (web application): has no effect without tstoken.jit.enabled=true");
    }

    private static GivenConfig enabled() {
        return GivenConfig.with("tstoken.jit.enabled", "true")
                .server("tstoken.user.email", "claim:email")
                .server("tstoken.user.display-name", "session:fullName");
    }
}
