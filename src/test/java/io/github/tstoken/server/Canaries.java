package io.github.tstoken.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Secrets that must not be found anywhere, however they are written. */
final class Canaries {
    private static final Pattern ESCAPE = Pattern.compile("%..");

    private final Map<String, Set<String>> spellings;

    /** These secrets, each of at least 16 characters. */
    Canaries(Collection<String> secrets) {
        spellings = secrets.stream().distinct().collect(Collectors.toMap(Function.identity(), Canaries::spellings));
    }

    /** What of the secrets a text has. */
    List<String> in(String text) {
        return spellings.values().stream()
                .flatMap(Set::stream)
                .filter(text::contains)
                .toList();
    }

    private static Set<String> spellings(String secret) {
        String url = URLEncoder.encode(secret, UTF_8);
        String hex = HexFormat.of().formatHex(secret.getBytes(UTF_8));
        Stream<String> texts = Stream.of(
                secret.substring(0, secret.length() / 2),
                secret.substring(secret.length() / 2),
                url,
                URLEncoder.encode(url, UTF_8),
                lowerCaseEscapes(url),
                hex,
                hex.toUpperCase(Locale.ROOT),
                String.valueOf(JsonStringEncoder.getInstance().quoteAsString(secret)),
                secret.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"),
                new StringBuilder(secret).reverse().toString());
        return Stream.concat(texts, base64(secret)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lowerCaseEscapes(String url) {
        return ESCAPE.matcher(url).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    /** Whatever comes before and behind the secret: only the characters that the secret alone decides. */
    private static Stream<String> base64(String secret) {
        return Stream.of(0, 1, 2).flatMap(before -> {
            byte[] bytes = ("x".repeat(before) + secret).getBytes(UTF_8);
            int begin = (before * 8 + 5) / 6;
            int end = bytes.length * 8 / 6;
            return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                    .map(encoder -> encoder.encodeToString(bytes).substring(begin, end));
        });
    }
}
