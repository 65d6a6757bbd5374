package io.github.tstoken.store;

import java.time.Instant;
import java.util.List;

/** Sign-ins that have ended, in the database. */
final class JdbcEndedSignIns implements EndedSignIns {
    /** More than that at once are not read; a node that has to hear of so many hears of the newest. */
    private static final int MOST = 100_000;

    private static final String NEWEST = "SELECT name, ended_at FROM tstoken_ended_sign_in WHERE ended_at >= ?"
            + " ORDER BY number DESC FETCH FIRST " + MOST + " ROWS ONLY";

    private final Statements statements;

    JdbcEndedSignIns(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(List<SignInEnd> ends, Instant forgetBefore) {
        for (SignInEnd end : ends) {
            run(
                    "INSERT INTO tstoken_ended_sign_in (name, ended_at) VALUES (?, ?)",
                    end.name(),
                    end.at().toEpochMilli());
        }
        run("DELETE FROM tstoken_ended_sign_in WHERE ended_at < ?", forgetBefore.toEpochMilli());
    }

    private void run(String sql, Object... values) {
        int unused = statements.update(sql, values);
    }

    @Override
    public List<SignInEnd> since(Instant moment) {
        return statements.query(
                NEWEST,
                row -> new SignInEnd(row.getString("name"), Instant.ofEpochMilli(row.getLong("ended_at"))),
                moment.toEpochMilli());
    }
}
