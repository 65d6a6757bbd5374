package io.github.tstoken.policy;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that nobody gets a token for: ThoughtSpot's own accounts and those that the configuration adds.
 *
 * <p>Names are compared by a rough form in which a variation that some other system might not see is gone: case (the Turkish
 * letters too), compatibility forms such as full-width letters, invisible characters, white space around. The form only ever
 * refuses; it is never sent.
 */
final class DeniedNames {
    private static final Set<String> RESERVED = Set.of("tsadmin", "system", "su", "guest");

    /** Unicode's Default_Ignorable_Code_Point as far as it is assigned, and the dot that case conversion parts from a Turkish I. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\x{307}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}"
                    + "\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}]");

    private final Set<String> roughForms;

    DeniedNames(Set<String> configured) {
        Set<String> names = new HashSet<>(RESERVED);
        names.addAll(configured);
        this.roughForms = names.stream().map(DeniedNames::roughForm).collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(String name) {
        return roughForms.contains(roughForm(name));
    }

    private static String roughForm(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
        String visible = INVISIBLE.matcher(plain).replaceAll("");
        // upper, then lower: the dotless i and the long s have a case partner in one direction only
        return visible.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
