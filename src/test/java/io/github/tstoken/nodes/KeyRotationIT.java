package io.github.tstoken.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The encryption key changes in the order that the documentation gives, one node at a time, while both are in use. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KeyRotationIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String RE_ENCRYPTION = "/admin/store/re-encrypt";

    @TempDir
    private Path folder;

    private final Person admin = new Person("admin");
    private final List<Person> connected = new ArrayList<>();

    private static void configure(Cluster cluster, String node, String... keys) throws IOException {
        Files.writeString(cluster.keys(node), String.join("\n", keys) + "\n");
        (node.equals("a") ? cluster.a() : cluster.b()).redeploy();
    }

    /** Somebody more connects at each node, and everybody's token is readable at both. */
    private void requireEverythingReadable(Cluster cluster, String step) {
        for (Node node : cluster.nodes()) {
            Person next = new Person("person-" + connected.size());
            assertThat(next.connect(node, node).join().body()).as(step).contains("result=connected");
            connected.add(next);
        }
        for (Person person : connected) {
            List<String> tokens = cluster.nodes().stream()
                    .map(node -> person.token(node).join())
                    .peek(answer -> assertThat(answer.status()).as(step).isEqualTo(200))
                    .map(Person.Answer::accessToken)
                    .toList();
            assertThat(tokens.get(0)).as(step).isEqualTo(tokens.get(1));
        }
    }

    private JsonNode encryptedAnew(Node node) {
        assertThat(admin.post(node, RE_ENCRYPTION).join().status()).isEqualTo(202);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Json.read(admin.get(node, RE_ENCRYPTION).join().body()),
                        report -> report.path("state").asText().equals("finished"));
    }

    @Test
    @DisplayName("[R35] a new encryption key comes and the old one goes, node by node, and everything stays readable")
    void whenKeysChangeOnOneNodeAfterTheOther_thenEverythingIsReadableAllTheTime() throws Exception {
        try (Cluster cluster = Cluster.start(folder, TIMEOUT)) {
            requireEverythingReadable(cluster, "the old key");
            for (String node : List.of("a", "b")) {
                configure(cluster, node, Cluster.OLD_KEY, Cluster.NEW_KEY);
                requireEverythingReadable(cluster, "the new key can decrypt at " + node);
            }
            for (String node : List.of("a", "b")) {
                configure(cluster, node, Cluster.NEW_KEY, Cluster.OLD_KEY);
                requireEverythingReadable(cluster, "the new key encrypts at " + node);
            }
            requireRefusal(cluster);
            JsonNode report = encryptedAnew(cluster.a());
            assertThat(report.path("remaining").asInt()).isZero();
            assertThat(report.path("unreadable").asInt()).isZero();
            requireEverythingReadable(cluster, "encrypted anew");
            for (String node : List.of("a", "b")) {
                configure(cluster, node, Cluster.NEW_KEY);
                requireEverythingReadable(cluster, "the old key is gone at " + node);
            }
        }
    }

    /** Without the key that rows are still stored under, no node starts; it says which key that is. */
    private static void requireRefusal(Cluster cluster) throws Exception {
        Path keys = cluster.keys("another");
        Files.writeString(keys, Cluster.NEW_KEY + "\n");
        Node another = cluster.another(keys, TIMEOUT);
        assertThatThrownBy(another::start).hasMessageContaining("did not start");
        String id = cluster.database()
                .column("SELECT key_id FROM tstoken_authorization ORDER BY connected_at FETCH FIRST ROW ONLY")
                .get(0);
        assertThat(another.log())
                .contains("tokens are stored under the encryption key " + String.format("%08x", Integer.parseInt(id)));
    }
}
