package io.github.tstoken.web.answer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A whole answer as a value, before anything of HTTP is touched.
 *
 * @param status the HTTP status
 * @param contentType the type of the body; of no meaning when the body is empty
 * @param body the body; it may be a token, so it is never logged
 * @param headers further headers, beyond those that every answer has
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {
    /** The media type of a bare token. */
    public static final String TEXT = "text/plain;charset=UTF-8";

    /** The media type of JSON. */
    public static final String JSON = "application/json";

    /** The media type of RFC 9457. */
    public static final String PROBLEM_JSON = "application/problem+json";

    /** The media type of a script. */
    public static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    /** The media type of a page. */
    public static final String HTML = "text/html;charset=UTF-8";

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer with nothing but a status. */
    public static Answer empty(int status) {
        return new Answer(status, TEXT, "", Map.of());
    }

    /** An answer with a body. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, body, Map.of());
    }

    /** The same with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, more);
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
