/**
 * Who is asking: {@link io.github.tstoken.identity.Identification} asks the configured sources in their order, on every
 * request. Nothing that the browser says in the request names a person, but a token that the identity provider has signed.
 */
package io.github.tstoken.identity;
