package io.github.tstoken.operations;

/** How the database's last answer was, remembered so that a health check never has to ask it. */
public final class StoreHealth {
    private final Metrics metrics;
    private volatile String lastAnswer = "none";

    /** Nothing was asked yet. */
    public StoreHealth(Metrics metrics) {
        this.metrics = metrics;
    }

    /** The database answered, or it did not. */
    public void answered(boolean well) {
        lastAnswer = well ? "ok" : "failed";
        metrics.storeAnswered(well);
    }

    /** {@code none}, {@code ok} or {@code failed}. */
    public String lastAnswer() {
        return lastAnswer;
    }
}
