package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.config.ClientAuthMethod;
import io.github.tstoken.config.ClientRegistration;
import io.github.tstoken.config.ProviderConfig;
import io.github.tstoken.config.ProviderDescription;
import io.github.tstoken.config.ProviderEndpoints;
import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SecretSource;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One client of a provider, and a browser that goes where it is sent. */
final class Client implements AutoCloseable {
    static final URI CALLBACK = URI.create("https://app.example.com/ts-token/authorizations/idp/callback");
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    final OAuthServer server;

    private Client(OAuthServer server) {
        this.server = server;
    }

    /** A client that the provider describes itself to. */
    static Client of(RunningProvider provider) {
        return of(config(discovered(provider), secret(RunningProvider.SECRET)));
    }

    static Client of(ProviderConfig config) {
        Client client = unready(config);
        await().atMost(Duration.ofSeconds(10)).until(() -> client.server.fault().isEmpty());
        return client;
    }

    /** A client that may not know its provider yet. */
    static Client unready(ProviderConfig config) {
        return new Client(OAuthServer.open(config, Clock.systemUTC()));
    }

    static ProviderEndpoints discovered(RunningProvider provider) {
        return discovered(provider.issuer());
    }

    static ProviderEndpoints.Discovered discovered(String issuer) {
        return new ProviderEndpoints.Discovered(URI.create(issuer + MetadataReader.WELL_KNOWN), Optional.of(issuer));
    }

    static ProviderEndpoints named(RunningProvider provider) {
        return new ProviderEndpoints.Named(
                provider.endpoint("/authorize"),
                provider.endpoint("/token"),
                Optional.of(provider.endpoint("/revoke")));
    }

    static ClientRegistration secret(String value) {
        return registration(ClientAuthMethod.CLIENT_SECRET_BASIC, Optional.of(value), Optional.empty());
    }

    static ClientRegistration registration(
            ClientAuthMethod method, Optional<String> secret, Optional<String> nextSecret) {
        return new ClientRegistration(
                RunningProvider.CLIENT, method, source(secret), source(nextSecret), Optional.empty());
    }

    private static Optional<SecretSource> source(Optional<String> secret) {
        return secret.map(Secret::of).map(SecretSource::of);
    }

    static ProviderConfig config(ProviderEndpoints endpoints, ClientRegistration client) {
        return config(endpoints, client, List.of("openid", "email", "offline_access"));
    }

    static ProviderConfig config(ProviderEndpoints endpoints, ClientRegistration client, List<String> scopes) {
        return new ProviderConfig(
                "idp",
                endpoints,
                client,
                scopes,
                TIMEOUT,
                Duration.ofSeconds(60),
                Duration.ofHours(1),
                new ProviderDescription("idp", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** The tokens of a whole flow. */
    IssuedTokens connect() {
        AuthorizationRequest request = server.begin(CALLBACK);
        return redeem(request, visit(request));
    }

    IssuedTokens redeem(AuthorizationRequest request, Map<String, List<String>> answer) {
        return result(server.redeem(answer, request.secrets(), CALLBACK));
    }

    IssuedTokens refresh(IssuedTokens tokens) {
        return result(server.refresh(
                tokens.refreshToken().orElseThrow(),
                tokens.scopes(),
                tokens.claims().map(claims -> claims.values("sub").get(0))));
    }

    /** What a stage came to. */
    static <T> T result(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof OAuthFailure known ? known : failure;
        }
    }

    /** The failure of what is done. */
    static OAuthFailure failureOf(ThrowingCallable doing) {
        return catchThrowableOfType(OAuthFailure.class, doing);
    }

    /** Sends the browser; what it comes back with. */
    static Map<String, List<String>> visit(AuthorizationRequest request) {
        try {
            HttpResponse<Void> answer = BROWSER.send(
                    HttpRequest.newBuilder(request.address()).timeout(TIMEOUT).build(),
                    HttpResponse.BodyHandlers.discarding());
            return parameters(URI.create(answer.headers().firstValue("Location").orElseThrow())
                    .getRawQuery());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The parameters of a query, decoded. */
    static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                    .add(parts.length == 2 ? decode(parts[1]) : "");
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
