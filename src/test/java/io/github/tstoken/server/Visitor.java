package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;

/** Somebody with a browser's cookies, who follows no redirect without being told to. */
public final class Visitor {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI server;

    private Visitor(URI server) {
        this.server = server;
    }

    /** A new browser. */
    public static Visitor at(URI server) {
        return new Visitor(server);
    }

    /** Signs in to the embedding application, with the container's form. */
    public Visitor signedInAs(String name) {
        return signedInTo("/app/", name);
    }

    /** Signs in to the application at this path, which ends in a slash. */
    Visitor signedInTo(String application, String name) {
        get(application);
        HttpResponse<String> answer = send(request(application + "j_security_check")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("j_username=" + name + "&j_password=" + name + "-demo")));
        assertThat(answer.statusCode()).as("sign-in of " + name).isIn(302, 303);
        // Some servers sign somebody in only when the browser comes back to the page that it wanted.
        get(URI.create(answer.headers().firstValue("Location").orElseThrow()).getRawPath());
        return this;
    }

    void signOut() {
        assertThat(send(request("/app/sign-out").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isLessThan(400);
    }

    /** Every cookie that the browser has, as a header's value. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** With headers as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** With headers as name, value, name, value. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(30));
    }
}
