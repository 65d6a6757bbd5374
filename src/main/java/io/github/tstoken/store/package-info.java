/**
 * The tokens of other providers, kept for each person: {@link io.github.tstoken.store.TokenStore} is the way in. The only
 * package that knows SQL and encryption; it knows nothing of HTTP and of providers. All calls wait for the database, for
 * seconds at most.
 */
package io.github.tstoken.store;
