package io.github.tstoken.authorizations;

import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.store.StoreUnavailableException;
import java.util.concurrent.CompletionException;

/** What lies behind the failure of a stage. */
final class Causes {
    private Causes() {}

    /** Whose failure it is. */
    enum Kind {
        FLOW_INVALID,
        DENIED,
        GRANT_ENDED,
        UNAVAILABLE,
        STORE,
        OTHER
    }

    static Throwable of(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    static Kind kindOf(Throwable failure) {
        Throwable cause = of(failure);
        if (cause instanceof OAuthFailure oauth) {
            return switch (oauth.kind()) {
                case FLOW_INVALID -> Kind.FLOW_INVALID;
                case DENIED -> Kind.DENIED;
                case GRANT_ENDED -> Kind.GRANT_ENDED;
                case UNAVAILABLE -> Kind.UNAVAILABLE;
            };
        }
        return cause instanceof StoreUnavailableException ? Kind.STORE : Kind.OTHER;
    }
}
