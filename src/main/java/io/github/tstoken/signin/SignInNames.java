package io.github.tstoken.signin;

import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.identity.OidcSignIn;
import io.github.tstoken.oauth.LogoutToken;
import java.util.List;
import java.util.Optional;

/**
 * The names under which a provider can end a sign-in: hashes, since they go into a database. Pure.
 *
 * <p>A logout token that names a session ends that session (OpenID Connect Back-Channel Logout section 2.4). When it names the
 * person, too, it also ends those of their sign-ins of which the provider did not name the session.
 */
final class SignInNames {
    private SignInNames() {}

    /** Each of these ends the sign-in. */
    static List<String> of(OidcSignIn signIn) {
        return List.of(
                itself(signIn),
                person(signIn.subject()),
                signIn.sessionId().map(SignInNames::session).orElseGet(() -> personWithoutSession(signIn.subject())));
    }

    /** What its person ends. */
    static String itself(OidcSignIn signIn) {
        return Fingerprint.of("sign-in", signIn.id().hex()).hex();
    }

    /** What a provider ends. */
    static List<String> of(LogoutToken token) {
        if (token.sessionId().isEmpty()) {
            return List.of(person(token.subject().orElseThrow()));
        }
        String session = session(token.sessionId().get());
        Optional<String> others = token.subject().map(SignInNames::personWithoutSession);
        return others.map(name -> List.of(session, name)).orElse(List.of(session));
    }

    private static String person(String subject) {
        return Fingerprint.of("person at the provider", subject).hex();
    }

    private static String session(String id) {
        return Fingerprint.of("session at the provider", id).hex();
    }

    private static String personWithoutSession(String subject) {
        return Fingerprint.of("person at the provider without a session", subject)
                .hex();
    }
}
