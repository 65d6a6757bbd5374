package io.github.tstoken.identity;

import io.github.tstoken.config.IdentityConfig;
import io.github.tstoken.config.OidcConfig;
import io.github.tstoken.oauth.JwtVerifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The sources of identity that there are: our own and those that the application brings. */
public final class IdentitySources {
    private static final Set<String> BUILT_IN =
            Set.of(PrincipalResolver.NAME, SessionAttributeResolver.NAME, JwtResolver.NAME, OidcResolver.NAME);

    private final Map<String, CallerResolver> services = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /**
     * Looks for the application's sources.
     *
     * @param loader the class loader of the application, whose {@code META-INF/services} is read
     */
    public IdentitySources(ClassLoader loader) {
        try {
            ServiceLoader.load(CallerResolver.class, loader).forEach(this::add);
        } catch (ServiceConfigurationError e) {
            mistakes.add("an identity source of META-INF/services cannot be loaded: " + e.getMessage());
        }
    }

    /** Which of two sources of one name answers would be chance, and none may speak in the container's name. */
    private void add(CallerResolver resolver) {
        String name = resolver.name();
        if (BUILT_IN.contains(name) || services.putIfAbsent(name, resolver) != null) {
            mistakes.add("two identity sources have the name '" + name + "', one of them is "
                    + resolver.getClass().getName());
        }
    }

    /** What is wrong with the name of a source in the configuration; empty when it is fine. */
    public Optional<String> mistakeIn(String name) {
        if (!mistakes.isEmpty()) {
            return Optional.of(String.join("; ", mistakes));
        }
        return names().contains(name)
                ? Optional.empty()
                : Optional.of("there is no such identity source, only " + String.join(", ", names()));
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(BUILT_IN);
        names.addAll(services.keySet());
        return names;
    }

    /**
     * The configured sources in their order.
     *
     * @param signIns tells the sign-ins apart
     * @param jwt verifies tokens, for the source {@code jwt}
     * @param watch knows which sign-ins have ended, for the source {@code oidc}
     * @param beside whether people sign in to another web application, and the server's single sign-on tells us of it
     */
    public Identification of(
            IdentityConfig config,
            SignInIds signIns,
            Optional<JwtVerifier> jwt,
            Optional<? extends SignInWatch> watch,
            boolean beside) {
        Map<String, CallerResolver> chosen = new LinkedHashMap<>();
        for (String name : config.sources()) {
            chosen.put(name, resolver(name, config, jwt, watch));
        }
        return new Identification(
                chosen,
                signIns,
                Optional.of(new SharedSignIn(config.ssoCookie()))
                        .filter(signOn -> beside && chosen.containsKey(PrincipalResolver.NAME)));
    }

    private CallerResolver resolver(
            String name, IdentityConfig config, Optional<JwtVerifier> jwt, Optional<? extends SignInWatch> watch) {
        CallerFacts facts = new CallerFacts(config.roles(), config.expressionAttributes());
        return switch (name) {
            case PrincipalResolver.NAME -> new PrincipalResolver(facts);
            case SessionAttributeResolver.NAME ->
                new SessionAttributeResolver(config.sessionAttribute().orElseThrow(), facts);
            case JwtResolver.NAME -> new JwtResolver(config.jwt().orElseThrow(), config.roles(), jwt.orElseThrow());
            case OidcResolver.NAME ->
                new OidcResolver(person(config.oidc().orElseThrow(), config.roles()), watch.orElseThrow());
            default -> Optional.ofNullable(services.get(name)).orElseThrow();
        };
    }

    private static ClaimedPerson person(OidcConfig config, Set<String> roles) {
        return new ClaimedPerson(config.usernameClaim(), config.rolesClaim(), roles);
    }
}
