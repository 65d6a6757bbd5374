package io.github.tstoken.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person is asked to grant. */
final class Scopes {
    /** RFC 6749 section 3.3, without the comma, which some servers put between scopes. */
    private static final Pattern SCOPE = Pattern.compile("[!#-+\\--\\[\\]-~]+");

    static final ValueType<List<String>> LIST =
            ValueType.of("scopes, with spaces or commas between them", Scopes::parse);

    private Scopes() {}

    private static Optional<List<String>> parse(String text) {
        List<String> scopes =
                Arrays.stream(text.strip().split("[ ,]+")).distinct().toList();
        boolean allowed = scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches());
        return allowed ? Optional.of(scopes) : Optional.empty();
    }
}
