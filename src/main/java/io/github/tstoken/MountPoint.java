package io.github.tstoken;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
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
        FilterRegistration registration = config.getServletContext().getFilterRegistration(config.getFilterName());
        Collection<String> patterns = registration == null ? List.of() : registration.getUrlPatternMappings();
        if (patterns.size() != 1 || !patterns.iterator().next().endsWith(ALL_BELOW)) {
            throw new ServletException(
                    "ts-token: map the filter to exactly one URL pattern that ends in /*, such as /ts-token/*; it has "
                            + patterns);
        }
        String pattern = patterns.iterator().next();
        String below = pattern.substring(0, pattern.length() - ALL_BELOW.length());
        return new MountPoint(config.getServletContext().getContextPath() + below);
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
