package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.testkit.provider.RunningProvider;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The token store in a PostgreSQL, through a {@code DataSource} of the server that server-config has set up. */
@ArquillianTest
@RunAsClient
class DataSourceIT extends ServerTest {
    private static final int PORT = Integer.getInteger("postgres.port");
    private static final EmbeddedPostgres DATABASE = startPostgreSql();
    private static final RunningProvider PROVIDER = RunningProvider.start();

    private static EmbeddedPostgres startPostgreSql() {
        try {
            return EmbeddedPostgres.builder().setPort(PORT).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Deployment(name = "ts-jndi", testable = false, order = 4)
    static WebArchive withDataSource() {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "tstoken.public-url",
                SERVER + "/ts-jndi",
                "tstoken.providers",
                "idp",
                "tstoken.store.datasource",
                System.getProperty("server.datasource"),
                "tstoken.store.encryption-keys",
                AuthorizationsIT.ENCRYPTION_KEY,
                "tstoken.provider.idp.issuer",
                PROVIDER.issuer(),
                "tstoken.provider.idp.client-id",
                RunningProvider.CLIENT,
                "tstoken.provider.idp.client-secret",
                RunningProvider.SECRET));
        return Deployments.withDataSource("ts-jndi.war", parameters, PORT);
    }

    @AfterAll
    static void stop() throws IOException {
        PROVIDER.close();
        DATABASE.close();
    }

    @Test
    void whenTheServerHasADataSource_thenConnectionsAreInItsDatabase() throws SQLException {
        Connector alice = new Connector(Visitor.at(SERVER).signedInAs("alice"), "/ts-jndi");
        await().atMost(Duration.ofSeconds(30)).until(() -> alice.begin("idp").statusCode() == 201);
        assertThat(alice.connect("idp").body()).contains("result=connected");
        assertThat(alice.token("idp").statusCode()).isEqualTo(200);
        assertThat(rows()).isEqualTo(1);
        assertThat(alice.disconnect("idp").statusCode()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(30)).until(() -> rows() == 0);
    }

    private static int rows() throws SQLException {
        try (Connection connection = DATABASE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM tstoken_authorization")) {
            count.next();
            return count.getInt(1);
        }
    }
}
