package io.github.tstoken.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tstoken.config.AbacConfig;
import io.github.tstoken.config.AbacConfig.PersistOption;
import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.thoughtspot.VariableValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableRuleTest {
    private static final Map<String, String> REGION = Map.of("region", "session:region");

    @Test
    void whenTheSignInHasValues_thenTheVariablesGetThemAll() {
        Caller bob = TestUsers.withSession("bob", Map.of("region", List.of("West", "East"), "other", List.of("x")));

        assertThat(rule(Map.of("region", "session:region", "who", "principal", "rank", "role:boss"))
                        .decide(bob))
                .isEqualTo(values(
                        Map.of("region", List.of("East", "West"), "who", List.of("bob"), "rank", List.of("false"))));
    }

    @Test
    void whenARequiredVariableHasNoValue_thenNothingIsGivenAndTheKeyIsNamed() {
        assertRefused(rule(REGION), TestUsers.caller("bob"), "tstoken.abac.variables.region has no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u2003"})
    void whenTheOnlyValueIsBlank_thenItIsNone(String blank) {
        assertRefused(rule(REGION), withRegions(blank), "tstoken.abac.variables.region has no value");
        assertThat(rule(REGION).decide(withRegions(blank, "West")))
                .isEqualTo(values(Map.of("region", List.of("West"))));
    }

    @Test
    void whenAnOptionalVariableHasNoValue_thenItIsLeftOut() {
        VariableRule rule = rule(Map.of("region", "session:region", "team", "session:team"), "team");

        assertThat(rule.decide(withRegions("West"))).isEqualTo(values(Map.of("region", List.of("West"))));
    }

    @Test
    @DisplayName("[R16] without any value the user would keep what an earlier token gave")
    void whenNoVariableHasAValue_thenNothingIsGivenThoughAllAreOptional() {
        assertRefused(rule(REGION, "region"), TestUsers.caller("bob"), "no variable has a value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TS_WILDCARD_ALL", "TS_WILDCARD_NONE", "ts_wildcard_all", " TS_WILDCARD_ALL", "[TS_WILDCARD_ALL]"
            })
    @DisplayName("[R16] what opens everything is never taken from the sign-in")
    void whenTheSignInHasAWildcard_thenNothingIsGiven(String wildcard) {
        String reason = "tstoken.abac.variables.region gives a wildcard";
        assertRefused(rule(REGION), withRegions("West", wildcard), reason);
        assertRefused(rule(REGION, "region"), withRegions(wildcard), reason);
        assertRefused(rule(Map.of("region", "principal")), TestUsers.caller(wildcard), reason);
    }

    @Test
    void whenTheConfigurationHasAWildcard_thenItIsGiven() {
        assertThat(rule(Map.of("region", "value:TS_WILDCARD_ALL")).decide(TestUsers.caller("bob")))
                .isEqualTo(values(Map.of("region", List.of("TS_WILDCARD_ALL"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"West\u0000", "We\nst", "West\u2028", "\ud800"})
    void whenAValueCannotBeSent_thenNothingIsGiven(String value) {
        String reason = "tstoken.abac.variables.region gives a value that cannot be sent";
        assertRefused(rule(REGION, "region"), withRegions("East", value), reason);
    }

    @Test
    void whenAValueIsLong_thenItIsGivenUpToItsLimit() {
        String longest = "x".repeat(SentValues.MAX_LENGTH);
        assertThat(rule(REGION).decide(withRegions(longest)).byName()).containsValue(List.of(longest));
        assertRefused(
                rule(REGION),
                withRegions(longest + "x"),
                "tstoken.abac.variables.region gives a value that cannot be sent");
    }

    @Test
    @DisplayName("[R16] every value comes from the attribute that is configured for it")
    void whateverTheSignIn_thenEachVariableHasExactlyItsAttributesValues() {
        Random random = new Random(20261122);
        VariableRule rule = rule(Map.of("a", "session:a", "b", "session:b", "c", "session:c"), "b", "c");
        for (int run = 0; run < 5_000; run++) {
            Map<String, List<String>> session = new TreeMap<>();
            for (String name : List.of("a", "b", "c", "d")) {
                session.put(
                        name,
                        random.ints(random.nextInt(3), 0, 4)
                                .mapToObj(n -> "v" + n)
                                .toList());
            }
            Optional<VariableValues> given = given(rule, TestUsers.withSession("bob", session));
            assertThat(given.isPresent()).isEqualTo(!session.get("a").isEmpty());
            given.ifPresent(values -> {
                session.remove("d");
                session.values().removeIf(List::isEmpty);
                assertThat(values).isEqualTo(values(session));
            });
        }
    }

    private static Optional<VariableValues> given(VariableRule rule, Caller caller) {
        try {
            return Optional.of(rule.decide(caller));
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    private static void assertRefused(VariableRule rule, Caller caller, String reason) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> rule.decide(caller));
        assertThat(refused.decision()).isEqualTo(new Decision.Refused(Refusal.MISSING_ATTRIBUTE, Optional.of(reason)));
    }

    private static Caller withRegions(String... regions) {
        return TestUsers.withSession("bob", Map.of("region", List.of(regions)));
    }

    private static VariableValues values(Map<String, List<String>> byName) {
        return new VariableValues(PersistOption.REPLACE, byName);
    }

    private static VariableRule rule(Map<String, String> variables, String... optional) {
        Map<String, AttributeExpression> expressions = variables.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        variable ->
                                AttributeExpression.parse(variable.getValue()).orElseThrow()));
        return new VariableRule(new AbacConfig(PersistOption.REPLACE, expressions, Set.of(optional)));
    }
}
