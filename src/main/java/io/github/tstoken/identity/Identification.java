package io.github.tstoken.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The configured sources of identity, in their order: the first that answers wins.
 *
 * <p>Guarantees: each request asks again, nothing is remembered; a source that fails ends the question, so that a fault never
 * lets a weaker source speak. Safe for many threads.
 */
public final class Identification {
    private final Map<String, CallerResolver> sources;
    private final SignInIds signIns;

    /**
     * An identification.
     *
     * @param sources the sources by name, in the order in which they are asked
     * @param signIns tells the sign-ins apart, whichever source answers
     */
    Identification(Map<String, CallerResolver> sources, SignInIds signIns) {
        this.sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        this.signIns = signIns;
    }

    /**
     * Who is asking.
     *
     * @return the person, or empty when no source knows of a sign-in
     * @throws IdentityUnavailableException when a source could not find out, whatever it threw
     */
    public Optional<Caller> identify(HttpServletRequest request) {
        for (Map.Entry<String, CallerResolver> source : sources.entrySet()) {
            Optional<Caller> caller = ask(source.getKey(), source.getValue(), request);
            if (caller.isPresent()) {
                return caller.map(somebody -> somebody.in(signIns.of(request, somebody)));
            }
        }
        return Optional.empty();
    }

    /**
     * Sees to it that the end of this request's sign-in will be heard of, where that needs a session of our own.
     *
     * @param response not written to
     */
    public void track(HttpServletRequest request, HttpServletResponse response) {
        signIns.track(request, response);
    }

    /** What carried the sign-ins that have ended with a session: the {@link SignInId#session} of each. */
    public Optional<Fingerprint> endedWith(HttpSession session) {
        return signIns.endedWith(session);
    }

    private static Optional<Caller> ask(String name, CallerResolver resolver, HttpServletRequest request) {
        try {
            return Objects.requireNonNull(resolver.resolve(request));
        } catch (IdentityUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IdentityUnavailableException("identity source '" + name + "' failed", e);
        }
    }
}
