package io.github.tstoken.web.answer;

/**
 * The id under which a request is found in our log: W3C Trace Context's trace-id, 32 hexadecimal digits.
 *
 * @param value the digits, in lower case
 */
public record TraceId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
