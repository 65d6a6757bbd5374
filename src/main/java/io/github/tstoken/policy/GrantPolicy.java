package io.github.tstoken.policy;

import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.config.AttributeExpression.Source;
import io.github.tstoken.config.TokenConfig;
import io.github.tstoken.config.TokenConfig.ObjectTokens;
import io.github.tstoken.config.UserConfig;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.policy.Wanted.Purpose;
import io.github.tstoken.thoughtspot.Guid;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Decides what a person may get.
 *
 * <p>Guarantees: pure and without I/O; the user, the life and the kind of a token come from the sign-in and the configuration
 * alone; what the browser wants can only narrow them; what no rule allows is refused.
 */
public final class GrantPolicy {
    private final UsernameMapper usernames;
    private final TokenConfig token;
    private final OptionalInt org;
    private final Duration redirectValidity;

    /**
     * A policy.
     *
     * @param user which ThoughtSpot user a person is
     * @param token what kind of token there is
     * @param org the Org of every token; empty lets ThoughtSpot choose
     * @param redirectValidity the life of a redirect's token
     */
    public GrantPolicy(UserConfig user, TokenConfig token, OptionalInt org, Duration redirectValidity) {
        this.usernames = new UsernameMapper(user);
        this.token = token;
        this.org = org;
        this.redirectValidity = redirectValidity;
    }

    /** The session attributes that the policy reads, which the identity sources must therefore bring. */
    public static Set<String> sessionAttributes(UserConfig user) {
        AttributeExpression name = user.name();
        return name.source() == Source.SESSION ? Set.of(name.name()) : Set.of();
    }

    /** What a person gets of what is wanted. */
    public Decision decide(Caller caller, Wanted wanted) {
        return usernames.map(caller).decide(username -> decide(username, wanted));
    }

    /** The ThoughtSpot user that a person is; empty for somebody who gets nothing. */
    public Optional<String> usernameOf(Caller caller) {
        return usernames.map(caller).username();
    }

    private Decision decide(String username, Wanted wanted) {
        return refusalOf(wanted)
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() -> new Decision.Granted(request(username, wanted)));
    }

    private Optional<Refusal> refusalOf(Wanted wanted) {
        if (wanted.org().isPresent() && !wanted.org().equals(org)) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        return switch (token.object()) {
            case ALLOWED -> Optional.empty();
            case OFF ->
                isForSdk(wanted) && wanted.object().isPresent() ? Optional.of(Refusal.NOT_ALLOWED) : Optional.empty();
            case REQUIRED ->
                wanted.object().isPresent()
                        ? Optional.empty()
                        : Optional.of(isForSdk(wanted) ? Refusal.OBJECT_REQUIRED : Refusal.NOT_ALLOWED);
        };
    }

    private TokenRequest request(String username, Wanted wanted) {
        Optional<Guid> object = token.object() == ObjectTokens.OFF ? Optional.empty() : wanted.object();
        return new TokenRequest(username, org, object, isForSdk(wanted) ? token.validity() : redirectValidity);
    }

    private static boolean isForSdk(Wanted wanted) {
        return wanted.purpose() == Purpose.SDK;
    }
}
