package io.github.tstoken.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people let us have of providers: for each person and provider at most one authorization.
 *
 * <p>Every method may throw {@link StoreUnavailableException}, within seconds.
 */
public interface AuthorizationStore {

    /** Stores what a person just connected, instead of what there was. */
    void connect(UserKey user, ProviderId provider, GrantedTokens tokens);

    /** The authorization of a person at a provider; empty when the person is not connected. */
    Optional<Authorization> find(UserKey user, ProviderId provider);

    /** All authorizations of a person, in the order of the providers' ids. */
    List<Authorization> list(UserKey user);

    /**
     * Takes the right to refresh.
     *
     * @param seen the authorization that needs it
     * @param length longer than the refresh can last
     * @return empty when another is at it, or was faster, or when there is nothing to refresh with: read it again
     */
    Optional<RefreshLease> leaseForRefresh(Authorization seen, Duration length);

    /**
     * How long nobody shall try to refresh, by {@link #release}; empty when somebody may, or is at it.
     *
     * @param seen the authorization that needs it
     */
    Optional<Duration> pause(Authorization seen);

    /**
     * Authorizations that can be refreshed, are not being refreshed, and were not used for long.
     *
     * @param provider who granted them
     * @param endedBefore when their access tokens have ended
     * @param most how many at most, those first that ended first
     */
    List<Authorization> idle(ProviderId provider, Instant endedBefore, int most);

    /** Stores the tokens of a refresh and ends the lease. A refresh or ID token that the answer did not have is kept. */
    Completion complete(RefreshLease lease, GrantedTokens tokens);

    /**
     * Ends a lease without new tokens, after a fault that says nothing of the grant.
     *
     * @param pause how long nobody shall try again
     */
    void release(RefreshLease lease, Duration pause);

    /**
     * The provider has ended the grant: its tokens are deleted, and the person has to connect again.
     *
     * @return false when the authorization changed meanwhile, so that another refresh has won: read it again
     */
    boolean grantEnded(RefreshLease lease);

    /**
     * Disconnects: the authorization is gone at once, and its tokens wait to be revoked at the provider.
     *
     * @return whether there was one
     */
    boolean revoke(UserKey user, ProviderId provider);
}
