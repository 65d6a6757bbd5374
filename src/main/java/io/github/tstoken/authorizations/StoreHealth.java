package io.github.tstoken.authorizations;

import io.github.tstoken.operations.Metrics;
import io.github.tstoken.store.DatabaseThreads;

/** How the database's last answer was, remembered so that a health check never has to ask it. */
final class StoreHealth implements DatabaseThreads.Watch {
    private final Metrics metrics;
    private volatile String lastAnswer = "none";

    StoreHealth(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void answered(boolean well) {
        lastAnswer = well ? "ok" : "failed";
        metrics.storeAnswered(well);
    }

    /** {@code none}, {@code ok} or {@code failed}. */
    String lastAnswer() {
        return lastAnswer;
    }
}
