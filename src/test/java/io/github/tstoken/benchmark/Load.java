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
 * Callers who ask again and again without a pause, each on a connection of its own.
 *
 * @param targets what they ask for by turns, all of one server
 * @param callers how many they are
 * @param time when they stop
 * @param most how many answers each of them wants; who has them stops earlier
 */
record Load(List<Target> targets, int callers, Duration time, int most) {
    /** All ask for the same. */
    Load(Target target, int callers, Duration time, int most) {
        this(List.of(target), callers, time, most);
    }

    /** Runs until all have stopped. */
    Round run() throws InterruptedException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(callers, Daemon::thread);
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Callable<long[]>> work = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int first = caller;
                work.add(() -> askUntil(end, first));
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

    private long[] askUntil(long end, int first) throws IOException {
        long[] times = new long[most];
        List<byte[]> requests = targets.stream().map(Target::request).toList();
        int count = 0;
        try (Connection connection = new Connection(targets.get(0).port())) {
            long now = System.nanoTime();
            while (now < end && count < most) {
                long asked = now;
                connection.ask(requests.get((first + count) % requests.size()));
                requireSuccess(connection.status());
                now = System.nanoTime();
                times[count++] = now - asked;
            }
        }
        return LongStream.of(times).limit(count).toArray();
    }

    private static void requireSuccess(int status) throws IOException {
        if (status != 200) {
            throw new IOException("a caller was answered with " + status);
        }
    }
}
