package io.github.tstoken.web;

import io.github.tstoken.config.RedirectConfig;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Page;
import java.util.Map;

/**
 * The page at the end of a flow. A redirect from here would still be the provider's, for {@code Sec-Fetch-Site} covers a whole
 * chain of redirects; from a page of our own the browser goes on as from our own site.
 */
final class GoingOn {
    private static final Page PAGE = Page.load("going-on.html");

    private GoingOn() {}

    /**
     * The page.
     *
     * @param title what has happened
     * @param address where it goes on: a {@link ReturnTo}, perhaps with more in its query
     * @param redirect who may show it in a frame
     */
    static Answer to(String title, String address, RedirectConfig redirect) {
        String framing = "frame-ancestors " + String.join(" ", redirect.frameAncestors());
        return PAGE.answer(200, framing, Map.of("title", title, "address", address));
    }
}
