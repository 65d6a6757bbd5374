/**
 * ts-token, from the request to the answer. Each package uses only those below it, and a test holds that.
 *
 * <pre>
 * TokenServiceFilter     the one entrance; DeploymentListener and Startup put the service together
 * web                    Entrance and resources: HTTP in, HTTP out, a few lines each
 *   web.guard            is this a path, a method, a page and a query that may be served? pure rules
 *   web.answer           problems, pages and JSON as values
 * authorizations         people's connections to providers: connect, fresh access tokens, disconnect; only where they are configured
 * signin                 sign-in at an OpenID Provider, and its end; only where it is configured
 * mint                   gets the token that was granted: shared and reused within a sign-in, bounded, ended with it
 * redirect               Liveboards, filters and the address of ThoughtSpot's login, pure
 * operations             audit log, metrics, health
 * policy                 which ThoughtSpot user is this, and what may they get? pure
 * identity               who is signed in: the container, the session, a signed token, the provider, or a CallerResolver of the application
 * thoughtspot            ThoughtSpot's REST API v2 and v1; every answer checked
 * oauth                  providers: flows, tokens, keys, and signed tokens of identity providers; only where they are configured
 * store                  other providers' tokens and open flows, encrypted in a database; only where providers are configured
 * http                   one deadline, bounds, TLS: the only package that calls other servers
 * config                 everything configurable, read once and checked wholly
 * </pre>
 *
 * A request for a token passes {@link io.github.tstoken.TokenServiceFilter}, {@link io.github.tstoken.web.guard.Guard},
 * {@link io.github.tstoken.web.TokenResource}, {@link io.github.tstoken.policy.GrantPolicy} and
 * {@link io.github.tstoken.thoughtspot.ThoughtSpotClient}, in this order.
 */
package io.github.tstoken;
