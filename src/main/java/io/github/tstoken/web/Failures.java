package io.github.tstoken.web;

import io.github.tstoken.authorizations.AuthorizationFailure;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.identity.IdentityUnavailableException;
import io.github.tstoken.identity.InvalidCredentialException;
import io.github.tstoken.mint.RateLimitedException;
import io.github.tstoken.mint.SignInEndedException;
import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.store.StoreUnavailableException;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import io.github.tstoken.web.answer.TraceId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ended a request into the problem that the client sees. The one place where everything is caught. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** When ThoughtSpot does not say how long it wants to be left alone. */
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private Failures() {}

    static ProblemException problem(Throwable failure, TraceId traceId) {
        Throwable cause = cause(failure);
        if (cause instanceof ProblemException known) {
            return known;
        }
        if (cause instanceof UpstreamFailure upstream) {
            return new ProblemException(Problem.of(upstream.kind()), retryAfter(upstream));
        }
        if (cause instanceof RateLimitedException limited) {
            return new ProblemException(Problem.RATE_LIMITED, Optional.of(limited.retryAfter()));
        }
        if (cause instanceof SignInEndedException) {
            return new ProblemException(Problem.NOT_SIGNED_IN);
        }
        if (cause instanceof AuthorizationFailure failed) {
            return new ProblemException(problem(failed.kind()), failed.retryAfter());
        }
        if (cause instanceof StoreUnavailableException unavailable) {
            LOG.warn("{}, trace id {}", unavailable.getMessage(), traceId);
            return new ProblemException(Problem.STORE_UNAVAILABLE);
        }
        if (cause instanceof InvalidCredentialException invalid) {
            return new ProblemException(
                    Problem.NOT_SIGNED_IN, Problem.NOT_SIGNED_IN.detail() + " " + invalid.getMessage());
        }
        if (cause instanceof IdentityUnavailableException unavailable) {
            LOG.warn("who is signed in could not be found out, trace id {}", traceId, unavailable);
            return new ProblemException(Problem.IDENTITY_UNAVAILABLE);
        }
        if (cause instanceof OAuthFailure provider) {
            return new ProblemException(problem(provider.kind()));
        }
        LOG.error("a request failed in a way that should not be possible, trace id {}", traceId, cause);
        return new ProblemException(Problem.INTERNAL);
    }

    private static Optional<Duration> retryAfter(UpstreamFailure failure) {
        return failure.kind() == UpstreamFailure.Kind.THROTTLED
                ? failure.retryAfter().or(() -> Optional.of(A_WHILE))
                : failure.retryAfter();
    }

    private static Problem problem(AuthorizationFailure.Kind kind) {
        return switch (kind) {
            case UNKNOWN_PROVIDER -> Problem.UNKNOWN_PROVIDER;
            case NOT_CONNECTED -> Problem.NOT_CONNECTED;
            case RECONNECT_NEEDED -> Problem.RECONNECT_NEEDED;
            case PROVIDER_UNAVAILABLE -> Problem.PROVIDER_UNAVAILABLE;
            case FLOW_INVALID -> Problem.FLOW_INVALID;
            case FLOW_OWNER_CHANGED -> Problem.FLOW_OWNER_CHANGED;
        };
    }

    /** A person's refusal at the provider ends a flow as anything else does that is no answer to it. */
    private static Problem problem(OAuthFailure.Kind kind) {
        return switch (kind) {
            case FLOW_INVALID, DENIED -> Problem.FLOW_INVALID;
            case GRANT_ENDED, UNAVAILABLE -> Problem.PROVIDER_UNAVAILABLE;
        };
    }

    /** What is known of the cause, for the audit log: our own words only. */
    static Optional<String> reason(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof InvalidCredentialException invalid) {
            return Optional.of(invalid.getMessage());
        }
        if (cause instanceof AuthorizationFailure
                || cause instanceof OAuthFailure
                || cause instanceof SignInEndedException
                || cause instanceof StoreUnavailableException) {
            return Optional.ofNullable(cause.getMessage());
        }
        return cause instanceof ProblemException known
                ? known.reason()
                : UpstreamFailure.in(failure).map(UpstreamFailure::getMessage);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
