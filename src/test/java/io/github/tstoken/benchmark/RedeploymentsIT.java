package io.github.tstoken.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The soak's redeployments, fewer of them. */
class RedeploymentsIT {
    private static final int TIMES = 5;

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "[R69] redeployed again and again, nothing stays: no class loader, no thread, no complaint of the server")
    void whenItIsRedeployedAgainAndAgain_thenNothingStays() throws IOException, InterruptedException {
        Redeployments.Outcome outcome = new Redeployments(Launcher.in(folder), TIMES).run();

        assertThat(outcome.complaints()).isEmpty();
        assertThat(outcome.kept()).isEqualTo("0 0");
    }

    @Test
    @DisplayName("[R69] with a token store nothing stays either: no thread of the database, no driver")
    void whenItHasATokenStore_thenNothingStays() throws IOException, InterruptedException {
        Redeployments.Outcome outcome = new Redeployments(Launcher.in(folder), TIMES)
                .withStore(folder.resolve("store"))
                .run();

        assertThat(outcome.complaints()).isEmpty();
        assertThat(outcome.kept()).isEqualTo("0 0");
    }
}
