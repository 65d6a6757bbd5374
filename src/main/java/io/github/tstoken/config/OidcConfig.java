package io.github.tstoken.config;

import java.util.List;
import java.util.Optional;

/**
 * The OpenID Provider at which people sign in, where the application has no sign-in of the server.
 *
 * @param endpoints where it is
 * @param client who we are there
 * @param scopes what is asked for; {@code openid} among it
 * @param usernameClaim the claim of the ID token with the name of the person
 * @param rolesClaim the claim with the person's roles, with dots for the way to it; empty when it gives no roles
 */
public record OidcConfig(
        ProviderEndpoints.Discovered endpoints,
        ClientRegistration client,
        List<String> scopes,
        String usernameClaim,
        Optional<String> rolesClaim) {
    public OidcConfig {
        scopes = List.copyOf(scopes);
    }
}
