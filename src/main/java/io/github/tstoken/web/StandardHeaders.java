package io.github.tstoken.web;

import io.github.tstoken.web.answer.TraceId;
import io.github.tstoken.web.guard.Verdict;
import jakarta.servlet.http.HttpServletResponse;

/** The headers of every answer, whatever it is: no answer here may be stored, sniffed, or read by a page that is not listed. */
public final class StandardHeaders {
    private StandardHeaders() {}

    /** Sets them before anything else is written. */
    public static void set(HttpServletResponse response, Verdict verdict, TraceId traceId) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Vary", "Origin, Cookie");
        response.setHeader("Trace-Id", traceId.value());
        verdict.readableBy().ifPresent(origin -> allow(response, origin));
    }

    private static void allow(HttpServletResponse response, String origin) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.setHeader("Access-Control-Expose-Headers", "Problem, Retry-After, Trace-Id");
    }
}
