package io.github.tstoken.web.guard;

import io.github.tstoken.config.WebConfig;
import java.util.List;
import java.util.Optional;

/**
 * Whose page is asking: Fetch Metadata where the browser sends it, the {@code Origin} header otherwise. The Visual Embed
 * SDK's request cannot carry a header of our own, so these are what stands between another site and a token.
 */
final class OriginRule {
    private static final String ORIGIN = "origin";
    private static final String SITE = "sec-fetch-site";

    private final WebConfig web;

    OriginRule(WebConfig web) {
        this.web = web;
    }

    /** The origin of the request when it is one of the listed ones, exactly as the browser wrote it. */
    Optional<String> listed(Asked asked) {
        List<String> origins = asked.all(ORIGIN);
        return origins.size() == 1 && web.corsOrigins().contains(origins.get(0))
                ? Optional.of(origins.get(0))
                : Optional.empty();
    }

    /** Whether a script that sent this may have an answer about a person. */
    boolean allowsScript(Asked asked) {
        Optional<String> site = asked.header(SITE);
        if (asked.all(ORIGIN).isEmpty()) {
            return site.isEmpty() || asked.has(SITE, "same-origin");
        }
        if (asked.has(SITE, "same-origin") || listed(asked).isPresent()) {
            return true;
        }
        return site.isEmpty() && isOwn(asked);
    }

    /** Whether a navigation that began where this one did may go on. */
    boolean allowsNavigation(Asked asked) {
        if (asked.header(SITE).isEmpty()) {
            return asked.all(ORIGIN).isEmpty() || isOwn(asked) || listed(asked).isPresent();
        }
        return asked.has(SITE, "same-origin") || asked.has(SITE, "none");
    }

    private boolean isOwn(Asked asked) {
        String own = web.publicUrl().map(Origin::of).orElse(asked.ownOrigin());
        return asked.header(ORIGIN).equals(Optional.of(own));
    }
}
