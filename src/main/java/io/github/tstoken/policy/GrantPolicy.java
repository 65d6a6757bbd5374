package io.github.tstoken.policy;

import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.config.TokenConfig;
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
    private final OrgRule orgs;
    private final Optional<VariableRule> variables;
    private final Optional<ProvisioningRule> provisioning;
    private final TokenConfig token;
    private final Duration redirectValidity;

    /**
     * A policy.
     *
     * @param variables present when the tokens are custom tokens
     * @param provisioning present when users are made that ThoughtSpot does not know
     * @param token what kind of token there is
     * @param redirectValidity the life of a redirect's token
     */
    GrantPolicy(
            UsernameMapper usernames,
            OrgRule orgs,
            Optional<VariableRule> variables,
            Optional<ProvisioningRule> provisioning,
            TokenConfig token,
            Duration redirectValidity) {
        this.usernames = usernames;
        this.orgs = orgs;
        this.variables = variables;
        this.provisioning = provisioning;
        this.token = token;
        this.redirectValidity = redirectValidity;
    }

    /** The policy that is configured. */
    public static GrantPolicy of(ServiceConfig config) {
        return new GrantPolicy(
                new UsernameMapper(config.user()),
                new OrgRule(config.thoughtSpot().org(), config.org()),
                config.abac().map(VariableRule::new),
                config.jit().map(ProvisioningRule::new),
                config.token(),
                config.redirect().validity());
    }

    /** What a person gets of what is wanted. */
    public Decision decide(Caller caller, Wanted wanted) {
        return usernames.map(caller).decide(username -> decide(username, caller, wanted));
    }

    /** The ThoughtSpot user that a person is; empty for somebody who gets nothing. */
    public Optional<String> usernameOf(Caller caller) {
        return usernames.map(caller).username();
    }

    /** The Org of a person's tokens when no other is asked for; empty when there is none, or none that can be used. */
    public OptionalInt orgOf(Caller caller) {
        try {
            return orgs.decide(caller, OptionalInt.empty());
        } catch (RefusedException refused) {
            return OptionalInt.empty();
        }
    }

    /** The groups that tokens put a person in; none also when they leave the groups alone. */
    public Set<String> groupsOf(Caller caller) {
        return provisioning.flatMap(rule -> rule.groups(caller)).orElse(Set.of());
    }

    private Decision decide(String username, Caller caller, Wanted wanted) {
        try {
            return new Decision.Granted(request(username, caller, wanted));
        } catch (RefusedException refused) {
            return refused.decision();
        }
    }

    private TokenRequest request(String username, Caller caller, Wanted wanted) {
        return new TokenRequest(
                username,
                orgs.decide(caller, wanted.org()),
                object(wanted),
                variables.map(rule -> rule.decide(caller)),
                provisioning.map(rule -> rule.decide(caller)),
                isForSdk(wanted) ? token.validity() : redirectValidity);
    }

    private Optional<Guid> object(Wanted wanted) {
        return switch (token.object()) {
            case ALLOWED -> wanted.object();
            case OFF -> noObject(wanted);
            case REQUIRED -> Optional.of(wanted.object().orElseThrow(() -> objectRequired(wanted)));
        };
    }

    /** A redirect always names its Liveboard; where there are no tokens of one object, it gets a token as any other. */
    private static Optional<Guid> noObject(Wanted wanted) {
        if (isForSdk(wanted) && wanted.object().isPresent()) {
            throw new RefusedException(Refusal.NOT_ALLOWED);
        }
        return Optional.empty();
    }

    private static RefusedException objectRequired(Wanted wanted) {
        return new RefusedException(isForSdk(wanted) ? Refusal.OBJECT_REQUIRED : Refusal.NOT_ALLOWED);
    }

    private static boolean isForSdk(Wanted wanted) {
        return wanted.purpose() == Purpose.SDK;
    }
}
