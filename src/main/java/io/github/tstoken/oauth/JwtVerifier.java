package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import io.github.tstoken.config.JwtConfig;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Verifies the tokens of one issuer (RFC 7519, as RFC 8725 wants it): its signature by one of the allowed algorithms with a
 * published key of the issuer, then issuer, audience and time.
 *
 * <p>Thread-safe. The keys are fetched behind the requests; see {@link PublishedKeys} for how long one may wait.
 */
public final class JwtVerifier implements AutoCloseable {
    private static final HttpSettings BOUNDS =
            new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(5), 1, 1, 0, Optional.empty(), Optional.empty());
    /** RFC 7519 section 5.1 and RFC 9068 section 2.1, both also with the prefix that RFC 7515 section 4.1.9 lets be left out. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/jwt", "application/at+jwt");

    private final JwtConfig config;
    private final BoundedHttp http;
    private final PublishedKeys keys;
    private final Clock clock;

    private JwtVerifier(JwtConfig config, BoundedHttp http, Clock clock) {
        this.config = config;
        this.http = http;
        this.keys = new PublishedKeys(() -> PublishedKeys.ask(http, config.jwksUrl()), System::nanoTime);
        this.clock = clock;
    }

    /** Begins to fetch the keys, and waits for nothing; {@link #close()} ends its threads. */
    public static JwtVerifier open(JwtConfig config, Clock clock) {
        JwtVerifier verifier = new JwtVerifier(config, BoundedHttp.open(BOUNDS), clock);
        CompletableFuture<KeySet> unused = verifier.keys.fetch();
        return verifier;
    }

    /**
     * What a token claims.
     *
     * @throws InvalidTokenException when it is wrong in any way
     * @throws KeysUnavailableException when nobody can say, for want of keys
     */
    public Claims verify(String token) throws InvalidTokenException, KeysUnavailableException {
        JWSObject signed = CompactToken.read(token, config.algorithms(), TYPES);
        JsonNode claims = Signature.claims(signed, keys.keyFor(signed.getHeader()));
        ClaimRules.check(claims, config.issuer(), config.audience(), clock.instant());
        JsonNode name = claims.path(config.usernameClaim());
        ClaimRules.require(
                name.isTextual() && !name.asText().isBlank(), "it names nobody: tstoken.identity.jwt.username-claim");
        return Claims.of(claims);
    }

    @Override
    public void close() {
        http.close();
    }
}
