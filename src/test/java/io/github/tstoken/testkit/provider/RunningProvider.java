package io.github.tstoken.testkit.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The provider. It knows the client {@value #CLIENT} with the secret {@value #SECRET}; more can be made known.
 *
 * <p>In a process of its own it is controlled by {@code POST /control} (see {@link ControlEndpoint}), and says what happened at
 * {@code GET /control}.
 */
public final class RunningProvider implements AutoCloseable {
    public static final String CLIENT = "ts-token";
    public static final String SECRET = "client-secret-of-ts-token";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "provider");
        thread.setDaemon(true);
        return thread;
    });
    private final Behaviour behaviour = new Behaviour();
    private final Counts counts = new Counts();
    private final Clients clients = new Clients();
    private final Tokens tokens;
    private final AuthorizationEndpoint authorization;
    private final TokenEndpoint tokenEndpoint;

    private RunningProvider(HttpServer server) {
        this.server = server;
        this.tokens = new Tokens(issuer());
        this.authorization = new AuthorizationEndpoint(issuer(), behaviour);
        this.tokenEndpoint = new TokenEndpoint(behaviour, counts, tokens, authorization);
        clients.know(CLIENT, Set.of(SECRET));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Listens on a free port of this machine. */
    public static RunningProvider start() {
        return start(0);
    }

    /** Listens on this port of this machine. */
    public static RunningProvider start(int port) {
        try {
            return new RunningProvider(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs on the port that the argument names, until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        try (RunningProvider provider = start(Integer.parseInt(arguments[0]))) {
            System.out.println(provider.issuer());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Its name, which is also the address at which everything of it is. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The address of one of its endpoints: {@code /authorize}, {@code /token}, {@code /revoke}, {@code /jwks}, {@code /end-session}. */
    public URI endpoint(String path) {
        return URI.create(issuer() + path);
    }

    /** What it is like. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** What happened. */
    public Counts counts() {
        return counts;
    }

    /** A client has one of these secrets from now on; none for a public client. */
    public void knows(String client, String... secrets) {
        clients.know(client, Set.of(secrets));
    }

    /** A client signs with the private key of this one from now on. */
    public void knows(String client, PublicKey key) {
        clients.know(client, key);
    }

    /** Signs with a new key from now on; the old one stays published. */
    public void rotateKeys() {
        tokens.rotateKeys();
    }

    /** Whether a token is still good. */
    public boolean isGood(String token) {
        return tokenEndpoint.isGood(token);
    }

    /** How many of a person's grants have not ended. */
    public int goodGrantsOf(String person) {
        return tokenEndpoint.goodGrantsOf(person);
    }

    /** A person takes back everything. */
    public void endGrantsOf(String person) {
        tokenEndpoint.endGrantsOf(person);
    }

    /** A logout token for a client, with these further members, such as {@code "sub":"sub-of-bob"}. */
    public String logoutToken(String client, String members) {
        return tokens.logoutToken(client, members);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Answer answer;
        try {
            answer = answer(exchange, path);
        } catch (IllegalArgumentException malformed) {
            answer = Answer.error(400, "invalid_request");
        }
        Answer last = path.equals(behaviour.faultyPath) ? behaviour.fault : answer;
        Duration latency = path.equals("/token") ? latency() : Duration.ZERO;
        CompletableFuture<Void> unused = CompletableFuture.runAsync(
                () -> send(exchange, last),
                latency.isZero()
                        ? Runnable::run
                        : CompletableFuture.delayedExecutor(latency.toMillis(), TimeUnit.MILLISECONDS, threads));
    }

    private Duration latency() {
        long least = behaviour.fastest.toMillis();
        long most = Math.max(least, behaviour.slowest.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(least, most + 1));
    }

    private Answer answer(HttpExchange exchange, String path) throws IOException {
        Form query = Form.read(exchange.getRequestURI().getRawQuery());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals(behaviour.movedMetadata ? Metadata.OAUTH_PATH : Metadata.PATH) && behaviour.openId) {
            counts.discoveries.incrementAndGet();
            return Answer.json(200, Metadata.of(issuer(), behaviour));
        }
        return switch (path) {
            case "/jwks" -> {
                counts.keyFetches.incrementAndGet();
                yield Answer.json(200, tokens.keySet());
            }
            case "/authorize" -> authorization.authorize(query);
            case "/token", "/revoke" -> ofClient(exchange, path, Form.read(body));
            case "/end-session" ->
                query.find("post_logout_redirect_uri").map(Answer::redirect).orElse(Answer.text(200, "signed out"));
            case "/control" -> ControlEndpoint.answer(this, exchange.getRequestMethod(), Form.read(body));
            default -> Answer.text(404, "not found");
        };
    }

    private Answer ofClient(HttpExchange exchange, String path, Form form) {
        if (path.equals("/token")) {
            counts.tokenCalls.incrementAndGet();
        }
        if (path.equals(behaviour.faultyPath)) {
            return behaviour.fault;
        }
        Optional<String> client = clients.sender(
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                form,
                Set.of(issuer(), issuer() + "/token"));
        if (client.isEmpty()) {
            counts.strangers.incrementAndGet();
            return Answer.error(behaviour.likeGitHub ? 200 : 401, "invalid_client");
        }
        boolean wantsJson =
                exchange.getRequestHeaders().getOrDefault("Accept", List.of()).contains("application/json");
        return path.equals("/token")
                ? tokenEndpoint.token(client.get(), form, wantsJson)
                : tokenEndpoint.revoke(client.get(), form);
    }

    private static void send(HttpExchange exchange, Answer answer) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.location()
                    .ifPresent(location -> exchange.getResponseHeaders().set("Location", location));
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            // Whoever asked has waited no longer.
            return;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
