package io.github.tstoken.policy;

import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.config.AttributeExpression.Source;
import io.github.tstoken.config.UserConfig;
import io.github.tstoken.identity.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes a ThoughtSpot user name of a person: expression, pattern, case rule, map; then the allowed and denied names.
 *
 * <p>Two different names come out as one only where the configured pattern, case rule or map says so.
 */
final class UsernameMapper {
    private static final AttributeExpression EMAIL = new AttributeExpression(Source.CLAIM, "email");
    private static final AttributeExpression EMAIL_VERIFIED = new AttributeExpression(Source.CLAIM, "email_verified");

    private final UserConfig config;
    private final DeniedNames denied;

    UsernameMapper(UserConfig config) {
        this.config = config;
        this.denied = new DeniedNames(config.denied());
    }

    Mapping map(Caller caller) {
        return nameOf(caller)
                .filter(NameRules::acceptable)
                .flatMap(this::rewritten)
                .flatMap(this::cased)
                .flatMap(this::lookedUp)
                .filter(NameRules::acceptable)
                .map(username -> judged(username, caller))
                .orElse(new Mapping.Refused(Refusal.UNMAPPABLE_USER));
    }

    private Optional<String> nameOf(Caller caller) {
        // "claim:email as a user name needs email_verified true": else whoever types an address is its owner
        if (config.name().equals(EMAIL)
                && !Attributes.values(EMAIL_VERIFIED, caller).equals(List.of("true"))) {
            return Optional.empty();
        }
        List<String> values = Attributes.values(config.name(), caller);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private Optional<String> rewritten(String name) {
        if (config.pattern().isEmpty()) {
            return Optional.of(name);
        }
        Pattern pattern = config.pattern().get();
        if (config.replacement().isPresent()) {
            return WholeMatch.replace(pattern, name, config.replacement().get());
        }
        return WholeMatch.matches(pattern, name) ? Optional.of(name) : Optional.empty();
    }

    private Optional<String> cased(String name) {
        String cased = switch (config.letterCase()) {
            case AS_IS -> name;
            case LOWER -> name.toLowerCase(Locale.ROOT);
            case UPPER -> name.toUpperCase(Locale.ROOT);
        };
        // a conversion that changes more than case merges different names: the dotless i becomes I, the sharp s SS
        boolean onlyCase = cased.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
        return onlyCase ? Optional.of(cased) : Optional.empty();
    }

    private Optional<String> lookedUp(String name) {
        return config.map().map(names -> Optional.ofNullable(names.get(name))).orElse(Optional.of(name));
    }

    private Mapping judged(String username, Caller caller) {
        if (denied.contains(username) || !allowed(username)) {
            return new Mapping.Refused(Refusal.FORBIDDEN_USER);
        }
        if (!caller.roles().containsAll(config.requiredRoles())) {
            return new Mapping.Refused(Refusal.NOT_ALLOWED);
        }
        return new Mapping.Mapped(username);
    }

    private boolean allowed(String username) {
        return config.allowed()
                .map(pattern -> WholeMatch.matches(pattern, username))
                .orElse(true);
    }
}
