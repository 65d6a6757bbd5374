package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The flows of this node alone. The oldest gives way to a new one: of a sign-in or browser, and of all. */
public final class MemoryFlows implements FlowStore {
    /** The most flows that are kept: of all people who are on their way to a provider just now. */
    static final int MOST = 10_000;

    private final Clock clock;
    /** The oldest first. */
    private final Map<String, PendingFlow> flows = new LinkedHashMap<>();

    private final Map<String, Deque<String>> open = new HashMap<>();

    /** No flows. */
    public MemoryFlows(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void begin(PendingFlow flow) {
        removeEnded();
        Deque<String> ofOpener = open.computeIfAbsent(FlowKey.opener(flow), none -> new ArrayDeque<>());
        String key = FlowKey.of(flow.state());
        flows.put(key, flow);
        ofOpener.add(key);
        if (ofOpener.size() > MOST_OPEN) {
            remove(ofOpener.element());
        } else if (flows.size() > MOST) {
            remove(oldest());
        }
    }

    @Override
    public synchronized Optional<PendingFlow> take(Secret state) {
        return remove(FlowKey.of(state)).filter(flow -> !hasEnded(flow));
    }

    private void removeEnded() {
        while (!flows.isEmpty() && hasEnded(flows.get(oldest()))) {
            remove(oldest());
        }
    }

    private String oldest() {
        return flows.keySet().iterator().next();
    }

    private boolean hasEnded(PendingFlow flow) {
        return !clock.instant().isBefore(flow.endsAt());
    }

    private Optional<PendingFlow> remove(String key) {
        Optional<PendingFlow> flow = Optional.ofNullable(flows.remove(key));
        flow.map(FlowKey::opener).ifPresent(opener -> {
            Deque<String> ofOpener = open.get(opener);
            ofOpener.remove(key);
            if (ofOpener.isEmpty()) {
                open.remove(opener);
            }
        });
        return flow;
    }

    /** How many are kept. */
    synchronized int size() {
        return flows.size();
    }
}
