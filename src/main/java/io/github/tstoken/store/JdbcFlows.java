package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The flows of all nodes. The oldest gives way to a new one: of a sign-in or browser, and of all. */
final class JdbcFlows implements FlowStore {
    /** The most flows that are kept, but for those that began since the last sweep. */
    static final int MOST = 100_000;
    /** So many flows begin on a node between two sweeps. */
    static final int BETWEEN_SWEEPS = 100;

    private static final String INSERT =
            "INSERT INTO tstoken_flow (state_hash, opener, ends_at, flow) VALUES (?, ?, ?, ?)";
    private static final String FIND = "SELECT ends_at, flow FROM tstoken_flow WHERE state_hash = ?";
    private static final String TAKE = "DELETE FROM tstoken_flow WHERE state_hash = ?";
    private static final String LEAVE_NEWEST = "DELETE FROM tstoken_flow WHERE opener = ? AND number NOT IN ("
            + "SELECT number FROM tstoken_flow WHERE opener = ? ORDER BY number DESC"
            + " FETCH FIRST " + MOST_OPEN + " ROWS ONLY)";
    private static final String SWEEP =
            "DELETE FROM tstoken_flow WHERE ends_at <= ? OR number <= (SELECT MAX(number) FROM tstoken_flow) - ?";

    private final Statements statements;
    private final FlowCipher cipher;
    private final Clock clock;
    private final AtomicInteger untilSweep = new AtomicInteger();

    /** A row. */
    private record Kept(long endsAt, Ciphertext flow) {
        static Kept read(ResultSet row) throws SQLException {
            return new Kept(row.getLong("ends_at"), new Ciphertext(row.getBytes("flow")));
        }
    }

    JdbcFlows(Statements statements, FlowCipher cipher, Clock clock) {
        this.statements = statements;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public void begin(PendingFlow flow) {
        if (untilSweep.getAndUpdate(left -> left == 0 ? BETWEEN_SWEEPS : left - 1) == 0) {
            int unused = sweep();
        }
        String opener = FlowKey.opener(flow);
        run(INSERT, FlowKey.of(flow.state()), opener, flow.endsAt().toEpochMilli(), cipher.encrypt(flow));
        run(LEAVE_NEWEST, opener, opener);
    }

    private void run(String sql, Object... values) {
        int unused = statements.update(sql, values);
    }

    /** Who deletes the row has the flow: one of all nodes. */
    @Override
    public Optional<PendingFlow> take(Secret state) {
        String key = FlowKey.of(state);
        Optional<Kept> kept = statements.query(FIND, Kept::read, key).stream().findFirst();
        if (kept.isEmpty()
                || statements.update(TAKE, key) == 0
                || clock.millis() >= kept.get().endsAt()) {
            return Optional.empty();
        }
        return cipher.decrypt(state, kept.get().endsAt(), kept.get().flow());
    }

    /** Deletes the flows that have ended, or are too many, and says how many there were. */
    int sweep() {
        return statements.update(SWEEP, clock.millis(), MOST);
    }
}
