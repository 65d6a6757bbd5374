package io.github.tstoken.benchmark;

/** Threads that do not keep the process alive. */
final class Daemon {
    private Daemon() {}

    static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "benchmark");
        thread.setDaemon(true);
        return thread;
    }
}
