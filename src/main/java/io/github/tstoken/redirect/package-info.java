/**
 * The server-side redirect into an embedded Liveboard: what may be opened ({@link io.github.tstoken.redirect.EmbedTargets}) and
 * the address that opens it ({@link io.github.tstoken.redirect.LoginRedirect}). Pure values; no host, scheme or path of an
 * address comes from a request.
 */
package io.github.tstoken.redirect;
