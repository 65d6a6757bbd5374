package io.github.tstoken.policy;

import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.config.UserConfig;
import io.github.tstoken.config.UserConfig.LetterCase;
import io.github.tstoken.identity.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** People and user name rules for tests: the defaults, and one thing changed at a time. */
final class TestUsers {
    static final UserConfig DEFAULTS = new UserConfig(
            AttributeExpression.parse("principal").orElseThrow(),
            Optional.empty(),
            Optional.empty(),
            LetterCase.AS_IS,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of());

    private TestUsers() {}

    static Caller caller(String name) {
        return new Caller(name, "principal", Set.of(), Map.of(), Map.of());
    }

    static Caller withRoles(String name, String... roles) {
        return new Caller(name, "principal", Set.of(roles), Map.of(), Map.of());
    }

    static Caller withClaims(String name, Map<String, List<String>> claims) {
        return new Caller(name, "jwt", Set.of(), claims, Map.of());
    }

    static Caller withSession(String name, Map<String, List<String>> attributes) {
        return new Caller(name, "principal", Set.of(), Map.of(), attributes);
    }

    static UserConfig named(String expression) {
        UserConfig d = DEFAULTS;
        return new UserConfig(
                AttributeExpression.parse(expression).orElseThrow(),
                d.pattern(),
                d.replacement(),
                d.letterCase(),
                d.map(),
                d.allowed(),
                d.denied(),
                d.requiredRoles());
    }

    static UserConfig patterned(String pattern, Optional<String> replacement) {
        UserConfig d = DEFAULTS;
        return new UserConfig(
                d.name(),
                Optional.of(Pattern.compile(pattern)),
                replacement,
                d.letterCase(),
                d.map(),
                d.allowed(),
                d.denied(),
                d.requiredRoles());
    }

    static UserConfig cased(LetterCase letterCase) {
        UserConfig d = DEFAULTS;
        return new UserConfig(
                d.name(),
                d.pattern(),
                d.replacement(),
                letterCase,
                d.map(),
                d.allowed(),
                d.denied(),
                d.requiredRoles());
    }

    static UserConfig mapped(Map<String, String> map) {
        UserConfig d = DEFAULTS;
        return new UserConfig(
                d.name(),
                d.pattern(),
                d.replacement(),
                d.letterCase(),
                Optional.of(map),
                d.allowed(),
                d.denied(),
                d.requiredRoles());
    }

    static UserConfig restricted(Optional<String> allowed, Set<String> denied, Set<String> requiredRoles) {
        UserConfig d = DEFAULTS;
        return new UserConfig(
                d.name(),
                d.pattern(),
                d.replacement(),
                d.letterCase(),
                d.map(),
                allowed.map(Pattern::compile),
                denied,
                requiredRoles);
    }
}
