package io.github.tstoken.web;

import io.github.tstoken.authorizations.Authorizations;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;

/**
 * A person's request about one provider.
 *
 * @param caller who is signed in, with a name: people without one would share their connections
 * @param authorizations the part of the service that it is about
 * @param provider the provider's id, as it was asked for; perhaps there is no such provider
 */
record Named(Caller caller, Authorizations authorizations, String provider) {

    /**
     * What a request names.
     *
     * @throws ProblemException {@link Problem#NOT_SIGNED_IN}, {@link Problem#NOT_ALLOWED}, {@link Problem#UNKNOWN_PROVIDER}
     */
    static Named in(Dispatch dispatch) {
        return of(dispatch, dispatch.signedIn());
    }

    /** The same when it is known already who is signed in. */
    static Named of(Dispatch dispatch, Caller signedIn) {
        Caller caller = named(signedIn);
        Authorizations authorizations =
                dispatch.service().authorizations().orElseThrow(() -> new ProblemException(Problem.UNKNOWN_PROVIDER));
        return new Named(caller, authorizations, dispatch.passed().segments().get(1));
    }

    static Caller named(Caller caller) {
        if (caller.name().isEmpty()) {
            throw new ProblemException(Problem.NOT_ALLOWED);
        }
        return caller;
    }
}
