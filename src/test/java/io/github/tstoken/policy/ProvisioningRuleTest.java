package io.github.tstoken.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.config.JitConfig;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.thoughtspot.Provisioning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProvisioningRuleTest {
    private static final Map<String, List<String>> SIGN_IN =
            Map.of("mail", List.of("bob@example.com"), "name", List.of("Bob Smith"));
    private static final Map<String, Set<String>> GROUPS =
            Map.of("Sales Team", Set.of("sales", "boss"), "Finance", Set.of("finance"), "All Hands", Set.of("staff"));

    @Test
    void whenTheSignInHasNameAndAddress_thenTheyAreGivenAndGroupsStay() {
        assertThat(rule(Optional.empty()).decide(caller(SIGN_IN)))
                .isEqualTo(new Provisioning("Bob Smith", "bob@example.com", Optional.empty()));
    }

    @Test
    void whenGroupsAreReplaced_thenTheyAreThoseOfTheRoles() {
        assertThat(rule(Optional.of(GROUPS)).decide(caller(SIGN_IN, "boss", "finance", "clerk")))
                .isEqualTo(
                        new Provisioning("Bob Smith", "bob@example.com", Optional.of(Set.of("Sales Team", "Finance"))));
    }

    @Test
    void whenNoRoleGivesAGroup_thenThePersonIsInNone() {
        assertThat(rule(Optional.of(GROUPS)).decide(caller(SIGN_IN, "clerk")).groups())
                .contains(Set.of());
    }

    @Test
    void whenTheAddressOrTheNameIsMissing_thenNothingIsGiven() {
        assertRefused(Map.of("name", List.of("Bob Smith")), "tstoken.user.email has no value");
        assertRefused(
                Map.of("name", List.of(""), "mail", List.of("bob@example.com")),
                "tstoken.user.display-name has no value");
    }

    @Test
    void whenThereAreSeveral_thenNoneIsChosen() {
        assertRefused(
                Map.of("name", List.of("Bob"), "mail", List.of("a@example.com", "b@example.com")),
                "tstoken.user.email has several values");
    }

    @Test
    void whenTheNameCannotBeSent_thenNothingIsGiven() {
        assertRefused(
                Map.of("name", List.of("Bob\nAlice"), "mail", List.of("a@example.com")),
                "tstoken.user.display-name gives a value that cannot be sent");
    }

    @Test
    @DisplayName("[R16] whatever the roles, no group is given that is not configured for one of them")
    void whateverTheRoles_thenGroupsAreExactlyThoseOfTheMap() {
        Random random = new Random(20261122);
        List<String> names = List.of("sales", "boss", "finance", "staff", "Sales Team", "Finance", "clerk");
        for (int run = 0; run < 2_000; run++) {
            Set<String> roles = new TreeSet<>();
            names.stream().filter(role -> random.nextBoolean()).forEach(roles::add);
            Set<String> expected = new TreeSet<>();
            if (roles.contains("sales") || roles.contains("boss")) {
                expected.add("Sales Team");
            }
            if (roles.contains("finance")) {
                expected.add("Finance");
            }
            if (roles.contains("staff")) {
                expected.add("All Hands");
            }
            assertThat(rule(Optional.of(GROUPS)).groups(caller(SIGN_IN, roles.toArray(String[]::new))))
                    .contains(expected);
        }
    }

    private static void assertRefused(Map<String, List<String>> signIn, String reason) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> rule(Optional.of(GROUPS)).decide(caller(signIn)));
        assertThat(refused.decision()).isEqualTo(new Decision.Refused(Refusal.MISSING_ATTRIBUTE, Optional.of(reason)));
    }

    private static Caller caller(Map<String, List<String>> claims, String... roles) {
        return new Caller("bob", "jwt", Set.of(roles), claims, Map.of());
    }

    private static ProvisioningRule rule(Optional<Map<String, Set<String>>> groups) {
        return new ProvisioningRule(new JitConfig(
                AttributeExpression.parse("claim:mail").orElseThrow(),
                AttributeExpression.parse("claim:name").orElseThrow(),
                groups));
    }
}
