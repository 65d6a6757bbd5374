package io.github.tstoken.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page that the SDK puts into its frame: an invented Liveboard that speaks the SDK's protocol. */
final class EmbedPages {
    private final Settings settings;

    EmbedPages(Settings settings) {
        this.settings = settings;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/", request -> page());
        routes.on("GET", "/v2/", request -> page());
        routes.on("GET", "/__standin/embed.js", request -> Answer.of(200, "text/javascript", read("embed.js")));
        routes.on("GET", "/__standin/embed.css", request -> Answer.of(200, "text/css", read("embed.css")));
    }

    private Answer page() {
        String ancestors = "frame-ancestors 'self' " + String.join(" ", settings.allowedOrigins());
        return Answer.of(200, "text/html; charset=utf-8", read("embed.html"))
                .with("Content-Security-Policy", ancestors.strip())
                .with("Cache-Control", "no-store");
    }

    private static String read(String name) {
        try (InputStream file = EmbedPages.class.getResourceAsStream("/standin/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
