package io.github.tstoken.signin;

import io.github.tstoken.identity.OidcSignIn;
import io.github.tstoken.store.SignInEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ends that sign-ins have to be held against, in memory. No sign-in is older than {@link #LONGEST}, so that no end has to be
 * remembered for longer. Of too many, the oldest is forgotten, and with it every sign-in that began before ends.
 */
final class SignInEnds {
    /** How long a sign-in lasts at most; then the provider is asked again, which may still know the person. */
    static final Duration LONGEST = Duration.ofHours(24);

    static final int MOST = 100_000;

    /** The one that came first, first. */
    private final Map<String, Instant> ends = new LinkedHashMap<>();

    private Instant allBefore = Instant.MIN;

    /**
     * Remembers an end.
     *
     * @return whether that is new
     */
    synchronized boolean add(SignInEnd end) {
        Instant known = ends.get(end.name());
        if (known != null && !end.at().isAfter(known)) {
            return false;
        }
        ends.remove(end.name());
        ends.put(end.name(), end.at());
        forget(end.at().minus(LONGEST));
        return true;
    }

    private void forget(Instant ofNoUse) {
        Iterator<Instant> oldest = ends.values().iterator();
        Instant first = oldest.next();
        while (first.isBefore(ofNoUse) || ends.size() > MOST) {
            if (first.isAfter(allBefore)) {
                allBefore = first;
            }
            oldest.remove();
            first = oldest.next();
        }
    }

    /** Whether a sign-in has ended. */
    synchronized boolean cover(OidcSignIn signIn, Instant now) {
        Instant begun = signIn.signedInAt();
        return !begun.isAfter(allBefore)
                || begun.isBefore(now.minus(LONGEST))
                || SignInNames.of(signIn).stream().map(ends::get).anyMatch(end -> end != null && !begun.isAfter(end));
    }
}
