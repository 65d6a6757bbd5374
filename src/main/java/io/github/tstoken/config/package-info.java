/**
 * The configuration: read and checked once, wholly, at start; afterwards typed, immutable values.
 *
 * <p>In: {@link io.github.tstoken.config.ConfigInputs}, what the process and the server offer. Out: a
 * {@link io.github.tstoken.config.ServiceConfig}, or one
 * {@link io.github.tstoken.config.InvalidConfigException} that names every mistake. Each key is declared once, next to the
 * code that reads it: {@code ThoughtSpotSettings}, {@code TokenSettings}, {@code IdentitySettings}, {@code UserSettings},
 * {@code OrgSettings}, {@code AbacSettings}, {@code JitSettings}, {@code RedirectSettings}, {@code WebSettings},
 * {@code StoreSettings}, {@code ProviderSettings}; {@code ConfigSources} says where values come from.
 */
package io.github.tstoken.config;
