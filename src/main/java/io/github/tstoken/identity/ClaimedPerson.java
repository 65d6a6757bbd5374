package io.github.tstoken.identity;

import io.github.tstoken.oauth.Claims;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a person out of what an identity provider says.
 *
 * @param usernameClaim the claim with the name
 * @param rolesClaim the claim with the roles, with dots for the way to it; empty when there is none
 * @param roles the roles that the configuration names
 */
record ClaimedPerson(String usernameClaim, Optional<String> rolesClaim, Set<String> roles) {
    private static final String EMAIL = "email";

    ClaimedPerson {
        roles = Set.copyOf(roles);
    }

    /** The person. Without a name it is somebody signed in whom the policy refuses, not nobody. */
    Caller of(Claims claims, String source) {
        return new Caller(nameIn(claims), source, rolesIn(claims), claims.all(), Map.of());
    }

    /** An address that nobody has verified is no name: whoever types it in would be its owner. Two names are none. */
    private String nameIn(Claims claims) {
        boolean isUnverified =
                usernameClaim.equals(EMAIL) && !claims.values("email_verified").equals(List.of("true"));
        List<String> names = claims.values(usernameClaim);
        return isUnverified || names.size() != 1 ? "" : names.get(0);
    }

    private Set<String> rolesIn(Claims claims) {
        return rolesClaim.map(claims::values).orElse(List.of()).stream()
                .filter(roles::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
