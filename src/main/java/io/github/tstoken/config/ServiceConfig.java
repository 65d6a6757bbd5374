package io.github.tstoken.config;

import java.util.List;
import java.util.Optional;

/**
 * Everything that can be configured: typed, immutable and already checked. Made by {@link ConfigReader} only.
 *
 * @param thoughtSpot where ThoughtSpot is and how to talk to it
 * @param token what kind of login token is asked for
 * @param issue how tokens are handed out
 * @param identity who is signed in
 * @param user which ThoughtSpot user that person is
 * @param org which Orgs that person may get tokens for
 * @param abac the variables that tokens set; present when the tokens are custom tokens
 * @param jit how users are made that ThoughtSpot does not know; empty when none are
 * @param redirect the server-side redirect into an embedded Liveboard
 * @param web what browsers may ask
 * @param inside the service inside an application
 * @param providers the providers whose tokens are kept for people, in the order of the configuration; each id is there once
 * @param store where those are kept; present when there are providers
 */
public record ServiceConfig(
        ThoughtSpotConfig thoughtSpot,
        TokenConfig token,
        IssueConfig issue,
        IdentityConfig identity,
        UserConfig user,
        OrgConfig org,
        Optional<AbacConfig> abac,
        Optional<JitConfig> jit,
        RedirectConfig redirect,
        WebConfig web,
        InsideConfig inside,
        List<ProviderConfig> providers,
        Optional<StoreConfig> store) {
    public ServiceConfig {
        providers = List.copyOf(providers);
    }
}
