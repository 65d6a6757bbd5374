package io.github.tstoken.policy;

import static io.github.tstoken.policy.TestUsers.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.UserConfig;
import io.github.tstoken.config.UserConfig.LetterCase;
import io.github.tstoken.corpus.Corpus;
import io.github.tstoken.identity.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameMapperTest {

    @ParameterizedTest
    @MethodSource("hostileNames")
    @DisplayName("[R3] [R4] [R5] every hostile name is refused or stays exactly what it is")
    void whenANameIsHostile_thenItIsWhatTheCorpusSays(String expectation, String name) {
        Mapping expected = switch (expectation) {
            case "exact" -> new Mapping.Mapped(name);
            case "unmappable" -> new Mapping.Refused(Refusal.UNMAPPABLE_USER);
            case "forbidden" -> new Mapping.Refused(Refusal.FORBIDDEN_USER);
            default -> throw new IllegalArgumentException(expectation);
        };
        assertThat(map(TestUsers.DEFAULTS, caller(name))).isEqualTo(expected);
    }

    static List<Object[]> hostileNames() {
        return Corpus.read("usernames-hostile.txt").stream()
                .map(line -> (Object[]) line.split("\\|", 2))
                .toList();
    }

    @Test
    @DisplayName("[R3] 256 characters are a name, 257 are not")
    void whenANameIsTooLong_thenItIsUnmappable() {
        assertMapped(TestUsers.DEFAULTS, "a".repeat(256), "a".repeat(256));
        assertUnmappable(TestUsers.DEFAULTS, caller("a".repeat(257)));
    }

    @Test
    void whenTheExpressionHasSeveralValues_thenThePersonIsUnmappable() {
        Caller several = TestUsers.withSession("bob", Map.of("user", List.of("bob", "alice")));
        assertUnmappable(TestUsers.named("session:user"), several);
    }

    @Test
    void whenTheExpressionHasNoValue_thenThePersonIsUnmappable() {
        assertUnmappable(TestUsers.named("session:user"), caller("bob"));
    }

    @Test
    void whenTheExpressionHasOneValue_thenItIsTheNameAndThePrincipalIsNot() {
        Caller caller = TestUsers.withSession("bob", Map.of("user", List.of("robert")));
        assertThat(map(TestUsers.named("session:user"), caller)).isEqualTo(new Mapping.Mapped("robert"));
    }

    @Test
    void whenTheEmailIsNotVerified_thenThePersonIsUnmappable() {
        UserConfig byEmail = TestUsers.named("claim:email");
        Map<String, List<String>> unsaid = Map.of("email", List.of("bob@example.com"));
        Map<String, List<String>> no = Map.of("email", List.of("bob@example.com"), "email_verified", List.of("false"));
        Map<String, List<String>> both =
                Map.of("email", List.of("bob@example.com"), "email_verified", List.of("true", "false"));
        assertUnmappable(byEmail, TestUsers.withClaims("bob", unsaid));
        assertUnmappable(byEmail, TestUsers.withClaims("bob", no));
        assertUnmappable(byEmail, TestUsers.withClaims("bob", both));
    }

    @Test
    void whenTheEmailIsVerified_thenItIsTheName() {
        Caller caller = TestUsers.withClaims(
                "bob", Map.of("email", List.of("bob@example.com"), "email_verified", List.of("true")));
        assertThat(map(TestUsers.named("claim:email"), caller)).isEqualTo(new Mapping.Mapped("bob@example.com"));
    }

    @Test
    void whenAnotherClaimIsTheName_thenTheEmailNeedNotBeVerified() {
        Caller caller = TestUsers.withClaims("bob", Map.of("sub", List.of("248289761001")));
        assertThat(map(TestUsers.named("claim:sub"), caller)).isEqualTo(new Mapping.Mapped("248289761001"));
    }

    @Test
    void whenThePatternMatchesOnlyAPart_thenThePersonIsUnmappable() {
        UserConfig config = TestUsers.patterned("[a-z]+@example\\.com", Optional.empty());
        assertMapped(config, "bob@example.com", "bob@example.com");
        assertUnmappable(config, caller("bob@example.com.evil.example"));
        assertUnmappable(config, caller("evil bob@example.com"));
    }

    @Test
    void whenThereIsAReplacement_thenItHasThePatternsGroups() {
        UserConfig config = TestUsers.patterned("(?<user>[^@]+)@(.+)", Optional.of("$2/${user}"));
        assertMapped(config, "bob@example.com", "example.com/bob");
    }

    @Test
    void whenAShorterMatchExists_thenTheWholeNameIsReplacedAllTheSame() {
        assertMapped(TestUsers.patterned("bob|bob(@.*)", Optional.of("robert$1")), "bob@x", "robert@x");
    }

    @Test
    void whenTheReplacementMakesNoName_thenThePersonIsUnmappable() {
        assertUnmappable(TestUsers.patterned(".*", Optional.of(" ")), caller("bob"));
        assertUnmappable(TestUsers.patterned("(.*)", Optional.of("$1$1")), caller("a".repeat(200)));
    }

    @Test
    @DisplayName("[R3] a name that is none is not mended by a rule")
    void whenARuleWouldMendABadName_thenThePersonIsUnmappableAllTheSame() {
        assertUnmappable(TestUsers.patterned("(?s)([a-z]+).*", Optional.of("$1")), caller("bob\n"));
        assertUnmappable(TestUsers.patterned("([a-z]+).*", Optional.of("$1")), caller("b".repeat(257)));
        assertUnmappable(TestUsers.mapped(Map.of("bob\n", "robert")), caller("bob\n"));
    }

    @Test
    void whenTheReplacementMakesAReservedName_thenItIsForbidden() {
        UserConfig config = TestUsers.patterned("(.*)@example\\.com", Optional.of("$1"));
        assertRefused(config, caller("tsadmin@example.com"), Refusal.FORBIDDEN_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(.*a){25}b", "(?:a?){250}a{250}b"})
    void whenThePatternBacktracksForEver_thenThePersonIsUnmappable(String pattern) {
        assertUnmappable(TestUsers.patterned(pattern, Optional.empty()), caller("a".repeat(256)));
        assertRefused(
                TestUsers.restricted(Optional.of(pattern), Set.of(), Set.of()),
                caller("a".repeat(256)),
                Refusal.FORBIDDEN_USER);
    }

    @Test
    @DisplayName("[R4] the case rules are those of no language")
    void whenTheServerIsTurkish_thenTheCaseRuleIsTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertMapped(TestUsers.cased(LetterCase.LOWER), "ISIK", "isik");
            assertMapped(TestUsers.cased(LetterCase.UPPER), "isik", "ISIK");
            assertRefused(TestUsers.DEFAULTS, caller("TSADMIN"), Refusal.FORBIDDEN_USER);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0131an", "wei\u00df", "\u017fam", "\u03c2a", "\ufb01n"})
    @DisplayName("[R4] a case rule merges cases and nothing else")
    void whenUpperCaseWouldMergeMoreThanCase_thenThePersonIsUnmappable(String name) {
        assertUnmappable(TestUsers.cased(LetterCase.UPPER), caller(name));
        assertMapped(TestUsers.cased(LetterCase.LOWER), name, name);
    }

    @Test
    void whenSomebodyIsInTheMap_thenTheMapNamesTheUser() {
        assertMapped(TestUsers.mapped(Map.of("bob", "robert")), "bob", "robert");
    }

    @Test
    void whenSomebodyIsNotInTheMap_thenThePersonIsUnmappable() {
        UserConfig config = TestUsers.mapped(Map.of("bob", "robert"));
        assertUnmappable(config, caller("Bob"));
        assertUnmappable(config, caller("robert"));
    }

    @Test
    void whenTheMapHasAReservedName_thenItIsForbidden() {
        assertRefused(TestUsers.mapped(Map.of("bob", "tsadmin")), caller("bob"), Refusal.FORBIDDEN_USER);
    }

    @Test
    void whenTheMapHasNoName_thenThePersonIsUnmappable() {
        assertUnmappable(TestUsers.mapped(Map.of("bob", "robert\n")), caller("bob"));
    }

    @Test
    void whenTheMappedNameIsDenied_thenItIsForbiddenInAnyCase() {
        UserConfig config = TestUsers.restricted(Optional.empty(), Set.of("Root"), Set.of());
        assertRefused(config, caller("root"), Refusal.FORBIDDEN_USER);
        assertRefused(config, caller("ROOT "), Refusal.FORBIDDEN_USER);
        assertRefused(config, caller("tsadmin"), Refusal.FORBIDDEN_USER);
        assertMapped(config, "roots", "roots");
    }

    @Test
    void whenTheMappedNameIsNotAllowedAsAWhole_thenItIsForbidden() {
        UserConfig config = TestUsers.restricted(Optional.of("[a-z]+"), Set.of(), Set.of());
        assertMapped(config, "bob", "bob");
        assertRefused(config, caller("bob1"), Refusal.FORBIDDEN_USER);
        assertRefused(config, caller("1bob"), Refusal.FORBIDDEN_USER);
    }

    @Test
    void whenARequiredRoleIsMissing_thenItIsNotAllowed() {
        UserConfig config = TestUsers.restricted(Optional.empty(), Set.of(), Set.of("analyst", "emea"));
        assertRefused(config, TestUsers.withRoles("bob", "analyst"), Refusal.NOT_ALLOWED);
        assertThat(map(config, TestUsers.withRoles("bob", "analyst", "emea"))).isEqualTo(new Mapping.Mapped("bob"));
    }

    private static Mapping map(UserConfig config, Caller caller) {
        return new UsernameMapper(config).map(caller);
    }

    private static void assertMapped(UserConfig config, String name, String username) {
        assertThat(map(config, caller(name))).isEqualTo(new Mapping.Mapped(username));
    }

    private static void assertUnmappable(UserConfig config, Caller caller) {
        assertRefused(config, caller, Refusal.UNMAPPABLE_USER);
    }

    private static void assertRefused(UserConfig config, Caller caller, Refusal refusal) {
        assertThat(map(config, caller)).isEqualTo(new Mapping.Refused(refusal));
    }
}
