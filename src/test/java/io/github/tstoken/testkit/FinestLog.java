package io.github.tstoken.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;

/** All that some loggers write while everything is on. */
public final class FinestLog extends Handler implements AutoCloseable {
    private static final int PART = 8;

    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private FinestLog(Logger logger) {
        this.logger = logger;
    }

    /** Turns everything below this name on, until it is closed. */
    public static FinestLog of(String name) {
        FinestLog log = new FinestLog(Logger.getLogger(name));
        log.logger.setLevel(Level.ALL);
        log.logger.addHandler(log);
        log.logger.setUseParentHandlers(false);
        return log;
    }

    /** What was written. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Whether a line has a part of a secret: HttpClient's wire log shows 16 bytes in a line, so that none is whole in one. */
    public static boolean hasPartOf(String secret, String line) {
        return IntStream.rangeClosed(0, secret.length() - PART)
                .anyMatch(start -> line.contains(secret.substring(start, start + PART)));
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(new SimpleFormatter().format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
