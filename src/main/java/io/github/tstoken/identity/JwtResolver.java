package io.github.tstoken.identity;

import io.github.tstoken.config.JwtConfig;
import io.github.tstoken.oauth.Claims;
import io.github.tstoken.oauth.InvalidTokenException;
import io.github.tstoken.oauth.JwtVerifier;
import io.github.tstoken.oauth.KeysUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The source {@code jwt}: whom a token of the configured issuer names. */
final class JwtResolver implements CallerResolver {
    static final String NAME = "jwt";

    private static final String EMAIL = "email";

    private final JwtConfig config;
    private final Set<String> roles;
    private final JwtVerifier verifier;

    /**
     * The source.
     *
     * @param roles the roles that the configuration names
     */
    JwtResolver(JwtConfig config, Set<String> roles, JwtVerifier verifier) {
        this.config = config;
        this.roles = Set.copyOf(roles);
        this.verifier = verifier;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Caller> resolve(HttpServletRequest request) {
        List<String> tokens = BearerTokens.of(request, config.headers());
        if (tokens.size() > 1) {
            throw new InvalidCredentialException("More than one token came with the request.");
        }
        return tokens.stream().findFirst().map(this::caller);
    }

    private Caller caller(String jwt) {
        Claims claims = verified(jwt);
        Caller caller = new Caller(nameIn(claims), NAME, rolesIn(claims), claims.all(), Map.of());
        return caller.in(Optional.of(SignInIds.signIn(Fingerprint.of("jwt", jwt), caller)));
    }

    private Claims verified(String jwt) {
        try {
            return verifier.verify(jwt);
        } catch (InvalidTokenException invalid) {
            throw new InvalidCredentialException("The token is not valid: " + invalid.getMessage() + ".");
        } catch (KeysUnavailableException unknown) {
            throw new IdentityUnavailableException("no token can be verified", unknown);
        }
    }

    /** An address that nobody has verified is no name: whoever types it in would be its owner. */
    private String nameIn(Claims claims) {
        boolean isUnverified = config.usernameClaim().equals(EMAIL)
                && !claims.values("email_verified").equals(List.of("true"));
        return isUnverified ? "" : claims.values(config.usernameClaim()).get(0);
    }

    private Set<String> rolesIn(Claims claims) {
        return config.rolesClaim().map(claims::values).orElse(List.of()).stream()
                .filter(roles::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
