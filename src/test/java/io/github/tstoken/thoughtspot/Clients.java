package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.AbacConfig.PersistOption;
import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SecretKeyPair;
import io.github.tstoken.config.SecretKeys;
import io.github.tstoken.config.SecretSource;
import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.TraceContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;

/** Configurations and requests for the tests of the clients. */
final class Clients {
    static final String SECRET_KEY = "canary-secret-key-0d9c";

    /** An Org with a key of its own, that of the stand-in. */
    static final int SALES = 1;

    static final String SALES_KEY = "canary-sales-key-77f1";
    static final Guid LIVEBOARD = new Guid("f47ac10b-58cc-4372-a567-0e02b2c3d479");

    static final TraceContext TRACE =
            new TraceContext("0af7651916cd43dd8448eb211c80319c", "01", Optional.of("vendor=1"));

    private Clients() {}

    static ThoughtSpotConfig config(URI url, Api api, String secretKey, Duration timeout) {
        return new ThoughtSpotConfig(
                url,
                new SecretKeys(pair(secretKey), Map.of(SALES, pair(SALES_KEY))),
                api,
                "/callosum/v1/tspublic/v1/session/auth/token",
                OptionalInt.empty(),
                timeout,
                timeout,
                8,
                8,
                0,
                Optional.empty(),
                Optional.empty());
    }

    private static SecretKeyPair pair(String key) {
        return new SecretKeyPair(SecretSource.of(Secret.of(key)), Optional.empty());
    }

    static TokenRequest full(String username) {
        return new TokenRequest(username, OptionalInt.empty(), Optional.empty(), Duration.ofMinutes(5));
    }

    static TokenRequest full(String username, int org) {
        return new TokenRequest(username, OptionalInt.of(org), Optional.empty(), Duration.ofMinutes(5));
    }

    static TokenRequest custom(String username, int org, PersistOption persist, Map<String, List<String>> values) {
        return new TokenRequest(
                username,
                OptionalInt.of(org),
                Optional.empty(),
                Optional.of(new VariableValues(persist, values)),
                Optional.empty(),
                Duration.ofMinutes(5));
    }

    static TokenRequest ofLiveboard(String username) {
        return new TokenRequest(username, OptionalInt.empty(), Optional.of(LIVEBOARD), Duration.ofMinutes(5));
    }

    /** A mint that has all the time that the client's configuration gives it. */
    static CompletionStage<LoginToken> mint(ThoughtSpotClient client, TokenRequest request) {
        return client.mint(request, Deadline.after(Duration.ofMinutes(1)), TRACE);
    }
}
