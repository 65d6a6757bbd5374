package io.github.tstoken.signin;

import io.github.tstoken.config.Secret;
import io.github.tstoken.store.FlowStore;
import io.github.tstoken.store.PendingFlow;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A database that keeps a flow only when the test lets it go on. */
final class SlowFlows implements FlowStore {
    final CountDownLatch goOn = new CountDownLatch(1);

    private final FlowStore store;

    SlowFlows(FlowStore store) {
        this.store = store;
    }

    @Override
    public void begin(PendingFlow flow) {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        store.begin(flow);
    }

    @Override
    public Optional<PendingFlow> take(Secret state) {
        return store.take(state);
    }
}
