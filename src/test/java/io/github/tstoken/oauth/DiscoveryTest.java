package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.oauth.OAuthFailure.Kind;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private final RunningProvider provider = RunningProvider.start();
    private final RunningProvider healthy = RunningProvider.start();

    @AfterEach
    void stop() {
        provider.close();
        healthy.close();
    }

    @Test
    @DisplayName("[R62] a provider that is down disables itself alone, and is asked again")
    void whenAProviderIsDownAtStart_thenItAloneIsUnavailableUntilItIsBack() {
        provider.behaviour().answersAt(WELL_KNOWN, 503, "text/html", "<h1>down</h1>");
        try (Client client = unready(provider.issuer());
                Client other = Client.of(healthy)) {
            await().until(() -> client.server
                    .fault()
                    .filter(reason -> reason.contains("503"))
                    .isPresent());
            assertThat(client.server.canRevoke()).isFalse();
            assertThat(Client.failureOf(() -> client.server.begin(Client.CALLBACK)))
                    .hasMessage("the metadata of the provider cannot be fetched: the status is 503")
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE));
            assertThat(other.connect().claims()).isPresent();

            provider.behaviour().isWell();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> client.server.fault().isEmpty());
            assertThat(client.connect().claims()).isPresent();
        }
    }

    @Test
    void whenNobodyIsThere_thenThatIsTheReason() {
        String issuer = provider.issuer();
        provider.close();
        try (Client client = unready(issuer)) {
            await().until(() -> client.server
                    .fault()
                    .filter("the metadata of the provider cannot be fetched: unreachable"::equals)
                    .isPresent());
        }
    }

    @Test
    void whenTheMetadataAreElsewhere_thenTheyAreNotFollowed() {
        provider.behaviour().answersAt(WELL_KNOWN, 302, "text/html", "");
        try (Client client = unready(provider.issuer())) {
            await().until(() -> client.server
                    .fault()
                    .filter(reason -> reason.contains("302"))
                    .isPresent());
        }
    }

    @Test
    void whenTheMetadataAreTooLarge_thenTheyAreNotRead() {
        provider.behaviour().answersAt(WELL_KNOWN, 200, "application/json", " ".repeat(5_000_000) + "{}");
        try (Client client = unready(provider.issuer())) {
            await().until(() -> client.server
                    .fault()
                    .filter(reason -> reason.endsWith("invalid"))
                    .isPresent());
        }
    }

    @Test
    void whenTheyAreNotThere_thenTheyAreWhereRfc8414HasThem() {
        provider.behaviour().movedMetadata = true;
        try (Client client = Client.of(provider)) {
            assertThat(client.connect().claims()).isPresent();
        }
    }

    private static Client unready(String issuer) {
        return Client.unready(Client.config(Client.discovered(issuer), Client.secret(RunningProvider.SECRET)));
    }
}
