package io.github.tstoken.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is signed in.
 *
 * @param sources names of the identity sources in the order in which they are asked; the first that answers wins
 * @param sessionAttribute the session attribute that has the name of the person, for the source {@code session}
 * @param roles every role name that the configuration speaks of: the container is asked for each
 * @param expressionAttributes the session attributes that the configuration's expressions name: the session is asked for each
 * @param ssoCookie the name of the cookie by which the container shares a sign-in between its applications
 * @param jwt the tokens of an identity provider, for the source {@code jwt}
 * @param oidc the OpenID Provider at which people sign in here, for the source {@code oidc}
 */
public record IdentityConfig(
        List<String> sources,
        Optional<String> sessionAttribute,
        Set<String> roles,
        Set<String> expressionAttributes,
        String ssoCookie,
        Optional<JwtConfig> jwt,
        Optional<OidcConfig> oidc) {
    public IdentityConfig {
        sources = List.copyOf(sources);
        roles = Set.copyOf(roles);
        expressionAttributes = Set.copyOf(expressionAttributes);
    }
}
