package io.github.tstoken.web.guard;

/** What the browser wants an answer for, by its Fetch Metadata. */
public final class FetchRule {
    private static final String DEST = "sec-fetch-dest";
    private static final String MODE = "sec-fetch-mode";

    private FetchRule() {}

    /** Whether this can only be a script's fetch: not a prefetch, a navigation, an image or a frame. */
    static boolean isScriptFetch(Asked asked) {
        boolean otherDestination = asked.header(DEST).isPresent() && !asked.has(DEST, "empty");
        return !isPrefetch(asked) && !otherDestination && !asked.has(MODE, "navigate");
    }

    /** Whether this can be a navigation, as far as the browser tells: not a prefetch, and not a script's fetch. */
    public static boolean mayBeNavigation(Asked asked) {
        return !isPrefetch(asked) && isNavigation(asked, true);
    }

    /** Whether the browser only guesses that the answer will be wanted. */
    static boolean isPrefetch(Asked asked) {
        return mentionsPrefetch(asked, "sec-purpose") || mentionsPrefetch(asked, "purpose");
    }

    private static boolean mentionsPrefetch(Asked asked, String header) {
        return asked.header(header).filter(value -> value.contains("prefetch")).isPresent();
    }

    /** Whether a person opens this as the page of a tab. */
    public static boolean isTab(Asked asked) {
        return asked.has(DEST, "document");
    }

    /** Whether a person has opened this as the page of a tab: the browser does not only guess that. */
    static boolean isOpenedTab(Asked asked) {
        return isTab(asked) && !isPrefetch(asked);
    }

    /**
     * Whether a person will see the answer, in a tab or in a frame.
     *
     * @param otherwise what counts without Fetch Metadata, such as what the accepted types tell
     */
    public static boolean isNavigation(Asked asked, boolean otherwise) {
        return asked.header(MODE).isPresent() ? asked.has(MODE, "navigate") : otherwise;
    }
}
