package io.github.tstoken.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the tokens that a request brings in its headers. */
final class BearerTokens {
    private static final String AUTHORIZATION = "Authorization";
    private static final String SCHEME = "Bearer";

    private BearerTokens() {}

    /** Every token in these headers. {@code Authorization} of another scheme is not ours. */
    static List<String> of(HttpServletRequest request, List<String> headers) {
        return headers.stream().flatMap(header -> of(request, header)).toList();
    }

    private static Stream<String> of(HttpServletRequest request, String header) {
        Stream<String> values = Collections.list(request.getHeaders(header)).stream();
        return header.equalsIgnoreCase(AUTHORIZATION) ? values.flatMap(value -> credentials(value).stream()) : values;
    }

    /** RFC 9110 section 11.1: the name of a scheme has no case. */
    private static Optional<String> credentials(String authorization) {
        String[] schemeAndToken = authorization.strip().split(" +", 2);
        if (!schemeAndToken[0].equalsIgnoreCase(SCHEME)) {
            return Optional.empty();
        }
        return Optional.of(schemeAndToken.length == 2 ? schemeAndToken[1] : "");
    }
}
