package io.github.tstoken.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer before it is sent.
 *
 * @param notes what the journal should say about the request
 */
record Answer(int status, Map<String, List<String>> headers, String body, List<String> notes) {

    static Answer empty(int status) {
        return new Answer(status, Map.of(), "", List.of());
    }

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", List.of(contentType)), body, List.of());
    }

    static Answer json(int status, Object value) {
        return of(status, "application/json", Json.write(value));
    }

    /** The same with one more header line. */
    Answer with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        List<String> values = new ArrayList<>(headers.getOrDefault(name, List.of()));
        values.add(value);
        more.put(name, List.copyOf(values));
        return new Answer(status, more, body, notes);
    }

    Answer noting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Answer(status, headers, body, List.copyOf(all));
    }
}
