package io.github.tstoken.operations;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of the audit log of this node, in memory. Each is short, so that all of them take a megabyte at most. */
public final class RecentAudit {
    /** How many lines are kept. */
    public static final int MOST = 1000;

    private final Deque<String> lines = new ArrayDeque<>(MOST);

    synchronized void add(String line) {
        if (lines.size() == MOST) {
            lines.removeLast();
        }
        lines.addFirst(line);
    }

    /** The last lines, JSON each, the newest first. */
    public synchronized List<String> newest(int limit) {
        return lines.stream().limit(limit).toList();
    }
}
