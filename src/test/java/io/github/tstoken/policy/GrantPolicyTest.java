package io.github.tstoken.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.AbacConfig;
import io.github.tstoken.config.AbacConfig.PersistOption;
import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.config.JitConfig;
import io.github.tstoken.config.OrgConfig;
import io.github.tstoken.config.TokenConfig;
import io.github.tstoken.config.TokenConfig.AuthType;
import io.github.tstoken.config.TokenConfig.Kind;
import io.github.tstoken.config.TokenConfig.ObjectTokens;
import io.github.tstoken.config.UserConfig;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.policy.Wanted.Purpose;
import io.github.tstoken.thoughtspot.Guid;
import io.github.tstoken.thoughtspot.Provisioning;
import io.github.tstoken.thoughtspot.TokenRequest;
import io.github.tstoken.thoughtspot.VariableValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantPolicyTest {
    private static final Duration VALIDITY = Duration.ofMinutes(30);
    private static final Duration REDIRECT_VALIDITY = Duration.ofSeconds(60);
    private static final Optional<Guid> LIVEBOARD = Guid.parse("9bd202f5-d431-44bf-9a07-b4f7be372125");
    private static final Optional<Guid> NO_OBJECT = Optional.empty();
    private static final OptionalInt NO_ORG = OptionalInt.empty();
    private static final Caller BOB = TestUsers.caller("bob");

    @Test
    void whenNothingIsAskedFor_thenTheConfiguredTokenIsGranted() {
        assertThat(policy(ObjectTokens.OFF, OptionalInt.of(7)).decide(BOB, sdk(NO_OBJECT)))
                .isEqualTo(granted(OptionalInt.of(7), NO_OBJECT, VALIDITY));
    }

    @Test
    void whenARedirectIsWanted_thenTheTokenLivesAsLongAsARedirectsDoes() {
        assertThat(policy(ObjectTokens.OFF, NO_ORG).decide(BOB, redirect(NO_OBJECT)))
                .isEqualTo(granted(NO_ORG, NO_OBJECT, REDIRECT_VALIDITY));
    }

    @Test
    void whenThePersonHasNoUser_thenTheRefusalIsTheMappers() {
        GrantPolicy policy = policy(ObjectTokens.OFF, NO_ORG);
        assertThat(policy.decide(TestUsers.caller(""), sdk(NO_OBJECT))).isEqualTo(refused(Refusal.UNMAPPABLE_USER));
        assertThat(policy.decide(TestUsers.caller("tsadmin"), sdk(NO_OBJECT)))
                .isEqualTo(refused(Refusal.FORBIDDEN_USER));
    }

    @Test
    @DisplayName("[R15] an object is refused to the SDK where there are no object tokens")
    void whenObjectTokensAreOff_thenAnObjectIsNotAllowed() {
        assertThat(policy(ObjectTokens.OFF, NO_ORG).decide(BOB, sdk(LIVEBOARD)))
                .isEqualTo(refused(Refusal.NOT_ALLOWED));
    }

    @Test
    void whenObjectTokensAreOff_thenARedirectsTokenIsForNoObject() {
        assertThat(policy(ObjectTokens.OFF, NO_ORG).decide(BOB, redirect(LIVEBOARD)))
                .isEqualTo(granted(NO_ORG, NO_OBJECT, REDIRECT_VALIDITY));
    }

    @ParameterizedTest
    @EnumSource(names = {"ALLOWED", "REQUIRED"})
    @DisplayName("[R15] an object narrows the token")
    void whenObjectTokensAreOn_thenTheTokenIsForTheObject(ObjectTokens object) {
        GrantPolicy policy = policy(object, NO_ORG);
        assertThat(policy.decide(BOB, sdk(LIVEBOARD))).isEqualTo(granted(NO_ORG, LIVEBOARD, VALIDITY));
        assertThat(policy.decide(BOB, redirect(LIVEBOARD))).isEqualTo(granted(NO_ORG, LIVEBOARD, REDIRECT_VALIDITY));
    }

    @Test
    void whenAnObjectIsAllowedButNotAskedFor_thenTheTokenIsForNoObject() {
        assertThat(policy(ObjectTokens.ALLOWED, NO_ORG).decide(BOB, sdk(NO_OBJECT)))
                .isEqualTo(granted(NO_ORG, NO_OBJECT, VALIDITY));
    }

    @Test
    void whenAnObjectIsRequired_thenTheSdkMustNameOneAndTheWholeApplicationIsNotAllowed() {
        GrantPolicy policy = policy(ObjectTokens.REQUIRED, NO_ORG);
        assertThat(policy.decide(BOB, sdk(NO_OBJECT))).isEqualTo(refused(Refusal.OBJECT_REQUIRED));
        assertThat(policy.decide(BOB, redirect(NO_OBJECT))).isEqualTo(refused(Refusal.NOT_ALLOWED));
    }

    @Test
    void whenTheConfiguredOrgIsAskedFor_thenItIsGranted() {
        Wanted wanted = new Wanted(Purpose.SDK, NO_OBJECT, OptionalInt.of(7));
        assertThat(policy(ObjectTokens.OFF, OptionalInt.of(7)).decide(BOB, wanted))
                .isEqualTo(granted(OptionalInt.of(7), NO_OBJECT, VALIDITY));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whenAnotherOrgIsAskedFor_thenItIsNotAllowed(Purpose purpose) {
        Wanted wanted = new Wanted(purpose, NO_OBJECT, OptionalInt.of(0));
        assertThat(policy(ObjectTokens.OFF, OptionalInt.of(7)).decide(BOB, wanted))
                .isEqualTo(refused(Refusal.NOT_ALLOWED));
        assertThat(policy(ObjectTokens.OFF, NO_ORG).decide(BOB, wanted)).isEqualTo(refused(Refusal.NOT_ALLOWED));
    }

    @Test
    void whenThePersonHasAUser_thenItsNameIsToBeHad() {
        GrantPolicy policy = policy(ObjectTokens.OFF, NO_ORG);
        assertThat(policy.usernameOf(BOB)).contains("bob");
        assertThat(policy.usernameOf(TestUsers.caller("guest"))).isEmpty();
    }

    @Test
    void whenThePersonHasAnOrg_thenItIsToBeHad() {
        assertThat(policy(ObjectTokens.OFF, OptionalInt.of(7)).orgOf(BOB)).hasValue(7);
        assertThat(policy(ObjectTokens.OFF, NO_ORG).orgOf(BOB)).isEmpty();
    }

    @Test
    @DisplayName("[R2] [R16] the browser can choose nothing but the object, and an Org that is the configured one")
    void whateverIsWanted_thenTheRestOfAGrantComesFromTheConfiguration() {
        Random random = new Random(20261122);
        for (int run = 0; run < 5_000; run++) {
            OptionalInt org = org(random);
            ObjectTokens object = anyOf(random, ObjectTokens.values());
            Wanted wanted = new Wanted(anyOf(random, Purpose.values()), object(random), org(random));
            if (policy(object, org).decide(BOB, wanted) instanceof Decision.Granted grant) {
                TokenRequest request = grant.request();
                assertThat(request.username()).isEqualTo("bob");
                assertThat(request.org()).isEqualTo(org);
                assertThat(request.validity())
                        .isEqualTo(wanted.purpose() == Purpose.SDK ? VALIDITY : REDIRECT_VALIDITY);
                assertThat(request.object()).isIn(wanted.object(), NO_OBJECT);
                assertThat(wanted.org()).isIn(org, NO_ORG);
            }
        }
    }

    @Test
    void whenTheRolesDecide_thenTheyDecideForEveryPurpose() {
        GrantPolicy policy =
                policy(TestUsers.restricted(Optional.empty(), Set.of(), Set.of("analyst")), ObjectTokens.OFF, NO_ORG);
        assertThat(policy.decide(BOB, redirect(NO_OBJECT))).isEqualTo(refused(Refusal.NOT_ALLOWED));
        assertThat(policy.decide(TestUsers.withRoles("bob", "analyst"), sdk(NO_OBJECT)))
                .isEqualTo(granted(NO_ORG, NO_OBJECT, VALIDITY));
    }

    @Test
    @DisplayName("[R16] every token has the variables and the groups of the person, whatever the browser asks")
    void whenTokensSetVariablesAndMakeUsers_thenEveryTokenDoes() {
        GrantPolicy policy = withAttributes();
        Caller bob = new Caller(
                "bob",
                "principal",
                Set.of("sales"),
                Map.of("region", List.of("West"), "mail", List.of("bob@example.com")),
                Map.of());
        for (Purpose purpose : Purpose.values()) {
            Decision decision = policy.decide(bob, new Wanted(purpose, NO_OBJECT, OptionalInt.of(1)));
            assertThat(decision)
                    .isEqualTo(new Decision.Granted(new TokenRequest(
                            "bob",
                            OptionalInt.of(1),
                            NO_OBJECT,
                            Optional.of(new VariableValues(PersistOption.REPLACE, Map.of("region", List.of("West")))),
                            Optional.of(new Provisioning("bob", "bob@example.com", Optional.of(Set.of("Sales")))),
                            purpose == Purpose.SDK ? VALIDITY : REDIRECT_VALIDITY)));
        }
        assertThat(policy.groupsOf(bob)).containsExactly("Sales");
        assertThat(policy.groupsOf(BOB)).isEmpty();
    }

    @Test
    void whenAnAttributeIsMissing_thenTheRefusalNamesTheKey() {
        assertThat(withAttributes().decide(BOB, sdk(NO_OBJECT)))
                .isEqualTo(new Decision.Refused(
                        Refusal.MISSING_ATTRIBUTE, Optional.of("tstoken.abac.variables.region has no value")));
    }

    private static GrantPolicy withAttributes() {
        AttributeExpression region = AttributeExpression.parse("claim:region").orElseThrow();
        AttributeExpression mail = AttributeExpression.parse("claim:mail").orElseThrow();
        AttributeExpression one = AttributeExpression.parse("value:1").orElseThrow();
        return new GrantPolicy(
                new UsernameMapper(TestUsers.DEFAULTS),
                new OrgRule(NO_ORG, new OrgConfig(Optional.empty(), List.of(one))),
                Optional.of(
                        new VariableRule(new AbacConfig(PersistOption.REPLACE, Map.of("region", region), Set.of()))),
                Optional.of(new ProvisioningRule(new JitConfig(
                        mail,
                        TestUsers.DEFAULTS.name(),
                        Optional.of(Map.of("Sales", Set.of("sales"), "Finance", Set.of("finance")))))),
                token(ObjectTokens.OFF),
                REDIRECT_VALIDITY);
    }

    private static <T> T anyOf(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static OptionalInt org(Random random) {
        return random.nextBoolean() ? NO_ORG : OptionalInt.of(random.nextInt(3));
    }

    private static Optional<Guid> object(Random random) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        return random.nextBoolean() ? NO_OBJECT : Guid.parse(id);
    }

    private static GrantPolicy policy(ObjectTokens object, OptionalInt org) {
        return policy(TestUsers.DEFAULTS, object, org);
    }

    private static GrantPolicy policy(UserConfig user, ObjectTokens object, OptionalInt org) {
        return new GrantPolicy(
                new UsernameMapper(user),
                new OrgRule(org, new OrgConfig(Optional.empty(), List.of())),
                Optional.empty(),
                Optional.empty(),
                token(object),
                REDIRECT_VALIDITY);
    }

    private static TokenConfig token(ObjectTokens object) {
        return new TokenConfig(Kind.FULL, VALIDITY, object, AuthType.TRUSTED_AUTH_TOKEN_COOKIELESS);
    }

    private static Wanted sdk(Optional<Guid> object) {
        return new Wanted(Purpose.SDK, object, NO_ORG);
    }

    private static Wanted redirect(Optional<Guid> object) {
        return new Wanted(Purpose.REDIRECT, object, NO_ORG);
    }

    private static Decision granted(OptionalInt org, Optional<Guid> object, Duration validity) {
        return new Decision.Granted(new TokenRequest("bob", org, object, validity));
    }

    private static Decision refused(Refusal refusal) {
        return new Decision.Refused(refusal);
    }
}
