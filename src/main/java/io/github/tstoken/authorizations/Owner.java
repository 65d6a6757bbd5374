package io.github.tstoken.authorizations;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.store.UserKey;
import java.util.Optional;

/** Whose authorizations a person's are, and in which sign-in the person is. */
final class Owner {
    private Owner() {}

    /** The key of a person: what a source says of one name is not what another source says of it. */
    static UserKey of(Caller caller) {
        return UserKey.of(caller.source(), caller.name());
    }

    /** A fingerprint of the sign-in; empty where none can be told from another. */
    static Optional<String> signIn(Caller caller) {
        return caller.signIn().map(signIn -> signIn.session().hex());
    }
}
