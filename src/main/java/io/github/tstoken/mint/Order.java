package io.github.tstoken.mint;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.thoughtspot.TokenRequest;

/**
 * A token that somebody is to get.
 *
 * @param caller who gets it
 * @param request what the policy gives them
 * @param newness whether it has to be a new one
 * @param trace the trace that the request belongs to
 */
public record Order(Caller caller, TokenRequest request, Newness newness, TraceContext trace) {

    /** How new a token has to be. */
    public enum Newness {
        /** One that this sign-in has already will do. */
        ANY,
        /** A new one, which all of this sign-in who ask for one now may share. */
        NEW,
        /** A new one, for this order alone: it goes into an address, and nobody else is to have it. */
        OWN
    }
}
