/**
 * Sign-in at an OpenID Provider, where the application has no sign-in of the server: begin, come back, sign out, and the
 * provider's word that a sign-in has ended. {@link io.github.tstoken.signin.OidcSignIns} is the way in. It knows neither
 * requests nor sessions.
 */
package io.github.tstoken.signin;
