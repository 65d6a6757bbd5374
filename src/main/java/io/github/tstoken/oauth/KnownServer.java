package io.github.tstoken.oauth;

import io.github.tstoken.config.ProviderEndpoints;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of a server. Its metadata are asked for behind the requests: until they are there again and again, at growing
 * intervals of a minute at most; then every hour, and what is known stays meanwhile. Thread-safe.
 */
final class KnownServer {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(KnownServer.class);

    private final String name;
    private final BoundedHttp http;
    private final Timer timer;
    private volatile Optional<Known> known = Optional.empty();
    private volatile String fault = "the metadata of the provider are being fetched";

    /**
     * Metadata and keys.
     *
     * @param metadata what the server says of itself
     * @param keys its keys; empty when it has none
     */
    record Known(ServerMetadata metadata, Optional<PublishedKeys> keys) {}

    /**
     * Knows nothing yet.
     *
     * @param name for the log
     */
    KnownServer(String name, BoundedHttp http, Timer timer) {
        this.name = name;
        this.http = http;
        this.timer = timer;
    }

    /** Knows what is configured, or begins to ask. */
    void begin(ProviderEndpoints endpoints, boolean expectsIdTokens) {
        if (endpoints instanceof ProviderEndpoints.Named named) {
            known = Optional.of(new Known(ServerMetadata.of(named), Optional.empty()));
        } else if (endpoints instanceof ProviderEndpoints.Discovered discovered) {
            ask(new Discovery(http, discovered, expectsIdTokens), FIRST_PAUSE);
        }
    }

    private void ask(Discovery discovery, Duration pause) {
        CompletionStage<Void> unused = discovery.ask().handle((metadata, failure) -> {
            if (failure == null) {
                keep(metadata);
            } else {
                note(reason(failure));
            }
            Duration wait = failure == null ? FRESH : pause;
            Duration next = failure == null ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            timer.after(wait, () -> ask(discovery, next));
            return null;
        });
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void keep(ServerMetadata metadata) {
        Optional<PublishedKeys> keys = known.filter(
                        before -> before.metadata().keys().equals(metadata.keys()))
                .map(Known::keys)
                .orElseGet(() -> metadata.keys()
                        .map(address -> new PublishedKeys(() -> PublishedKeys.ask(http, address), System::nanoTime)));
        keys.ifPresent(published -> {
            CompletableFuture<KeySet> unused = published.fetch();
        });
        known = Optional.of(new Known(metadata, keys));
    }

    private void note(String reason) {
        if (!reason.equals(fault)) {
            LOG.warn("provider {}: {}", name, reason);
        }
        fault = reason;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof OAuthFailure wrong) {
            return wrong.getMessage();
        }
        return "the metadata of the provider cannot be fetched"
                + UpstreamFailure.in(failure)
                        .map(upstream -> ": " + upstream.kind().slug())
                        .orElse("");
    }

    /** Why nothing is known; empty when it is. */
    Optional<String> fault() {
        return known.isPresent() ? Optional.empty() : Optional.of(fault);
    }

    /**
     * What is known.
     *
     * @throws OAuthFailure {@code UNAVAILABLE}
     */
    Known get() {
        return known.orElseThrow(() -> new OAuthFailure(Kind.UNAVAILABLE, fault));
    }
}
