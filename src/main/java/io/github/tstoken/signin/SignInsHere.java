package io.github.tstoken.signin;

import io.github.tstoken.config.Secret;
import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.identity.OidcSignIn;
import io.github.tstoken.store.SignInEnd;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sign-ins that were used on this node last, with what the session must not have: the ID token. Bounded; of one that is not
 * known here the tokens at ThoughtSpot end by themselves, and its person may be asked by the provider before signing out.
 */
final class SignInsHere {
    static final int MOST = 10_000;
    /** A longer ID token would not fit into the address of a sign-out anyway. */
    static final int LONGEST_ID_TOKEN = 8192;

    private final Map<Fingerprint, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Fingerprint, Known> eldest) {
            return size() > MOST;
        }
    };

    private record Known(List<String> names, Instant signedInAt, Optional<Secret> idToken) {
        boolean endsBy(SignInEnd end) {
            return names.contains(end.name()) && !signedInAt.isAfter(end.at());
        }
    }

    /** A sign-in begins. */
    synchronized void began(OidcSignIn signIn, Secret idToken) {
        Optional<Secret> kept =
                Optional.of(idToken).filter(token -> token.reveal().length() <= LONGEST_ID_TOKEN);
        known.put(signIn.id(), new Known(SignInNames.of(signIn), signIn.signedInAt(), kept));
    }

    /** A sign-in is used, which may have begun on another node or before a restart. */
    synchronized void used(OidcSignIn signIn) {
        if (known.get(signIn.id()) == null) {
            known.put(signIn.id(), new Known(SignInNames.of(signIn), signIn.signedInAt(), Optional.empty()));
        }
    }

    /** A sign-in ends: its ID token. */
    synchronized Optional<Secret> ended(Fingerprint signIn) {
        return Optional.ofNullable(known.remove(signIn)).flatMap(Known::idToken);
    }

    /** Some sign-ins end: which they are. */
    synchronized List<Fingerprint> endedBy(SignInEnd end) {
        List<Fingerprint> ended = known.entrySet().stream()
                .filter(each -> each.getValue().endsBy(end))
                .map(Map.Entry::getKey)
                .toList();
        ended.forEach(known::remove);
        return ended;
    }
}
