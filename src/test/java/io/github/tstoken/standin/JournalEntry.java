package io.github.tstoken.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that reached the stand-in. A secret key is masked wherever it was sent.
 *
 * @param method the method
 * @param path the path, as it was sent
 * @param query the query, as it was sent, or an empty text
 * @param headers the headers, names in lower case
 * @param body the body
 * @param status the status of the answer; 0 when there was none
 * @param notes what was odd about the request, such as fields that ThoughtSpot does not know
 */
public record JournalEntry(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        String body,
        int status,
        List<String> notes) {

    /** The value of a header, named in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
