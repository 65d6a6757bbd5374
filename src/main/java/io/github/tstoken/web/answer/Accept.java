package io.github.tstoken.web.answer;

import java.util.Locale;
import java.util.Set;

/**
 * What a client named in its {@code Accept} header. Wildcards name nothing: the Visual Embed SDK sends {@code *}{@code /*}
 * and takes any body for a token, so only a type that is written out counts.
 *
 * @param json {@code application/json} or {@code application/problem+json}
 * @param html {@code text/html}
 * @param openMetrics {@code application/openmetrics-text}
 */
public record Accept(boolean json, boolean html, boolean openMetrics) {
    private static final Set<String> JSON = Set.of(Answer.JSON, Answer.PROBLEM_JSON);

    /** Reads the header, RFC 9110 section 12.5.1: media ranges with parameters, of which a weight of 0 means "not this". */
    public static Accept parse(String header) {
        boolean json = false;
        boolean html = false;
        boolean openMetrics = false;
        for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            String type = parts[0].strip();
            if (isRefused(parts)) {
                continue;
            }
            json |= JSON.contains(type);
            html |= type.equals("text/html");
            openMetrics |= type.equals("application/openmetrics-text");
        }
        return new Accept(json, html, openMetrics);
    }

    private static boolean isRefused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].strip().matches("q=0(\\.0{0,3})?")) {
                return true;
            }
        }
        return false;
    }
}
