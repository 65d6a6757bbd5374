package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser at one origin, whose navigations follow no redirect without being told to. As browsers do, and {@link
 * java.net.CookieManager} does not, it sends {@code Secure} cookies to this machine without TLS.
 */
final class Browser {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, HttpCookie> cookies = new ConcurrentHashMap<>();
    private final URI origin;

    Browser(URI origin) {
        this.origin = origin;
    }

    /** Opens a page in the tab, by a click or an address. */
    HttpResponse<String> open(String path) {
        return navigate(path, "same-origin");
    }

    /** Opens a page as a link, form or redirect of that kind of site does. */
    HttpResponse<String> navigate(String path, String site) {
        return send(
                path,
                "GET",
                "",
                "Accept",
                HTML,
                "Sec-Fetch-Site",
                site,
                "Sec-Fetch-Mode",
                "navigate",
                "Sec-Fetch-Dest",
                "document");
    }

    /** As a script of the origin does. */
    HttpResponse<String> fetch(String method, String path, String accept) {
        return send(
                path,
                method,
                "",
                "Accept",
                accept,
                "Sec-Fetch-Site",
                "same-origin",
                "Sec-Fetch-Mode",
                "cors",
                "Sec-Fetch-Dest",
                "empty",
                "X-Requested-By",
                "test");
    }

    HttpResponse<String> fetch(String path) {
        return fetch("GET", path, "*/*");
    }

    /** With headers as name, value, name, value. */
    HttpResponse<String> send(String path, String method, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .headers(headers);
        String sent = cookies.values().stream()
                .filter(cookie -> isBelow(cookie.getPath(), path))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpResponse<String> answer = exchange(sent.isEmpty() ? request : request.header("Cookie", sent));
        answer.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(this::keep);
        return answer;
    }

    private static boolean isBelow(String cookiePath, String path) {
        return cookiePath == null
                || cookiePath.equals("/")
                || path.equals(cookiePath)
                || path.startsWith(cookiePath.endsWith("/") ? cookiePath : cookiePath + "/")
                || path.startsWith(cookiePath + "?");
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie);
        }
    }

    /** Another site, of which this browser has no cookies: where it is sent from there. */
    String follow(URI elsewhere) {
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(elsewhere).timeout(Duration.ofSeconds(30)));
        assertThat(answer.statusCode()).isIn(302, 303);
        String back = location(answer).toString();
        assertThat(back).startsWith(origin.toString());
        return back.substring(origin.toString().length());
    }

    static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The value of a cookie; empty without it. */
    String cookie(String name) {
        return Stream.ofNullable(cookies.get(name)).map(HttpCookie::getValue).collect(Collectors.joining());
    }

    void setCookie(String name, String value, String path) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath(path);
        cookies.put(name, cookie);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
