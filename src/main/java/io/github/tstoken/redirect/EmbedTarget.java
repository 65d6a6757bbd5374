package io.github.tstoken.redirect;

import io.github.tstoken.thoughtspot.Guid;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Content of ThoughtSpot that the browser is sent to.
 *
 * @param fragment the route inside ThoughtSpot's page, what follows {@code #}: {@code /embed/viz/<guid>} or {@code /home}
 * @param liveboard the one Liveboard that is opened; empty for a page of the whole application
 * @param filters what the content is filtered by
 */
public record EmbedTarget(String fragment, Optional<Guid> liveboard, RuntimeFilters filters) {
    private static final Pattern FRAGMENT = Pattern.compile("(/[a-z0-9][a-z0-9-]{0,63}){1,6}");

    public EmbedTarget {
        if (!FRAGMENT.matcher(fragment).matches()) {
            throw new IllegalArgumentException("not a route of ThoughtSpot's page");
        }
    }

    EmbedTarget with(RuntimeFilters other) {
        return new EmbedTarget(fragment, liveboard, other);
    }
}
