package io.github.tstoken.authorizations;

import io.github.tstoken.store.DatabaseThreads;
import io.github.tstoken.store.ReEncryption;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Encrypts everything stored with the first key, behind the requests: one run at a time on this node. */
public final class ReEncryptionRun {
    private final Supplier<ReEncryption> begin;
    private final DatabaseThreads threads;
    private ReEncryption run;
    private Status status = new Status(State.IDLE, 0, 0);

    /** How a run stands. */
    public enum State {
        /** None was started since the start of the service. */
        IDLE,
        RUNNING,
        /** Nothing is left to look at. */
        FINISHED,
        /** The database did not answer: another start goes on from here. */
        STOPPED;

        /** The word for it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How far it is.
     *
     * @param done authorizations that were encrypted anew
     * @param unreadable authorizations that could not be decrypted
     */
    public record Status(State state, long done, long unreadable) {}

    /**
     * How far it is, and what is left.
     *
     * @param remaining authorizations that are not encrypted with the first key, now
     */
    public record Report(Status status, long remaining) {}

    ReEncryptionRun(Supplier<ReEncryption> begin, DatabaseThreads threads) {
        this.begin = begin;
        this.threads = threads;
        this.run = begin.get();
    }

    /** Starts a run, goes on with one that was stopped, or lets one go on that is running. */
    public CompletionStage<Report> start() {
        if (begun()) {
            proceed();
        }
        return report();
    }

    private synchronized boolean begun() {
        if (status.state() == State.RUNNING) {
            return false;
        }
        if (status.state() == State.FINISHED) {
            run = begin.get();
            status = new Status(State.RUNNING, 0, 0);
        } else {
            status = new Status(State.RUNNING, status.done(), status.unreadable());
        }
        return true;
    }

    private void proceed() {
        CompletionStage<Void> unused = threads.finish(current()::proceed).handle((progress, failure) -> {
            if (ended(progress, failure)) {
                return null;
            }
            proceed();
            return null;
        });
    }

    private synchronized ReEncryption current() {
        return run;
    }

    private synchronized boolean ended(ReEncryption.Progress progress, Throwable failure) {
        if (failure != null) {
            status = new Status(State.STOPPED, status.done(), status.unreadable());
            return true;
        }
        State state = progress.finished() ? State.FINISHED : State.RUNNING;
        status = new Status(state, progress.done(), progress.unreadable());
        return progress.finished();
    }

    /** How far it is. */
    public CompletionStage<Report> report() {
        ReEncryption counting = begin.get();
        return threads.ask(counting::remaining).thenApply(remaining -> new Report(now(), remaining));
    }

    private synchronized Status now() {
        return status;
    }
}
