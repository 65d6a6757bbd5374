package io.github.tstoken.standin;

import java.util.Optional;
import java.util.Set;

/** Cross-origin answers: exact origins with credentials; an unlisted origin gets no CORS header at all. */
final class Cors {
    private final Set<String> allowedOrigins;

    Cors(Set<String> allowedOrigins) {
        this.allowedOrigins = allowedOrigins;
    }

    boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS");
    }

    Answer preflight() {
        return Answer.empty(204)
                .with("Access-Control-Allow-Methods", "GET,POST,PUT,DELETE,OPTIONS")
                .with("Access-Control-Allow-Headers", "authorization, content-type, x-requested-by, accept-language")
                .with("Access-Control-Max-Age", "600");
    }

    Answer decorate(Request request, Answer answer) {
        Optional<String> origin = request.header("origin").filter(allowedOrigins::contains);
        if (origin.isEmpty()) {
            return answer;
        }
        return answer.with("Access-Control-Allow-Origin", origin.get())
                .with("Access-Control-Allow-Credentials", "true")
                .with("Vary", "Origin");
    }
}
