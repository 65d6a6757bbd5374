package io.github.tstoken.web.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Requests for the guard's tests, written as one would say them. */
record Asking(String method, String path, Optional<String> query, Map<String, List<String>> headers) {
    static Asking get(String path) {
        return of("GET", path);
    }

    static Asking of(String method, String path) {
        return new Asking(method, path, Optional.empty(), Map.of());
    }

    Asking query(String raw) {
        return new Asking(method, path, Optional.of(raw), headers);
    }

    Asking header(String name, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), List.of(values));
        return new Asking(method, path, query, more);
    }

    /** As the SDK's fetch on a page of our own origin. */
    Asking bySdk() {
        return header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Dest", "empty")
                .header("Accept", "*/*");
    }

    /** As a navigation of a tab. */
    Asking byTab(String site) {
        return header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    Asked asked() {
        return new Asked(method, "/ts-token", path, query, headers, "https://own.example");
    }
}
