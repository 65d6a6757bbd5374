package io.github.tstoken.oauth;

import io.github.tstoken.config.ProviderEndpoints;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.HttpCall;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks a server once what it says of itself. */
final class Discovery {
    private static final Map<String, String> ACCEPT = Map.of("Accept", "application/json");

    private final BoundedHttp http;
    private final ProviderEndpoints.Discovered where;
    private final boolean expectsIdTokens;

    Discovery(BoundedHttp http, ProviderEndpoints.Discovered where, boolean expectsIdTokens) {
        this.http = http;
        this.where = where;
        this.expectsIdTokens = expectsIdTokens;
    }

    /** The metadata; or an {@code UNAVAILABLE}, or an {@link io.github.tstoken.http.UpstreamFailure}. */
    CompletionStage<ServerMetadata> ask() {
        return get(where.discoveryUrl())
                .thenCompose(answer ->
                        answer.status() == 404 ? elsewhere(answer) : CompletableFuture.completedFuture(answer))
                .thenApply(this::read);
    }

    private CompletionStage<HttpAnswer> elsewhere(HttpAnswer answer) {
        return oauthAddress().map(this::get).orElseGet(() -> CompletableFuture.completedFuture(answer));
    }

    /** RFC 8414 section 3.1: the well-known part comes before the path of the issuer, not after it. */
    private Optional<URI> oauthAddress() {
        String address = where.discoveryUrl().toString();
        boolean followsFromIssuer = where.issuer().isPresent() && address.endsWith(MetadataReader.WELL_KNOWN);
        if (!followsFromIssuer) {
            return Optional.empty();
        }
        URI prefix = URI.create(address.substring(0, address.length() - MetadataReader.WELL_KNOWN.length()));
        return Optional.of(prefix.resolve("/.well-known/oauth-authorization-server" + prefix.getRawPath()));
    }

    private CompletionStage<HttpAnswer> get(URI address) {
        return http.send(HttpCall.get(address, ACCEPT));
    }

    private ServerMetadata read(HttpAnswer answer) {
        if (answer.status() != 200) {
            throw new OAuthFailure(
                    Kind.UNAVAILABLE,
                    "the metadata of the provider cannot be fetched: the status is " + answer.status());
        }
        return MetadataReader.read(answer.body(), where, expectsIdTokens);
    }
}
