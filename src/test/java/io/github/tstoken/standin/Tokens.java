package io.github.tstoken.standin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of the cluster: minting, expiry, revocation. */
public final class Tokens {
    /** "the previous token expires 5 minutes later": what ThoughtSpot's documentation says of v1 tokens. */
    private static final Duration V1_GRACE = Duration.ofMinutes(5);

    private final Map<String, Token> byValue = new ConcurrentHashMap<>();
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private Optional<String> newestV1 = Optional.empty();

    Tokens(Clock clock) {
        this.clock = clock;
    }

    Token mintV2(String username, int org, Optional<String> object, Duration validity) {
        Instant now = clock.instant();
        String value = encoded(username + ":");
        return keep(new Token(value, Token.Api.V2, username, org, object, now, Optional.of(now.plus(validity)), false));
    }

    /** Mints a v1 token. It has no end until another v1 token is minted, for whomever. */
    synchronized Token mintV1(String username, int org, Optional<String> object) {
        Instant now = clock.instant();
        newestV1.ifPresent(
                previous -> byValue.computeIfPresent(previous, (value, token) -> token.endingAt(now.plus(V1_GRACE))));
        Token token = keep(new Token(encoded(""), Token.Api.V1, username, org, object, now, Optional.empty(), false));
        newestV1 = Optional.of(token.value());
        return token;
    }

    /** Every token that was minted, in no particular order. */
    public Collection<Token> minted() {
        return List.copyOf(byValue.values());
    }

    /** The token of this value, active or not. */
    public Optional<Token> find(String value) {
        return Optional.ofNullable(byValue.get(value));
    }

    /** The token of this value when it may sign in now. */
    Optional<Token> active(String value) {
        return find(value).filter(token -> token.isActiveAt(clock.instant()));
    }

    /** The token of this value when it may be used as a bearer token now: v1 tokens never. */
    Optional<Token> activeBearer(String value) {
        return active(value).filter(token -> token.api() == Token.Api.V2);
    }

    /** Revokes one token. */
    public void revoke(String value) {
        byValue.computeIfPresent(value, (key, token) -> token.asRevoked());
    }

    /** Revokes every token of a user. */
    public void revokeAllOf(String username) {
        byValue.replaceAll((value, token) -> token.username().equals(username) ? token.asRevoked() : token);
    }

    private Token keep(Token token) {
        byValue.put(token.value(), token);
        return token;
    }

    /** Base64 of random bytes of changing length, so that {@code +}, {@code /} and {@code =} occur in tokens. */
    private String encoded(String prefix) {
        byte[] noise = new byte[32 + random.nextInt(3)];
        random.nextBytes(noise);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(prefix.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(noise);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
