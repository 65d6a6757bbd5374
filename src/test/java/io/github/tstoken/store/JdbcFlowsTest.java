package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class JdbcFlowsTest extends FlowStoreContract {
    private static final KeyRing KEYS = KeyRing.of(List.of(StoreTest.KEY));

    @Parameter
    Backend backend;

    @TempDir
    Path directory;

    private final List<Connections> open = new ArrayList<>();
    private Connections database;
    private Statements sql;

    @BeforeEach
    void createTables() {
        database = Connections.to(backend.fresh(directory));
        open.add(database);
        Migrations.run(database.forMigrations());
        sql = new JdbcStatements(database.forStatements());
    }

    @AfterEach
    void close() {
        open.forEach(connections -> connections.closing().run());
    }

    private JdbcFlows node(Duration time) {
        return new JdbcFlows(sql, new FlowCipher(KEYS), Clock.fixed(NOW.plus(time), ZoneOffset.UTC));
    }

    @Override
    FlowStore flows() {
        return node(Duration.ZERO);
    }

    @Override
    FlowStore later(FlowStore same, Duration time) {
        return node(time);
    }

    private long rows() {
        return sql.query("SELECT COUNT(*) FROM tstoken_flow", row -> row.getLong(1))
                .get(0);
    }

    @Test
    @DisplayName("[R47] a copy of the database has no secret of a flow in it, and no address")
    void whenTheDatabaseIsRead_thenThereIsNoSecret() {
        flows().begin(signIn("canary", "canary-browser"));
        List<String> rows = sql.query(
                "SELECT state_hash, opener, flow FROM tstoken_flow",
                row -> row.getString(1) + row.getString(2) + new String(row.getBytes(3), StandardCharsets.ISO_8859_1));
        assertThat(rows).singleElement().asString().doesNotContain("canary", "ts-token");
    }

    @Test
    @DisplayName("[R48] a flow of one state is no flow of another")
    void whenAFlowIsCopiedToAnotherState_thenItIsNone() {
        FlowStore flows = flows();
        flows.begin(signIn("a", "browser"));
        flows.begin(signIn("b", "other"));
        Ciphertext flow = sql.query(
                        "SELECT flow FROM tstoken_flow WHERE state_hash = ?",
                        row -> new Ciphertext(row.getBytes(1)),
                        FlowKey.of(Secret.of("a")))
                .get(0);
        sql.update("UPDATE tstoken_flow SET flow = ?", flow);
        assertThat(flows.take(Secret.of("b"))).isEmpty();
        assertThat(flows.take(Secret.of("a"))).isPresent();
    }

    @Test
    void whenSomebodyProlongsAFlow_thenItIsNone() {
        FlowStore flows = flows();
        flows.begin(signIn("a", "browser"));
        sql.update("UPDATE tstoken_flow SET ends_at = ends_at + 1");
        assertThat(flows.take(Secret.of("a"))).isEmpty();
    }

    @Test
    void whenTheKeyIsGone_thenThereIsNoFlow() {
        flows().begin(signIn("a", "browser"));
        FlowCipher other = new FlowCipher(KeyRing.of(List.of(StoreTest.key(2))));
        assertThat(new JdbcFlows(sql, other, Clock.fixed(NOW, ZoneOffset.UTC)).take(Secret.of("a")))
                .isEmpty();
    }

    @Test
    void whenFlowsHaveEnded_thenTheSweepDeletesThemAndNoOthers() {
        flows().begin(signIn("a", "browser"));
        assertThat(node(LIFE.minusMillis(1)).sweep()).isZero();
        assertThat(node(LIFE).sweep()).isEqualTo(1);
    }

    @Test
    @DisplayName("[R60] the oldest flows of a browser that never comes back are deleted at once")
    void whenABrowserBeginsAgainAndAgain_thenFiveRowsAreKept() {
        FlowStore flows = flows();
        for (int number = 0; number < 20; number++) {
            flows.begin(signIn("state" + number, "browser"));
        }
        assertThat(rows()).isEqualTo(FlowStore.MOST_OPEN);
    }

    @Test
    @DisplayName("[R60] however many browsers begin, the table is bounded")
    void whenMoreBrowsersBeganThanHaveAPlace_thenTheOldestGivesWay() {
        FlowStore flows = flows();
        flows.begin(signIn("first", "browser"));
        sql.update("ALTER TABLE tstoken_flow ALTER COLUMN number RESTART WITH " + (JdbcFlows.MOST + 1));
        flows.begin(signIn("last", "other"));
        assertThat(node(Duration.ZERO).sweep()).isEqualTo(1);
        assertThat(flows.take(Secret.of("first"))).isEmpty();
        assertThat(flows.take(Secret.of("last"))).isPresent();
    }

    @Test
    void whenManyFlowsBegin_thenTheEndedOnesAreSweptMeanwhile() {
        flows().begin(signIn("ended", "browser"));
        FlowStore node = node(LIFE);
        node.begin(connect("first", "sign-in"));
        assertThat(rows()).isEqualTo(1);
    }
}
