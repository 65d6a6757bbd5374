package io.github.tstoken.operations;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** How ThoughtSpot's last answer was, remembered so that a health check never has to ask it. */
public final class UpstreamHealth {
    private final AtomicReference<LastAnswer> last = new AtomicReference<>(LastAnswer.NONE);

    private enum LastAnswer {
        NONE,
        OK,
        FAILED
    }

    /** ThoughtSpot gave an answer that could be used. */
    public void answered() {
        last.set(LastAnswer.OK);
    }

    /** ThoughtSpot gave no answer that could be used. */
    public void failed() {
        last.set(LastAnswer.FAILED);
    }

    /** {@code none}, {@code ok} or {@code failed}. */
    public String lastAnswer() {
        return last.get().name().toLowerCase(Locale.ROOT);
    }
}
