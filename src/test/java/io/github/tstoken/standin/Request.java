package io.github.tstoken.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A request that was read wholly. Header names are in lower case, the path and the query as they were sent. */
record Request(String method, String path, String query, Map<String, String> headers, String body) {
    private static final Pattern PAIRS = Pattern.compile("&");
    private static final Pattern COOKIES = Pattern.compile(";");
    private static final int LONGEST_BODY = 1 << 20;

    static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean hasContentType(String type) {
        return header("content-type")
                .map(value -> value.toLowerCase(Locale.ROOT).startsWith(type))
                .orElse(false);
    }

    /** The parameters: those of the form for a POST, of the query for anything else. */
    Map<String, String> parameters() {
        return decoded(method.equals("POST") ? body : query);
    }

    /** What follows {@code Bearer}, possibly nothing; empty when there is no {@code Authorization}. */
    Optional<String> bearer() {
        return header("authorization")
                .map(value -> value.replaceFirst("(?i)^bearer", "").strip());
    }

    Optional<String> cookie(String name) {
        return COOKIES.splitAsStream(header("cookie").orElse(""))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    private static Map<String, String> decoded(String pairs) {
        Map<String, String> parameters = new LinkedHashMap<>();
        PAIRS.splitAsStream(pairs).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            List<String> nameAndValue = List.of(pair.split("=", 2));
            parameters.putIfAbsent(
                    decode(nameAndValue.get(0)), nameAndValue.size() == 1 ? "" : decode(nameAndValue.get(1)));
        });
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
