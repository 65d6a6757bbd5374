package io.github.tstoken.authorizations;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.store.Authorization;
import java.time.Duration;
import java.util.Optional;

/**
 * A refresh that somebody wants.
 *
 * @param seen the authorization that needs it
 * @param provider who granted it
 * @param minimum how long the access token must then live, if the provider gives that
 * @param caller who asked; empty when nobody waits for it
 * @param trace the trace of the request
 */
record Refresh(Authorization seen, Provider provider, Duration minimum, Optional<Caller> caller, TraceContext trace) {

    /** The same after another look. */
    Refresh of(Authorization newer) {
        return new Refresh(newer, provider, minimum, caller, trace);
    }
}
