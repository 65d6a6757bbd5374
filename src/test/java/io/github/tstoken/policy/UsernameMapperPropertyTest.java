package io.github.tstoken.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.UserConfig;
import io.github.tstoken.config.UserConfig.LetterCase;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UsernameMapperPropertyTest {
    private static final int RUNS = 20_000;

    @Test
    @DisplayName("[R4] two names never become one user")
    void whenNoRuleMerges_thenDifferentNamesStayDifferent() {
        assertMergesOnly(TestUsers.DEFAULTS, name -> name);
    }

    @Test
    void whenARuleAddsToTheName_thenDifferentNamesStayDifferent() {
        assertMergesOnly(TestUsers.patterned("(?s)(.*)", Optional.of("$1@example.com")), name -> name);
    }

    @Test
    @DisplayName("[R4] a case rule merges names that differ in case, and no others")
    void whenTheRuleIsCase_thenOnlyCaseIsMerged() {
        assertMergesOnly(TestUsers.cased(LetterCase.LOWER), name -> name.toLowerCase(Locale.ROOT));
        assertMergesOnly(TestUsers.cased(LetterCase.UPPER), name -> name.toLowerCase(Locale.ROOT));
    }

    @Test
    @DisplayName("[R3] whatever comes in, what comes out is a name")
    void whateverTheName_thenAUserNameIsWellFormed() {
        RandomNames names = new RandomNames();
        UsernameMapper mapper = new UsernameMapper(TestUsers.cased(LetterCase.UPPER));
        for (int run = 0; run < RUNS; run++) {
            mapper.map(TestUsers.caller(names.next()))
                    .username()
                    .ifPresent(username -> assertThat(username)
                            .isNotBlank()
                            .isEqualTo(Normalizer.normalize(username, Normalizer.Form.NFC))
                            .doesNotContain("\u0000"));
        }
    }

    private static void assertMergesOnly(UserConfig config, UnaryOperator<String> mergedBy) {
        RandomNames names = new RandomNames();
        UsernameMapper mapper = new UsernameMapper(config);
        Map<String, String> firstOf = new HashMap<>();
        for (int run = 0; run < RUNS; run++) {
            String name = names.next();
            remember(firstOf, mapper, mergedBy, name);
            remember(firstOf, mapper, mergedBy, names.twin(name));
        }
        assertThat(firstOf).hasSizeGreaterThan(1000);
    }

    private static void remember(
            Map<String, String> firstOf, UsernameMapper mapper, UnaryOperator<String> mergedBy, String name) {
        mapper.map(TestUsers.caller(name)).username().ifPresent(username -> {
            String first = firstOf.computeIfAbsent(username, unseen -> name);
            assertThat(mergedBy.apply(name)).as("user %s", username).isEqualTo(mergedBy.apply(first));
        });
    }
}
