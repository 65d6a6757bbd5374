package io.github.tstoken.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The server-side redirect into an embedded Liveboard.
 *
 * @param base the address that the browser lands on after ThoughtSpot's login, without a trailing slash
 * @param loginPath path of ThoughtSpot's login-with-token operation, the one that fits {@code mode}
 * @param mode how the token reaches ThoughtSpot
 * @param validity the life of a redirect's token
 * @param includeAuthtoken whether {@code redirect_url} has the token too
 * @param allowCrossSite whether other sites may link into {@code /embed}
 * @param frameAncestors CSP sources that may frame a page
 * @param targets the named targets as they were written: alias to content
 */
public record RedirectConfig(
        URI base,
        String loginPath,
        Mode mode,
        Duration validity,
        boolean includeAuthtoken,
        boolean allowCrossSite,
        List<String> frameAncestors,
        Map<String, String> targets) {
    public RedirectConfig {
        frameAncestors = List.copyOf(frameAncestors);
        targets = Map.copyOf(targets);
    }

    /** How the token reaches ThoughtSpot. */
    public enum Mode {
        /** A 303 whose address has the token, as ThoughtSpot's documentation shows it. */
        GET,
        /** A page with a form that submits itself: the token is in no address and no access log. */
        POST
    }
}
