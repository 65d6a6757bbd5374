package io.github.tstoken.web.answer;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page from a resource beside this class. {@code {{name}}} is replaced by a value with all of HTML escaped; a page says in
 * its own text what it shows, and values are only ever text.
 */
public final class Page {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String layout;
    private final String content;

    private Page(String layout, String content) {
        this.layout = layout;
        this.content = content;
    }

    /**
     * Loads a page, whose parts follow each other.
     *
     * @throws IllegalStateException when there is no such resource
     */
    public static Page load(String... parts) {
        String content = Stream.of(parts)
                .map(part -> BundledText.beside(Page.class, part))
                .collect(Collectors.joining());
        return new Page(BundledText.beside(Page.class, "layout.html"), content);
    }

    /**
     * The page as an answer that nothing can be added to: its only style and script are its own, by a nonce.
     *
     * @param policy further directives of the Content-Security-Policy, such as {@code frame-ancestors 'none'}
     */
    public Answer answer(int status, String policy, Map<String, String> values) {
        String nonce = nonce();
        String body = fill(layout.replace("{{content}}", content), values, nonce);
        return Answer.of(status, Answer.HTML, body)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce
                                + "'; base-uri 'none'; " + policy);
    }

    private static String fill(String template, Map<String, String> values, String nonce) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(1).equals("nonce") ? nonce : escape(values.getOrDefault(place.group(1), ""))));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String nonce() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
