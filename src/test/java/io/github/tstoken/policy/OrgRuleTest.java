package io.github.tstoken.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.config.OrgConfig;
import io.github.tstoken.identity.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrgRuleTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final OptionalInt EVERYBODYS = OptionalInt.of(7);
    private static final Caller BOB = TestUsers.caller("bob");

    @Test
    void whenThePersonHasAnOrg_thenItIsThatAndNotEverybodys() {
        assertThat(rule("session:org").decide(withOrgs("3"), NONE)).hasValue(3);
    }

    @Test
    void whenThePersonHasNone_thenItIsEverybodysOrThoughtSpotsChoice() {
        assertThat(rule("session:org").decide(BOB, NONE)).hasValue(7);
        assertThat(new OrgRule(NONE, config(Optional.of("session:org"))).decide(BOB, NONE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Sales", "-1", "1.0", "01", "+1", "\u0661", "2147483648", "99999999999999999999"})
    @DisplayName("[R16] what is no Org never falls back to everybody's")
    void whenThePersonsOrgIsNone_thenTheyAreRefused(String value) {
        assertMissing(withOrgs(value));
    }

    @Test
    void whenThePersonHasSeveralOrgs_thenNoneIsChosenForThem() {
        assertMissing(withOrgs("3", "4"));
    }

    @Test
    @DisplayName("[R16] the browser gets an Org that is allowed, and no other")
    void whenAnOrgIsAskedFor_thenItMustBeOneOfTheAllowed() {
        OrgRule rule = rule("session:org", "value:1", "session:more");
        Caller caller =
                TestUsers.withSession("bob", Map.of("org", List.of("3"), "more", List.of("4", "5", "Sales", "-6")));

        for (int org : new int[] {1, 3, 4, 5}) {
            assertThat(rule.decide(caller, OptionalInt.of(org))).hasValue(org);
        }
        for (int org : new int[] {0, 2, 6, 7}) {
            assertNotAllowed(rule, caller, org);
        }
    }

    @Test
    void whenSomebodyElseMayHaveAnOrg_thenThisPersonMayNot() {
        OrgRule rule = rule("session:org", "session:more");
        assertThat(rule.decide(TestUsers.withSession("eve", Map.of("more", List.of("4"))), OptionalInt.of(4)))
                .hasValue(4);
        assertNotAllowed(rule, BOB, 4);
    }

    @Test
    void whenNothingIsAllowed_thenOnlyTheUsualOrgCanBeAskedFor() {
        OrgRule rule = new OrgRule(EVERYBODYS, config(Optional.empty()));
        assertThat(rule.decide(BOB, EVERYBODYS)).isEqualTo(EVERYBODYS);
        assertNotAllowed(rule, BOB, 0);
    }

    @Test
    @DisplayName("[R16] whatever is asked, the Org is the usual or an allowed one")
    void whateverIsAsked_thenTheOrgIsOneThatTheConfigurationGives() {
        Random random = new Random(20261122);
        for (int run = 0; run < 5_000; run++) {
            List<String> allowed = random.ints(random.nextInt(3), 0, 5)
                    .mapToObj(Integer::toString)
                    .toList();
            Caller caller = TestUsers.withSession("bob", Map.of("more", allowed));
            int asked = random.nextInt(9);
            boolean fine = asked == 7 || allowed.contains(Integer.toString(asked));
            if (fine) {
                assertThat(rule("session:org", "session:more").decide(caller, OptionalInt.of(asked)))
                        .hasValue(asked);
            } else {
                assertNotAllowed(rule("session:org", "session:more"), caller, asked);
            }
        }
    }

    private static void assertMissing(Caller caller) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> rule("session:org").decide(caller, NONE));
        assertThat(refused.decision())
                .isEqualTo(new Decision.Refused(
                        Refusal.MISSING_ATTRIBUTE, Optional.of("tstoken.user.org gives no id of one Org")));
    }

    private static void assertNotAllowed(OrgRule rule, Caller caller, int org) {
        assertThatThrownBy(() -> rule.decide(caller, OptionalInt.of(org)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("NOT_ALLOWED");
    }

    private static Caller withOrgs(String... orgs) {
        return TestUsers.withSession("bob", Map.of("org", List.of(orgs)));
    }

    private static OrgRule rule(String own, String... allowed) {
        return new OrgRule(EVERYBODYS, config(Optional.of(own), allowed));
    }

    private static OrgConfig config(Optional<String> own, String... allowed) {
        return new OrgConfig(
                own.flatMap(AttributeExpression::parse),
                Stream.of(allowed)
                        .flatMap(text -> AttributeExpression.parse(text).stream())
                        .toList());
    }
}
