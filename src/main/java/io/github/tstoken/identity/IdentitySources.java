package io.github.tstoken.identity;

import io.github.tstoken.config.ConfigProblem;
import io.github.tstoken.config.IdentityConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Finds the sources of identity that the configuration names: our own and those that the application brings. */
public final class IdentitySources {
    private static final String KEY = "tstoken.identity.sources";

    private final UnaryOperator<String> sourceOf;
    private final Consumer<ConfigProblem> problems;

    /**
     * A search.
     *
     * @param sourceOf where the value of a configuration key came from, for the messages
     * @param problems takes each mistake; after a mistake the result must not be used
     */
    public IdentitySources(UnaryOperator<String> sourceOf, Consumer<ConfigProblem> problems) {
        this.sourceOf = sourceOf;
        this.problems = problems;
    }

    /**
     * The configured sources in their order. A name that nobody has is a mistake, and so is a name that two have: which of them
     * answers would be chance.
     *
     * @param sessionAttributes the session attributes that the policy reads
     * @param loader the class loader of the application, whose {@code META-INF/services} is read
     */
    public Identification find(IdentityConfig config, Set<String> sessionAttributes, ClassLoader loader) {
        Map<String, CallerResolver> available = builtIn(config, new CallerFacts(config.roles(), sessionAttributes));
        addServices(available, loader);
        Map<String, CallerResolver> chosen = new LinkedHashMap<>();
        for (String name : config.sources()) {
            CallerResolver resolver = available.get(name);
            if (resolver == null) {
                mistake("there is no identity source '" + name + "', only " + String.join(", ", available.keySet()));
            } else {
                chosen.put(name, resolver);
            }
        }
        return new Identification(chosen);
    }

    private static Map<String, CallerResolver> builtIn(IdentityConfig config, CallerFacts facts) {
        Map<String, CallerResolver> resolvers = new TreeMap<>();
        resolvers.put(PrincipalResolver.NAME, new PrincipalResolver(facts));
        config.sessionAttribute()
                .ifPresent(attribute ->
                        resolvers.put(SessionAttributeResolver.NAME, new SessionAttributeResolver(attribute, facts)));
        return resolvers;
    }

    private void addServices(Map<String, CallerResolver> resolvers, ClassLoader loader) {
        try {
            for (CallerResolver resolver : ServiceLoader.load(CallerResolver.class, loader)) {
                CallerResolver earlier = resolvers.putIfAbsent(resolver.name(), resolver);
                if (earlier != null) {
                    mistake("two identity sources have the name '" + resolver.name() + "': "
                            + earlier.getClass().getName() + " and "
                            + resolver.getClass().getName());
                }
            }
        } catch (ServiceConfigurationError e) {
            mistake("an identity source of META-INF/services cannot be loaded: " + e.getMessage());
        }
    }

    private void mistake(String rule) {
        problems.accept(new ConfigProblem(KEY, sourceOf.apply(KEY), rule));
    }
}
