package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import io.github.tstoken.config.Secret;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The signed tokens of an OpenID Provider for us. */
final class IdTokens {
    /** An access token has another one, RFC 9068 section 2.1, so that it is none. */
    private static final Set<String> ID_TOKEN = Set.of("jwt", "application/jwt");
    /** OpenID Connect Back-Channel Logout section 2.4. */
    private static final Set<String> LOGOUT_TOKEN =
            Set.of("logout+jwt", "application/logout+jwt", "jwt", "application/jwt");

    private final String clientId;
    private final Clock clock;

    IdTokens(String clientId, Clock clock) {
        this.clientId = clientId;
        this.clock = clock;
    }

    /** What the ID token of a new flow claims; or {@code FLOW_INVALID}, or {@code UNAVAILABLE} for want of keys. */
    CompletionStage<Claims> first(KnownServer.Known server, Secret idToken, Secret accessToken, Secret nonce) {
        JWSObject signed = read(idToken.reveal(), server, ID_TOKEN, Kind.FLOW_INVALID);
        return keys(server).find(signed.getHeader()).handle((key, failure) -> {
            if (failure != null) {
                throw new OAuthFailure(Kind.UNAVAILABLE, "the keys of the provider are not to be had");
            }
            IdTokenRules rules = new IdTokenRules(issuer(server), clientId, Optional.of(nonce), Optional.empty());
            return checked(signed, key, rules, accessToken, Kind.FLOW_INVALID);
        });
    }

    /**
     * What the ID token of a refresh claims; or {@code UNAVAILABLE}. Empty for want of keys: the refresh token that was used may be
     * gone, so that the new one must not be lost for a claim that nobody needs.
     */
    CompletionStage<Optional<Claims>> next(
            KnownServer.Known server, Secret idToken, Secret accessToken, Optional<String> subject) {
        JWSObject signed = read(idToken.reveal(), server, ID_TOKEN, Kind.UNAVAILABLE);
        IdTokenRules rules = new IdTokenRules(issuer(server), clientId, Optional.empty(), subject);
        return keys(server)
                .find(signed.getHeader())
                .handle((key, failure) -> failure != null
                        ? Optional.empty()
                        : Optional.of(checked(signed, key, rules, accessToken, Kind.UNAVAILABLE)));
    }

    /** Whose sign-ins a logout token ends; or {@code FLOW_INVALID}, or {@code UNAVAILABLE} for want of keys. */
    LogoutToken logout(KnownServer.Known server, String jwt) {
        JWSObject signed = read(jwt, server, LOGOUT_TOKEN, Kind.FLOW_INVALID);
        try {
            JsonNode claims = Signature.claims(signed, keys(server).keyFor(signed.getHeader()));
            return LogoutTokenRules.check(claims, issuer(server), clientId, clock.instant());
        } catch (InvalidTokenException wrong) {
            throw new OAuthFailure(Kind.FLOW_INVALID, "the logout token is refused: " + wrong.getMessage());
        } catch (KeysUnavailableException none) {
            throw new OAuthFailure(Kind.UNAVAILABLE, none.getMessage());
        }
    }

    private static JWSObject read(String token, KnownServer.Known server, Set<String> types, Kind kind) {
        try {
            return CompactToken.read(token, server.metadata().algorithms(), types);
        } catch (InvalidTokenException wrong) {
            throw refused(wrong, kind);
        }
    }

    private Claims checked(JWSObject signed, Optional<JWK> key, IdTokenRules rules, Secret accessToken, Kind kind) {
        try {
            JsonNode claims = Signature.claims(signed, key);
            rules.check(claims, signed.getHeader().getAlgorithm(), accessToken, clock.instant());
            return Claims.of(claims);
        } catch (InvalidTokenException wrong) {
            throw refused(wrong, kind);
        }
    }

    private static OAuthFailure refused(InvalidTokenException wrong, Kind kind) {
        return new OAuthFailure(kind, "the ID token is refused: " + wrong.getMessage());
    }

    private static PublishedKeys keys(KnownServer.Known server) {
        return server.keys().orElseThrow(() -> new OAuthFailure(Kind.UNAVAILABLE, "the provider has no keys"));
    }

    private static String issuer(KnownServer.Known server) {
        return server.metadata().issuer().orElseThrow();
    }
}
