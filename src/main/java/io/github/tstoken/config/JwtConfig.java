package io.github.tstoken.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens of an identity provider (RFC 7519) that come with a request.
 *
 * @param headers the names of the headers that are looked at
 * @param issuer what the claim {@code iss} must be, exactly
 * @param audience what the claim {@code aud} must have
 * @param jwksUrl where the issuer publishes its keys (RFC 7517)
 * @param algorithms the algorithms by which a token may be signed
 * @param usernameClaim the claim with the name of the person
 * @param rolesClaim the claim with the person's roles, with dots for the way to it; empty when tokens give no roles
 */
public record JwtConfig(
        List<String> headers,
        String issuer,
        String audience,
        URI jwksUrl,
        Set<SigningAlgorithm> algorithms,
        String usernameClaim,
        Optional<String> rolesClaim) {
    public JwtConfig {
        headers = List.copyOf(headers);
        algorithms = Set.copyOf(algorithms);
    }
}
