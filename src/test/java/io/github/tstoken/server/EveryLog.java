package io.github.tstoken.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Every line of every log of this process at its lowest level, from here until it is closed: libraries', Tomcat's, the JDK's. */
final class EveryLog extends Handler {
    /** The stand-in's own server. */
    private static final String THOUGHTSPOT = "com.sun.net.httpserver";

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final SimpleFormatter format = new SimpleFormatter();
    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Level before = root.getLevel();

    private EveryLog() {
        setLevel(Level.ALL);
    }

    static EveryLog begin() {
        EveryLog log = new EveryLog();
        log.root.addHandler(log);
        log.root.setLevel(Level.ALL);
        return log;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        if (!String.valueOf(line.getLoggerName()).startsWith(THOUGHTSPOT)) {
            lines.add(text(line));
        }
    }

    /** All that a formatter can write of it, but where in the code it comes from, which takes long to find out. */
    private String text(LogRecord line) {
        StringWriter text = new StringWriter();
        text.append(line.getLoggerName())
                .append(' ')
                .append(format.formatMessage(line))
                .append(Arrays.toString(line.getParameters()));
        Optional.ofNullable(line.getThrown()).ifPresent(thrown -> thrown.printStackTrace(new PrintWriter(text, true)));
        return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.setLevel(before);
        root.removeHandler(this);
    }
}
