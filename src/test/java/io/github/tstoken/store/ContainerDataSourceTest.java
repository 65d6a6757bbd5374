package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.StoreDatabase;
import java.nio.file.Path;
import javax.naming.Context;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerDataSourceTest {
    @TempDir
    Path directory;

    @AfterEach
    void forgetNames() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        Names.BOUND.clear();
    }

    @Test
    void whenTheServerHasADataSource_thenItsConnectionsAreUsedAndGivenBack() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + directory.resolve("of-the-server") + ";AUTOCOMMIT=FALSE");
        JdbcConnectionPool pool = JdbcConnectionPool.create(database);
        Names.BOUND.put("java:comp/env/jdbc/ts-token", pool);
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
        StoreDatabase container = new StoreDatabase.Container("java:comp/env/jdbc/ts-token");
        try (TokenStore store = StoreTest.open(container)) {
            StoreTest.connected(store, StoreTest.BOB, StoreTest.tokens("1"));
            assertThat(StoreTest.accessToken(store, StoreTest.BOB)).contains("access-1");
            assertThat(pool.getActiveConnections()).isZero();
        }
        try (TokenStore again = StoreTest.open(container)) {
            assertThat(StoreTest.accessToken(again, StoreTest.BOB)).contains("access-1");
        }
        pool.dispose();
    }
}
