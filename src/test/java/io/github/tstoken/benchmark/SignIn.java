package io.github.tstoken.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Somebody who has signed in to the embedding application, with its form. */
final class SignIn {
    static final String NAME = "alice";
    static final List<String> PEOPLE = List.of(NAME, "bob", "carol", "dave", "erin");
    static final String PASSWORD = "demo";
    private static final Duration LONG = Duration.ofSeconds(30);

    /** Those who sign in only where many do. */
    private static final int CROWD = 100;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String name;
    private final int port;

    private SignIn(String name, int port) {
        this.name = name;
        this.port = port;
    }

    /** The names of the crowd. */
    static List<String> crowd() {
        return IntStream.range(0, CROWD).mapToObj(number -> "person-" + number).toList();
    }

    /** Everybody who can sign in. */
    static Stream<String> everybody() {
        return Stream.concat(PEOPLE.stream(), crowd().stream());
    }

    static SignIn at(int port) throws IOException, InterruptedException {
        return of(NAME, port);
    }

    /** One of the people; each call is another sign-in. */
    static SignIn of(String name, int port) throws IOException, InterruptedException {
        SignIn person = new SignIn(name, port);
        person.send(HttpRequest.newBuilder(person.uri("/app/")));
        person.send(HttpRequest.newBuilder(person.uri("/app/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("j_username=" + name + "&j_password=" + PASSWORD)));
        // As a browser does. Without it Tomcat takes the sign-in for one that was begun only, and ends it after two
        // minutes.
        person.send(HttpRequest.newBuilder(person.uri("/app/")));
        return person;
    }

    /** A request of this person. */
    Target target(String path) throws IOException {
        List<String> header = cookies.get(uri(path), Map.of()).get("Cookie");
        return new Target(port, path, String.join("; ", header));
    }

    String name() {
        return name;
    }

    /** The answer to a request of a page's script, whatever its status. */
    CompletableFuture<HttpResponse<String>> fetch(String path) {
        return http.sendAsync(
                HttpRequest.newBuilder(uri(path))
                        .timeout(LONG)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Sec-Fetch-Mode", "cors")
                        .header("Sec-Fetch-Dest", "empty")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Goes to a provider, agrees there, and comes back. */
    void connect(String provider) throws IOException, InterruptedException {
        // A server that has just started may not have read the provider's metadata yet.
        HttpResponse<String> begun =
                Awaitility.await().atMost(LONG).until(() -> begin(provider), answer -> answer.statusCode() == 201);
        URI address = URI.create(begun.headers().firstValue("Location").orElseThrow());
        URI callback =
                URI.create(http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
        // The cookie is Secure, so that the client does not send it by itself over plain HTTP.
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        send(HttpRequest.newBuilder(uri(callback.getRawPath() + "?" + callback.getRawQuery()))
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document"));
    }

    private HttpResponse<String> begin(String provider) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri("/ts-token/authorizations/" + provider + "/authorize"))
                        .header("X-Requested-By", "benchmark")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        int status = http.send(request.timeout(LONG).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status >= 400) {
            throw new IOException("the sign-in was answered with " + status);
        }
    }
}
