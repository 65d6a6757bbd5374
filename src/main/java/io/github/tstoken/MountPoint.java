package io.github.tstoken;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Collection;
import java.util.List;

/**
 * Where the service lies on its origin.
 *
 * @param path the application's context path and the filter's mapping, such as {@code /ts-token}; empty for the root
 */
record MountPoint(String path) {
    private static final String ALL_BELOW = "/*";
    /** A path that the guard refuses: it begins with no slash. */
    private static final String NOWHERE = "";

    /**
     * The mount point of a filter, from its one mapping.
     *
     * @throws ServletException when the filter is not mapped to exactly one pattern that ends in {@code /*}
     */
    static MountPoint of(FilterConfig config) throws ServletException {
        return of(config.getServletContext(), config.getServletContext().getFilterRegistration(config.getFilterName()));
    }

    private static MountPoint of(ServletContext context, FilterRegistration registration) throws ServletException {
        Collection<String> patterns = patterns(registration);
        if (patterns.size() != 1 || !patterns.iterator().next().endsWith(ALL_BELOW)) {
            throw new ServletException(
                    "ts-token: map the filter to exactly one URL pattern that ends in /*, such as /ts-token/*; it has "
                            + patterns);
        }
        String pattern = patterns.iterator().next();
        String below = pattern.substring(0, pattern.length() - ALL_BELOW.length());
        return new MountPoint(context.getContextPath() + below);
    }

    /**
     * Looks at the mapping when the application is deployed: some servers start a filter with its first request.
     *
     * @throws ServletException when there is our filter, but no mount point
     */
    static void check(ServletContext context) throws ServletException {
        for (FilterRegistration registration : registrations(context)) {
            of(context, registration);
        }
    }

    /**
     * Whether the filter has every path of the web application, as in the WAR beside an application, so that nobody else
     * answers anything there.
     */
    static boolean coversAll(ServletContext context) {
        return registrations(context).stream()
                .anyMatch(registration -> patterns(registration).contains(ALL_BELOW));
    }

    private static List<? extends FilterRegistration> registrations(ServletContext context) {
        return context.getFilterRegistrations().values().stream()
                .filter(registration -> TokenServiceFilter.class.getName().equals(registration.getClassName()))
                .toList();
    }

    private static Collection<String> patterns(FilterRegistration registration) {
        return registration == null ? List.of() : registration.getUrlPatternMappings();
    }

    /**
     * What of a raw path lies behind the mount point. A server may reach us by other spellings of our own path, such as
     * {@code /%74s-token/token}; those are behind no mount point.
     */
    String behind(String rawPath) {
        if (rawPath.equals(path)) {
            return "/";
        }
        return rawPath.startsWith(path + "/") ? rawPath.substring(path.length()) : NOWHERE;
    }
}
