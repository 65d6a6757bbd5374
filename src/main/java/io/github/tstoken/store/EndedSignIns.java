package io.github.tstoken.store;

import java.time.Instant;
import java.util.List;

/**
 * The sign-ins at an OpenID Provider that have ended, by which one node tells all others.
 *
 * <p>Every method may throw {@link StoreUnavailableException}.
 */
public interface EndedSignIns {
    /**
     * Tells every node.
     *
     * @param forgetBefore the ends before that are of no use any more
     */
    void add(List<SignInEnd> ends, Instant forgetBefore);

    /** What every node was told of since a moment, by the clocks of those who told. */
    List<SignInEnd> since(Instant moment);
}
