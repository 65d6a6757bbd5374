package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.http.UpstreamFailure.Kind;
import java.time.Instant;
import java.util.Optional;

/** What an answer that is not a token means. */
final class Rejection {
    private Rejection() {}

    /** The failure that an answer with a status other than 200 is. */
    static UpstreamFailure of(HttpAnswer answer, Api api, Instant now) {
        Kind kind = kind(answer, api);
        return new UpstreamFailure(
                kind,
                "ThoughtSpot answered " + answer.status(),
                kind == Kind.THROTTLED ? RetryAfter.parse(answer.retryAfter(), now) : Optional.empty());
    }

    /** Whether an answer may mean that the secret key is not the right one: it gives no reason that is about the person. */
    static boolean isOfTheKey(HttpAnswer answer, Api api) {
        return switch (answer.status()) {
            case 401, 403 -> kind(answer, api) == Kind.REJECTED_SERVICE;
            case 500 -> api == Api.V1;
            default -> false;
        };
    }

    private static Kind kind(HttpAnswer answer, Api api) {
        return switch (answer.status()) {
            case 400 -> ErrorText.of(answer).saysUserIsUnknown() ? Kind.REJECTED_USER : Kind.REJECTED_SERVICE;
            case 401 -> Kind.REJECTED_SERVICE;
            case 403 -> ErrorText.of(answer).saysUserIsBarred() ? Kind.REJECTED_USER : Kind.REJECTED_SERVICE;
            case 429, 503 -> Kind.THROTTLED;
            // REST v1 says with a 500 that the key is wrong or that trusted authentication is off.
            case 500 -> api == Api.V1 ? Kind.REJECTED_SERVICE : Kind.UNREACHABLE;
            default -> answer.status() > 500 && answer.status() < 600 ? Kind.UNREACHABLE : Kind.INVALID;
        };
    }
}
