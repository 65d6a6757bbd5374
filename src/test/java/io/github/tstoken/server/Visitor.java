package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Somebody with a browser's cookies, who follows no redirect without being told to. */
public final class Visitor {
    private final CookieManager cookies = new LoopbackCookies();
    private final List<String> setCookies = new CopyOnWriteArrayList<>();
    private final HttpClient http;
    private final URI server;

    private Visitor(URI server, HttpClient.Builder http) {
        this.server = server;
        this.http = http.cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** To a browser loopback is as good as TLS: cookies that are {@code Secure} are sent there, too. */
    private static final class LoopbackCookies extends CookieManager {
        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
            return super.get(URI.create("https:" + uri.getRawSchemeSpecificPart()), headers);
        }
    }

    /** A new browser. */
    public static Visitor at(URI server) {
        return new Visitor(server, HttpClient.newBuilder());
    }

    /** A new browser that trusts the certificates of this context, and tries this version of HTTP. */
    static Visitor at(URI server, SSLContext trust, HttpClient.Version version) {
        return new Visitor(server, HttpClient.newBuilder().sslContext(trust).version(version));
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

    /** Every {@code Set-Cookie} that has come so far. */
    List<String> setCookies() {
        return setCookies;
    }

    /** Puts a cookie in the place of the one that the browser has by this name for this path. */
    void setCookie(String name, String value, String path) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setVersion(0);
        cookie.setPath(path);
        cookie.setDomain(server.getHost());
        cookies.getCookieStore().add(server, cookie);
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
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            setCookies.addAll(answer.headers().allValues("Set-Cookie"));
            return answer;
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
