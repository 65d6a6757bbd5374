package io.github.tstoken.signin;

import io.github.tstoken.store.EndedSignIns;
import io.github.tstoken.store.SignInEnd;
import io.github.tstoken.store.StoreUnavailableException;
import java.time.Instant;
import java.util.List;

/** A database that is away when the test wants it. */
final class StoppableStore implements EndedSignIns {
    volatile boolean away;
    /** Whether it takes nothing, and still says what it has. */
    volatile boolean readOnly;

    private final EndedSignIns store;

    StoppableStore(EndedSignIns store) {
        this.store = store;
    }

    @Override
    public void add(List<SignInEnd> ends, Instant forgetBefore) {
        requireThere();
        if (readOnly) {
            throw new StoreUnavailableException("takes nothing");
        }
        store.add(ends, forgetBefore);
    }

    @Override
    public List<SignInEnd> since(Instant moment) {
        requireThere();
        return store.since(moment);
    }

    private void requireThere() {
        if (away) {
            throw new StoreUnavailableException("away");
        }
    }
}
