package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.util.Optional;

/**
 * The flows that are under way: in the database when there is one, so that the browser may come back to another node, else in
 * bounded memory. The state is kept as a hash only.
 *
 * <p>Every method may throw {@link StoreUnavailableException}, within seconds.
 */
public interface FlowStore {
    /** The most flows that one sign-in, or one browser that nobody is signed in with, may have open; the oldest gives way. */
    int MOST_OPEN = 5;

    /** Keeps a flow. */
    void begin(PendingFlow flow);

    /** The flow of a state, once: whoever asks again, on whatever node, gets nothing. Nothing, too, after its end. */
    Optional<PendingFlow> take(Secret state);
}
