package io.github.tstoken.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keys and reading of {@link IdentityConfig}. */
final class IdentitySettings {
    private static final Pattern SOURCE_NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final ValueType<String> SOURCE = ValueType.of(
            "names of lower-case letters, digits and hyphens, a letter first",
            text -> Optional.of(text).filter(name -> SOURCE_NAME.matcher(name).matches()));

    /** RFC 6265 section 4.1.1: a cookie's name is a token, as RFC 9110 section 5.6.2 has it. */
    private static final Pattern COOKIE_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final ValueType<String> COOKIE = ValueType.of(
            "the name of a cookie",
            text -> Optional.of(text).filter(name -> COOKIE_NAME.matcher(name).matches()));

    private static final ConfigKey<List<String>> SOURCES = ConfigKey.withDefault(
            "tstoken.identity.sources",
            Texts.listOf("principal, session, jwt, oidc and names of CallerResolvers", SOURCE),
            "principal",
            "Who is asked who is signed in; the first that answers wins.");
    private static final ConfigKey<String> SSO_COOKIE = ConfigKey.withDefault(
            "tstoken.identity.sso-cookie",
            COOKIE,
            "JSESSIONIDSSO",
            "The cookie of the server's single sign-on, where the server gives it another name.");
    private static final ConfigKey<String> SESSION_ATTRIBUTE = ConfigKey.optional(
            "tstoken.identity.session.attribute",
            Texts.TEXT,
            "The session attribute with the person's name; required with the source `session`.");
    private static final ConfigKey<List<String>> ROLES = ConfigKey.optional(
            "tstoken.roles",
            Texts.listOf("roles", Texts.TEXT),
            "More roles to ask the container for; those that other keys name are asked for anyway.");

    static final List<ConfigKey<?>> KEYS = List.of(SOURCES, SSO_COOKIE, SESSION_ATTRIBUTE, ROLES);

    private IdentitySettings() {}

    /**
     * Reads the keys.
     *
     * @param rolesOfOtherKeys roles that the rest of the configuration speaks of
     * @param expressions every expression of the configuration
     */
    static IdentityConfig read(
            Settings settings,
            Set<String> rolesOfOtherKeys,
            Set<AttributeExpression> expressions,
            ValueCheck sourceCheck) {
        List<String> sources = settings.getOrDefault(SOURCES);
        sources.forEach(source -> sourceCheck.mistakeIn(source).ifPresent(rule -> settings.mistake(SOURCES, rule)));
        Optional<String> attribute = settings.get(SESSION_ATTRIBUTE);
        checkSession(settings, sources.contains("session"));
        Set<String> roles = new HashSet<>(rolesOfOtherKeys);
        roles.addAll(names(AttributeExpression.Source.ROLE, expressions));
        settings.get(ROLES).ifPresent(roles::addAll);
        return new IdentityConfig(
                sources,
                attribute,
                roles,
                names(AttributeExpression.Source.SESSION, expressions),
                settings.getOrDefault(SSO_COOKIE),
                JwtSettings.read(settings, sources.contains(JwtSettings.SOURCE)),
                OidcSettings.read(settings, sources.contains(OidcSettings.SOURCE)));
    }

    private static Set<String> names(AttributeExpression.Source source, Set<AttributeExpression> expressions) {
        return expressions.stream()
                .filter(expression -> expression.source() == source)
                .map(AttributeExpression::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void checkSession(Settings settings, boolean hasSessionSource) {
        if (hasSessionSource && !settings.isSet(SESSION_ATTRIBUTE)) {
            settings.mistake(SESSION_ATTRIBUTE, "is required, because tstoken.identity.sources has session");
        }
        if (!hasSessionSource && settings.isSet(SESSION_ATTRIBUTE)) {
            settings.warning(SESSION_ATTRIBUTE, "has no effect, because tstoken.identity.sources has no session");
        }
    }
}
