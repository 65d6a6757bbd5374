package io.github.tstoken.standin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was asked of the stand-in, in order: the last 10 000 requests. */
public final class Journal {
    private static final int LONGEST = 10_000;

    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final Settings settings;

    Journal(Settings settings) {
        this.settings = settings;
    }

    /** Every request, the oldest first. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** The requests to a path, preflights aside, the oldest first. */
    public List<JournalEntry> to(String path) {
        return entries().stream()
                .filter(entry -> entry.path().equals(path) && !entry.method().equals("OPTIONS"))
                .toList();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        entries.clear();
    }

    synchronized void record(Request request, int status, List<String> notes) {
        entries.add(new JournalEntry(
                request.method(),
                request.path(),
                settings.masked(request.query()),
                request.headers(),
                settings.masked(request.body()),
                status,
                notes));
        if (entries.size() > LONGEST) {
            entries.removeFirst();
        }
    }
}
