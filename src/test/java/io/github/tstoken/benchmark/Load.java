package io.github.tstoken.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Callers who ask for the same thing again and again without a pause, each on a connection of its own.
 *
 * @param target what they ask for
 * @param callers how many they are
 * @param time when they stop
 * @param most how many answers each of them wants; who has them stops earlier
 */
record Load(Target target, int callers, Duration time, int most) {
    /** Runs until all have stopped. */
    Round run() throws InterruptedException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(callers, Daemon::thread);
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Callable<long[]>> work = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                work.add(() -> askUntil(end));
            }
            LongStream all = LongStream.empty();
            for (Future<long[]> caller : threads.invokeAll(work)) {
                all = LongStream.concat(all, LongStream.of(caller.get()));
            }
            return new Round(all, Duration.ofNanos(System.nanoTime() - begin));
        } catch (ExecutionException e) {
            throw new IOException("a caller failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] askUntil(long end) throws IOException {
        long[] times = new long[most];
        int count = 0;
        try (Connection connection = new Connection(target)) {
            long now = System.nanoTime();
            while (now < end && count < most) {
                long asked = now;
                connection.ask();
                requireSuccess(connection.status());
                now = System.nanoTime();
                times[count++] = now - asked;
            }
        }
        return LongStream.of(times).limit(count).toArray();
    }

    private void requireSuccess(int status) throws IOException {
        if (status != 200) {
            throw new IOException(target.path() + " was answered with " + status);
        }
    }
}
