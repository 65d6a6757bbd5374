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

/** Somebody who has signed in to the embedding application, with its form. */
final class SignIn {
    static final String NAME = "alice";
    static final String PASSWORD = "alice-demo";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;

    private SignIn(int port) {
        this.port = port;
    }

    static SignIn at(int port) throws IOException, InterruptedException {
        SignIn person = new SignIn(port);
        person.send(HttpRequest.newBuilder(person.uri("/app/")));
        person.send(HttpRequest.newBuilder(person.uri("/app/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("j_username=" + NAME + "&j_password=" + PASSWORD)));
        return person;
    }

    /** A request of this person. */
    Target target(String path) throws IOException {
        List<String> header = cookies.get(uri(path), Map.of()).get("Cookie");
        return new Target(port, path, String.join("; ", header));
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
