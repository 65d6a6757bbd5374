package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import io.github.tstoken.config.JwtConfig;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.http.HttpCall;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.http.UpstreamFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Verifies the tokens of one issuer (RFC 7519, as RFC 8725 wants it): its signature by one of the allowed algorithms with a
 * published key of the issuer, then issuer, audience and time.
 *
 * <p>Thread-safe. The keys are fetched behind the requests; see {@link PublishedKeys} for how long one may wait.
 */
public final class JwtVerifier implements AutoCloseable {
    private static final HttpSettings BOUNDS =
            new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(5), 1, 1, 0, Optional.empty(), Optional.empty());
    private static final Map<String, String> ACCEPT = Map.of("Accept", "application/jwk-set+json, application/json");

    private final JwtConfig config;
    private final BoundedHttp http;
    private final PublishedKeys keys;
    private final Clock clock;

    private JwtVerifier(JwtConfig config, BoundedHttp http, Clock clock) {
        this.config = config;
        this.http = http;
        this.keys = new PublishedKeys(this::published, System::nanoTime);
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
        JWSObject signed = CompactToken.read(token, config.algorithms());
        JWK key = keys.keyFor(signed.getHeader())
                .orElseThrow(() -> new InvalidTokenException("the issuer has no one key that fits its header"));
        if (!isSigned(signed, key)) {
            throw new InvalidTokenException("its signature is wrong");
        }
        JsonNode claims = Json.object(signed.getPayload().toString())
                .orElseThrow(() -> new InvalidTokenException("its claims are malformed"));
        ClaimRules.check(claims, config, clock.instant());
        return Claims.of(claims);
    }

    private static boolean isSigned(JWSObject signed, JWK key) {
        try {
            return signed.verify(new DefaultJWSVerifierFactory()
                    .createJWSVerifier(signed.getHeader(), ((AsymmetricJWK) key).toPublicKey()));
        } catch (JOSEException | RuntimeException cannotBeVerified) {
            return false;
        }
    }

    private CompletionStage<KeySet> published() {
        return http.send(HttpCall.get(config.jwksUrl(), ACCEPT)).thenApply(JwtVerifier::keys);
    }

    private static KeySet keys(HttpAnswer answer) {
        if (answer.status() != 200) {
            throw new UpstreamFailure(UpstreamFailure.Kind.INVALID, "the status is " + answer.status());
        }
        return KeySet.parse(answer.body())
                .orElseThrow(() -> new UpstreamFailure(UpstreamFailure.Kind.INVALID, "it is no set of usable keys"));
    }

    @Override
    public void close() {
        http.close();
    }
}
