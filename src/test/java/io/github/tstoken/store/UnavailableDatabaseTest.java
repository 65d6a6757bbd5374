package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.StoreDatabase;
import io.github.tstoken.testkit.FaultyUpstream;
import io.github.tstoken.testkit.Peer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnavailableDatabaseTest {
    /** What a call may take at most is a few seconds; this is far from a hang on any machine. */
    private static final Duration NO_HANG = Duration.ofSeconds(30);

    private final StoreDatabase.PostgreSql database = RunningPostgreSql.freshDatabase();

    private static void find(TokenStore store) {
        assertThat(store.authorizations().find(StoreTest.BOB, StoreTest.IDP)).isEmpty();
    }

    private static void assertUnavailable(ThrowingCallable call) {
        long begun = System.nanoTime();
        assertThatThrownBy(call).isInstanceOf(StoreUnavailableException.class).hasNoCause();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(NO_HANG);
    }

    @Test
    @DisplayName("[R57] a database that is silent is no hang")
    void whenTheDatabaseTakesConnectionsAndIsSilent_thenTheStoreIsUnavailable() throws IOException {
        try (FaultyUpstream silent = FaultyUpstream.start(Peer::awaitClose);
                TokenStore store =
                        StoreTest.open(RunningPostgreSql.at(silent.url().getPort(), "none"))) {
            assertUnavailable(() -> find(store));
        }
    }

    @Test
    @DisplayName("[R57] a database that comes later is used, without a new start")
    void whenTheDatabaseComesLaterAndGoesAndComesBack_thenTheStoreWorksWheneverItIsThere() throws IOException {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        try (Forwarding way = Forwarding.to(RunningPostgreSql.port());
                TokenStore store = StoreTest.open(RunningPostgreSql.at(way.port(), name))) {
            assertUnavailable(() -> find(store));
            way.mend();
            awaitWorking(store);
            way.cut();
            assertUnavailable(() -> find(store));
            way.mend();
            awaitWorking(store);
        }
    }

    private static void awaitWorking(TokenStore store) {
        await().atMost(NO_HANG)
                .untilAsserted(() -> assertThatCode(() -> find(store)).doesNotThrowAnyException());
    }

    @Test
    void whenAStatementHasToWait_thenItIsCancelledAndTheNextOneWorks() throws SQLException {
        try (TokenStore store = StoreTest.open(database)) {
            try (Connection other = PostgreSqlDatabase.forMigrations(database).getConnection()) {
                other.setAutoCommit(false);
                other.createStatement().execute("LOCK TABLE tstoken_authorization IN ACCESS EXCLUSIVE MODE");
                assertUnavailable(() -> find(store));
                other.rollback();
            }
            find(store);
        }
    }

    @Test
    @DisplayName("[R57] the database's words, which have what is in a row, stay where they are")
    void whenTheDatabaseRefusesARow_thenNothingOfTheRowIsInTheException() {
        try (TokenStore store = StoreTest.open(database)) {
            new JdbcStatements(PostgreSqlDatabase.forStatements(database))
                    .update("ALTER TABLE tstoken_authorization ADD CHECK (scopes <> 'canary')");
            GrantedTokens tokens = new GrantedTokens(
                    Secret.of("access"), Optional.empty(), Optional.empty(), Set.of("canary"), StoreTest.EXPIRY);
            assertThatThrownBy(() -> store.authorizations().connect(StoreTest.BOB, StoreTest.IDP, tokens))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage("the database failed with SQLSTATE 23514")
                    .hasNoCause();
        }
    }

    @Test
    void whenTheServerHasNoSuchDataSource_thenTheStoreDoesNotOpen() {
        assertThatThrownBy(() -> StoreTest.open(new StoreDatabase.Container("java:comp/env/jdbc/none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java:comp/env/jdbc/none");
    }
}
