package io.github.tstoken.testkit.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser that follows redirects, fills in Keycloak's forms and keeps cookies, also those that are for https: Keycloak marks
 * all of its own so, even where it is asked over plain http.
 */
public final class ScriptedBrowser {
    private static final int MOST_STEPS = 15;
    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final String name;
    private final String password;

    /** A browser of somebody. */
    public ScriptedBrowser(String name, String password) {
        this.name = name;
        this.password = password;
    }

    /** Goes there and on until it is sent to the callback; where that is, with the query. */
    public URI visit(URI address, URI callback) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address));
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<URI> next = answer.headers().firstValue("Location").map(answer.uri()::resolve);
            if (next.isPresent() && next.get().toString().startsWith(callback.toString())) {
                return next.get();
            }
            answer = next.isPresent() ? send(HttpRequest.newBuilder(next.get())) : submit(answer);
        }
        throw new AssertionError("the browser did not come back, it is at " + answer.uri());
    }

    /** Name and password for the form of the sign-in, and yes for that of the consent: each ignores the rest. */
    private HttpResponse<String> submit(HttpResponse<String> page) {
        Matcher action = ACTION.matcher(page.body());
        if (page.statusCode() != 200 || !action.find()) {
            throw new AssertionError("no form but " + page.statusCode() + " at " + page.uri() + ": " + page.body());
        }
        String form = Map.of("username", name, "password", password, "accept", "Yes").entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Matcher code = Pattern.compile("name=\"code\" value=\"([^\"]+)\"").matcher(page.body());
        String all = code.find() ? form + "&code=" + code.group(1) : form;
        return send(HttpRequest.newBuilder(page.uri().resolve(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(all)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || header.contains("Max-Age=0") || header.contains("1970")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
