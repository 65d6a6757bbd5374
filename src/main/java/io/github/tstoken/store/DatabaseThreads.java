package io.github.tstoken.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads that wait for the database, so that no other does: neither those of requests nor the few that carry answers of
 * other servers. There are no more than the database has connections for us, and work that finds none of them free waits in a
 * queue of a fixed size.
 */
public final class DatabaseThreads implements AutoCloseable {
    private static final int MOST_WAITING = 1000;
    /** Store endpoints answer within 2 s, whatever the database does; this is what they have for one question to it. */
    private static final Duration LONGEST = Duration.ofMillis(1800);

    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor timer;
    private final Set<Moment> later = ConcurrentHashMap.newKeySet();
    private final Watch watch;

    /** A moment that somebody waits for. */
    private static final class Moment {
        private final CompletableFuture<Void> reached = new CompletableFuture<>();

        void never() {
            reached.completeExceptionally(new StoreUnavailableException("the service ends"));
        }
    }

    /** Hears how the database answers. */
    @FunctionalInterface
    public interface Watch {
        /** It answered, or it did not. */
        void answered(boolean well);
    }

    /** As many threads as there are connections. None runs yet. */
    public DatabaseThreads(Watch watch) {
        this(Connections.MOST, watch);
    }

    /**
     * No thread runs yet.
     *
     * @param most how many of the connections are used at once
     */
    public DatabaseThreads(int most, Watch watch) {
        this.watch = watch;
        this.workers = new ThreadPoolExecutor(
                most,
                most,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                daemons("ts-token-store-"));
        workers.allowCoreThreadTimeOut(true);
        this.timer = new ScheduledThreadPoolExecutor(1, daemons("ts-token-store-timer-"));
        timer.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Asks the database something that a person waits for.
     *
     * @return the answer within 2 s; {@link StoreUnavailableException} otherwise, though the work may be done later
     */
    public <T> CompletionStage<T> ask(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Future<?> limit = timer.schedule(
                () -> answer.completeExceptionally(new StoreUnavailableException("the database takes too long")),
                LONGEST.toMillis(),
                TimeUnit.MILLISECONDS);
        CompletionStage<T> unused = answer.whenComplete((given, failure) -> limit.cancel(false));
        run(work, answer);
        return answer;
    }

    /**
     * Does something that has to be known to be done or not, however long the database takes: a few seconds at most.
     *
     * @return the answer, or {@link StoreUnavailableException}
     */
    public <T> CompletionStage<T> finish(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        run(work, answer);
        return answer;
    }

    private <T> void run(Supplier<T> work, CompletableFuture<T> answer) {
        try {
            workers.execute(() -> {
                if (!answer.isDone()) {
                    answer(work, answer);
                }
            });
        } catch (RejectedExecutionException full) {
            answer.completeExceptionally(new StoreUnavailableException("too much waits for the database"));
        }
    }

    private <T> void answer(Supplier<T> work, CompletableFuture<T> answer) {
        try {
            T given = work.get();
            watch.answered(true);
            answer.complete(given);
        } catch (StoreUnavailableException failure) {
            watch.answered(false);
            answer.completeExceptionally(failure);
        } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
        }
    }

    /** Completes after some time; {@link StoreUnavailableException} when the service ends before. */
    public CompletionStage<Void> after(Duration wait) {
        Moment moment = new Moment();
        later.add(moment);
        try {
            Future<?> unused =
                    timer.schedule(() -> moment.reached.complete(null), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            moment.never();
        }
        return moment.reached.whenComplete((nothing, failure) -> later.remove(moment));
    }

    /** How much waits for a free thread, now. */
    public int waiting() {
        return workers.getQueue().size();
    }

    /** Ends after the work that has begun. */
    @Override
    public void close() {
        timer.shutdownNow();
        later.forEach(Moment::never);
        workers.shutdown();
        try {
            if (!workers.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
