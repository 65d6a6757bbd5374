package io.github.tstoken.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.web.answer.Answer;
import io.github.tstoken.web.answer.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token as an answer: bare, exactly as ThoughtSpot gave it, for the SDK; or with its facts, as JSON. */
final class TokenAnswers {
    private TokenAnswers() {}

    static Answer bare(Issuance.Issued issued) {
        return Answer.of(200, Answer.TEXT, issued.token().value().reveal());
    }

    static Answer json(Issuance.Issued issued, Clock clock) {
        LoginToken token = issued.token();
        ObjectNode body = Json.object();
        body.put("token", token.value().reveal());
        body.put("username", token.username());
        token.org().ifPresentOrElse(org -> body.put("org_id", org), () -> body.putNull("org_id"));
        body.put("kind", issued.request().kind());
        body.put("issued_at", token.issuedAt().toString());
        token.expiresAt()
                .ifPresentOrElse(
                        end -> putExpiry(body, end, clock),
                        () -> body.putNull("expires_at").putNull("expires_in"));
        return Answer.of(200, Answer.JSON, Json.text(body));
    }

    private static void putExpiry(ObjectNode body, Instant end, Clock clock) {
        body.put("expires_at", end.toString());
        body.put(
                "expires_in", Math.max(0, Duration.between(clock.instant(), end).toSeconds()));
    }
}
