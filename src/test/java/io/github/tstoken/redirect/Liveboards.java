package io.github.tstoken.redirect;

import io.github.tstoken.config.RedirectConfig;
import io.github.tstoken.config.RedirectConfig.Mode;
import io.github.tstoken.config.Secret;
import io.github.tstoken.thoughtspot.LoginToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Values that the tests of this package share. */
final class Liveboards {
    static final String LIVEBOARD = "9bd202f5-d431-44bf-9a07-b4f7be372125";
    static final String TAB = "3f0d3a9e-7c56-4c1a-8f5e-0a2b4c6d8e10";
    static final String VIZ = "c1d2e3f4-0a1b-4c2d-8e3f-4a5b6c7d8e9f";

    static final URI THOUGHTSPOT = URI.create("https://ts.example.com");
    static final URI BASE = URI.create("https://analytics.example.com");
    static final String LOGIN_PATH = "/tspublic/v1/session/auth/token";

    private Liveboards() {}

    static EmbedTarget target(String path, RuntimeFilters filters) {
        return TargetPath.parse(List.of(path.split("/", -1))).orElseThrow().with(filters);
    }

    static EmbedTargets targets(Map<String, String> named) {
        return EmbedTargets.of(named);
    }

    static RedirectConfig config(URI base, boolean includeAuthtoken) {
        return new RedirectConfig(
                base,
                LOGIN_PATH,
                Mode.GET,
                Duration.ofSeconds(60),
                includeAuthtoken,
                false,
                List.of("'self'"),
                Map.of());
    }

    static LoginToken token(String value, String username) {
        return new LoginToken(Secret.of(value), username, OptionalInt.empty(), Instant.EPOCH, Optional.empty());
    }
}
