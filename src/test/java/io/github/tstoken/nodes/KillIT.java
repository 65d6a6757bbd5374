package io.github.tstoken.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few of the kills; {@link NodesSoak} has them all. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KillIT {
    private static final int TIMES = 3;

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "[R52] a node that is killed loses nothing but what it was about to store, which has to be connected again")
    void whenNodesAreKilledWhileTheyWork_thenEverythingIsAsItWasAnswered() throws Exception {
        try (Cluster cluster = Cluster.start(folder, Kills.TIMEOUT)) {
            Kills.Outcome outcome = new Kills(cluster, TIMES).run();
            Journal journal = outcome.journal();
            assertThat(journal.wrong()).isEmpty();
            assertThat(outcome.reuses()).isLessThanOrEqualTo(journal.interrupted(Doing.ASKING_FOR_A_TOKEN));
            assertThat(journal.reconnects()).isLessThanOrEqualTo(outcome.reuses());
            assertThat(outcome.orphans()).isLessThanOrEqualTo(journal.interrupted(Doing.CONNECTING));
        }
    }
}
