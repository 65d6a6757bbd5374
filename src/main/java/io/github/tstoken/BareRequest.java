package io.github.tstoken;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;

/**
 * A request without headers: what JAX-RS sees. It would negotiate by {@code Accept} and fail on malformed headers, before a
 * resource is reached and by rules that differ between servers; what the headers say was read by then.
 */
final class BareRequest extends HttpServletRequestWrapper {
    BareRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.emptyEnumeration();
    }

    @Override
    public String getHeader(String name) {
        return null;
    }

    @Override
    public String getContentType() {
        return null;
    }
}
