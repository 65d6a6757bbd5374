package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsTest extends StoreTest {

    @Test
    void whenNodesStartAtTheSameTime_thenTheSchemaIsMadeOnceAndAllWork() throws Exception {
        List<TokenStore> nodes = AtOnce.run(4, number -> this::node);
        for (TokenStore node : nodes) {
            connected(node, BOB, tokens("1"));
        }
        assertThat(history()).isEqualTo(2);
    }

    @Test
    void whenTheDatabaseHasTablesOfOthers_thenTheyStay() {
        Statements sql = sql();
        sql.update("CREATE TABLE of_others (id BIGINT)");
        sql.update("INSERT INTO of_others VALUES (7)");
        connected(node(), BOB, tokens("1"));
        assertThat(sql.query("SELECT id FROM of_others", row -> row.getLong(1))).containsExactly(7L);
    }

    @Test
    void whenAnOlderNodeMeetsANewerSchema_thenItWorks() {
        node().close();
        sql().update(
                        "INSERT INTO \"tstoken_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                                + " \"script\", \"installed_by\", \"execution_time\", \"success\")"
                                + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 'somebody', 0, TRUE)");
        assertThat(connected(node(), BOB, tokens("1")).state()).isEqualTo(Authorization.State.CONNECTED);
    }

    /** Without the mark of the schema that was there before. */
    private long history() {
        return sql().query(
                        "SELECT COUNT(*) FROM \"tstoken_schema_history\" WHERE \"type\" = 'SQL'", row -> row.getLong(1))
                .get(0);
    }
}
