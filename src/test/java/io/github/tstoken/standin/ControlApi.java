package io.github.tstoken.standin;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The stand-in's own operations, which no cluster has: the journal, the clock, when a token ends, and to end it. */
final class ControlApi {
    private final Journal journal;
    private final StandInClock clock;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Authentication authentication;

    ControlApi(Journal journal, StandInClock clock, Tokens tokens, Sessions sessions, Authentication authentication) {
        this.journal = journal;
        this.clock = clock;
        this.tokens = tokens;
        this.sessions = sessions;
        this.authentication = authentication;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/__standin/journal", request -> Answer.json(200, journal.entries()));
        routes.on("DELETE", "/__standin/journal", request -> clearJournal());
        routes.on("PUT", "/__standin/clock", this::advance);
        routes.on("GET", "/__standin/whoami", this::whoami);
        routes.on("POST", "/__standin/expire", this::expire);
    }

    private Answer clearJournal() {
        journal.clear();
        return Answer.empty(204);
    }

    private Answer advance(Request request) {
        try {
            String by = Json.object(request.body())
                    .map(body -> body.path("advance").asText())
                    .orElse("");
            clock.advance(Duration.parse(by));
            return Answer.empty(204);
        } catch (DateTimeParseException e) {
            return Answer.of(400, "text/plain", "expected {\"advance\":\"PT1H\"}");
        }
    }

    private Answer whoami(Request request) {
        return authentication.tokenOf(request).map(this::describe).orElseGet(() -> Answer.empty(401));
    }

    private Answer expire(Request request) {
        Optional<Token> caller = authentication.tokenOf(request);
        caller.map(Token::username).ifPresent(username -> {
            tokens.revokeAllOf(username);
            sessions.closeAllOf(username);
        });
        return Answer.empty(caller.isPresent() ? 204 : 401);
    }

    private Answer describe(Token token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("username", token.username());
        answer.put("org", token.org());
        answer.put("object", token.object().orElse(null));
        answer.put("expires_in_millis", token.expiresAt().map(this::millisUntil).orElse(null));
        return Answer.json(200, answer);
    }

    private Long millisUntil(Instant end) {
        return Optional.of(Duration.between(clock.instant(), end))
                .map(Duration::toMillis)
                .orElseThrow();
    }
}
