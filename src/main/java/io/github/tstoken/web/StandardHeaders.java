package io.github.tstoken.web;

import io.github.tstoken.web.answer.TraceId;
import jakarta.servlet.http.HttpServletResponse;

/** The headers of every answer, whatever it is: no answer here may be stored, sniffed, or read by a page that is not listed. */
final class StandardHeaders {
    private StandardHeaders() {}

    /** Sets them before anything else is written. */
    static void set(HttpServletResponse response, TraceId traceId) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Vary", "Origin, Cookie");
        response.setHeader("Trace-Id", traceId.value());
    }

    /** Lets the pages of a listed origin read the answer, errors too. */
    static void allow(HttpServletResponse response, String origin) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.setHeader("Access-Control-Expose-Headers", "Problem, Retry-After, Trace-Id");
    }
}
