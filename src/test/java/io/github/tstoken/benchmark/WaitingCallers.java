package io.github.tstoken.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Callers who have asked once and wait. */
final class WaitingCallers implements AutoCloseable {
    private final List<Connection> connections = new ArrayList<>();

    private WaitingCallers() {}

    static WaitingCallers ask(Target target, int callers) throws IOException {
        WaitingCallers waiting = new WaitingCallers();
        for (int caller = 0; caller < callers; caller++) {
            Connection connection = new Connection(target.port());
            waiting.connections.add(connection);
            connection.ask(target.request());
        }
        return waiting;
    }

    /** How many have not had a byte of an answer. */
    int waiting() throws IOException {
        int waiting = 0;
        for (Connection connection : connections) {
            waiting += connection.isSilent() ? 1 : 0;
        }
        return waiting;
    }

    /** Waits for the answers, and says how many had this status. */
    int answersWith(int status) throws IOException {
        int answers = 0;
        for (Connection connection : connections) {
            answers += connection.status() == status ? 1 : 0;
        }
        return answers;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
