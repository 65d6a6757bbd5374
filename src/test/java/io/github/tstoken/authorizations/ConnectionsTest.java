package io.github.tstoken.authorizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.StoreDatabase;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.store.Authorization;
import io.github.tstoken.store.Backend;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that run on every database; each test has an empty one, and as many nodes as it starts. */
@ParameterizedClass
@EnumSource(Backend.class)
abstract class ConnectionsTest {
    static final Caller BOB = person("bob");
    static final Caller ALICE = person("alice");
    static final String BROWSER = "hash-of-a-cookie";

    @Parameter
    Backend backend;

    @TempDir
    Path directory;

    StoreDatabase database;
    Nodes nodes;
    Authorizations node;
    FakeProvider provider;

    @BeforeEach
    void startANode() {
        database = backend.fresh(directory);
        nodes = new Nodes(database);
        node = nodes.start();
        provider = nodes.provider;
    }

    @AfterEach
    void closeNodes() {
        nodes.close();
    }

    static Caller person(String name) {
        return new Caller(name, "principal", Set.of(), Map.of(), Map.of());
    }

    static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    static AuthorizationFailure failure(Supplier<CompletionStage<?>> work) {
        CompletionException failed = catchThrowableOfType(
                CompletionException.class,
                () -> now(CompletableFuture.completedFuture(null).thenCompose(start -> work.get())));
        return (AuthorizationFailure) failed.getCause();
    }

    static void assertFails(AuthorizationFailure.Kind kind, Supplier<CompletionStage<?>> work) {
        assertThat(failure(work).kind()).isEqualTo(kind);
    }

    /** Goes to the provider and comes back. */
    Connecting.Outcome connect(Caller caller) {
        String state = begin(caller);
        return now(comeBack(caller, state));
    }

    /** The state of a flow that begins. */
    String begin(Caller caller) {
        URI address = now(node.connecting().begin(caller, Nodes.IDP, BROWSER, "/app/page"));
        return address.getQuery().replaceAll("state=([^&]*).*", "$1");
    }

    CompletionStage<Connecting.Outcome> comeBack(Caller caller, String state) {
        return comeBack(caller, state, Optional.of(BROWSER));
    }

    CompletionStage<Connecting.Outcome> comeBack(Caller caller, String state, Optional<String> browser) {
        return node.connecting()
                .complete(caller, Nodes.IDP, browser, Map.of("state", List.of(state), "code", List.of("code")));
    }

    CompletionStage<Authorization> tokenOf(Authorizations of, Caller caller) {
        return of.accessTokens().get(caller, Nodes.IDP, Optional.empty(), TraceContext.begin());
    }

    String token(Caller caller) {
        return token(tokenOf(node, caller));
    }

    String token(Caller caller, Duration minimum) {
        return token(node.accessTokens().get(caller, Nodes.IDP, Optional.of(minimum), TraceContext.begin()));
    }

    private static String token(CompletionStage<Authorization> authorization) {
        return now(authorization).accessToken().map(Secret::reveal).orElseThrow();
    }

    Connection.State state(Caller caller) {
        return now(node.standing().of(caller)).values().iterator().next().state();
    }

    /** The access token of now does not live long enough any more. */
    void tokensExpire() {
        nodes.clock.advance(provider.life.plusSeconds(1));
    }
}
