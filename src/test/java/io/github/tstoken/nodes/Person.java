package io.github.tstoken.nodes;

import io.github.tstoken.testkit.TokenIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Somebody who asks whatever node comes first, as behind a load balancer: known there by a signed token. */
final class Person {
    static final String PROVIDER = "idp";

    private static final String PATH = "/authorizations/" + PROVIDER;
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String name;

    Person(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** An answer that came. */
    record Answer(int status, String problem, String retryAfter, String body) {
        private static Answer of(HttpResponse<String> response) {
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Problem").orElse(""),
                    response.headers().firstValue("Retry-After").orElse(""),
                    response.body());
        }

        boolean is(int status, String problem) {
            return this.status == status && this.problem.equals(problem);
        }

        /** The status, and the problem if it is one. */
        String kind() {
            return problem.isEmpty() ? String.valueOf(status) : status + " " + problem;
        }

        String accessToken() {
            return Json.text(body, "access_token");
        }
    }

    /** Asks for the access token. */
    CompletableFuture<Answer> token(Node node) {
        return send(fetch(node, PATH + "/token"));
    }

    /** Disconnects. */
    CompletableFuture<Answer> disconnect(Node node) {
        return send(fetch(node, PATH).DELETE());
    }

    /** Asks for anything. */
    CompletableFuture<Answer> get(Node node, String path) {
        return send(fetch(node, path));
    }

    /** Asks to do something. */
    CompletableFuture<Answer> post(Node node, String path) {
        return send(fetch(node, path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /**
     * Connects: begins at one node, agrees at the provider, and comes back to another node. The answer is that of the callback,
     * or of the beginning when that failed.
     */
    CompletableFuture<Answer> connect(Node first, Node second) {
        String token = TokenIssuer.tokenFor(name);
        HttpRequest begin = fetch(first, PATH + "/authorize?return_to=/app/page", token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.sendAsync(begin, HttpResponse.BodyHandlers.ofString())
                .thenCompose(begun -> begun.statusCode() == 201
                        ? agree(begun).thenCompose(callback -> comeBack(second, callback, begun, token))
                        : CompletableFuture.completedFuture(begun))
                .thenApply(Answer::of);
    }

    /** Agrees; the query with which the browser comes back. */
    private CompletableFuture<String> agree(HttpResponse<String> begun) {
        URI address = URI.create(begun.headers().firstValue("Location").orElseThrow() + "&as=" + name);
        return HTTP.sendAsync(
                        HttpRequest.newBuilder(address).timeout(LONG).build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(agreed -> URI.create(
                                agreed.headers().firstValue("Location").orElseThrow())
                        .getRawQuery());
    }

    private static CompletableFuture<HttpResponse<String>> comeBack(
            Node node, String query, HttpResponse<String> begun, String token) {
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        HttpRequest request = HttpRequest.newBuilder(node.at(PATH + "/callback?" + query))
                .timeout(LONG)
                .header("X-Auth-Token", token)
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .header("Accept", "text/html")
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder fetch(Node node, String path) {
        return fetch(node, path, TokenIssuer.tokenFor(name, "\"roles\":[\"admin\"]"));
    }

    private static HttpRequest.Builder fetch(Node node, String path, String token) {
        return HttpRequest.newBuilder(node.at(path))
                .timeout(LONG)
                .header("X-Auth-Token", token)
                .header("X-Requested-By", "test")
                .header("Accept", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Dest", "empty");
    }

    private static CompletableFuture<Answer> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(Answer::of);
    }
}
