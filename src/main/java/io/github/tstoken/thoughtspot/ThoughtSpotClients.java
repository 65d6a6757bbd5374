package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.http.BoundedHttp;
import java.time.Clock;

/** Chooses the client. */
public final class ThoughtSpotClients {
    private ThoughtSpotClients() {}

    /**
     * The client for the configured REST API.
     *
     * @param http used for every call; closing it is its owner's work
     * @param whenTheKeyChanges run when another secret key mints than did before
     */
    public static ThoughtSpotClient of(
            ThoughtSpotConfig config, BoundedHttp http, Clock clock, Runnable whenTheKeyChanges) {
        KeyRings keys = new KeyRings(config.secretKeys(), whenTheKeyChanges);
        return switch (config.api()) {
            case V2 -> new RestV2Client(config, http, keys, clock);
            case V1 -> new RestV1Client(config, http, keys, clock);
        };
    }
}
