package io.github.tstoken.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The configured sources of identity, in their order: the first that answers wins.
 *
 * <p>Guarantees: each request asks again, nothing is remembered; a source that fails ends the question, so that a fault never
 * lets a weaker source speak. Safe for many threads.
 */
public final class Identification {
    private final Map<String, CallerResolver> sources;
    private final SignInIds signIns;
    private final Optional<SharedSignIn> shared;

    /**
     * The sources of identity.
     *
     * @param sources by name, in the order in which they are asked
     * @param signIns tells the sign-ins apart, whichever source answers
     * @param shared the server's single sign-on, where it is what tells us of sign-ins
     */
    Identification(Map<String, CallerResolver> sources, SignInIds signIns, Optional<SharedSignIn> shared) {
        this.sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        this.signIns = signIns;
        this.shared = shared;
    }

    /**
     * Who is asking.
     *
     * @return the person, or empty when no source knows of a sign-in
     * @throws IdentityUnavailableException when a source could not find out, whatever it threw
     * @throws InvalidCredentialException when the request brings something to prove who sent it, which proves nothing
     */
    public Optional<Caller> identify(HttpServletRequest request) {
        for (Map.Entry<String, CallerResolver> source : sources.entrySet()) {
            Optional<Caller> caller = ask(source.getKey(), source.getValue(), request);
            if (caller.isPresent()) {
                shared.ifPresent(SharedSignIn::worked);
                return caller.map(somebody -> somebody.namedBy(source.getKey()))
                        .map(somebody -> inTheirSignIn(request, somebody));
            }
        }
        return Optional.empty();
    }

    /** A source that tells sign-ins apart itself knows better. */
    private Caller inTheirSignIn(HttpServletRequest request, Caller caller) {
        return caller.signIn().isPresent() ? caller : caller.in(signIns.of(request, caller));
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
    public Set<Fingerprint> endedWith(HttpSession session) {
        Set<Fingerprint> ended = new HashSet<>();
        signIns.endedWith(session).ifPresent(ended::add);
        if (sources.containsKey(OidcResolver.NAME)) {
            OidcSession.of(session).ifPresent(signIn -> ended.add(signIn.id()));
        }
        return ended;
    }

    /**
     * What can be seen of why no source knows of a sign-in, for whoever sets up the server; empty when there is nothing to be
     * seen. Nothing of it is a person's or a secret.
     */
    public Optional<String> absence(HttpServletRequest request) {
        return shared.map(signOn -> signOn.absence(request));
    }

    private static Optional<Caller> ask(String name, CallerResolver resolver, HttpServletRequest request) {
        try {
            return Objects.requireNonNull(resolver.resolve(request));
        } catch (IdentityUnavailableException | InvalidCredentialException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IdentityUnavailableException("identity source '" + name + "' failed", e);
        }
    }
}
