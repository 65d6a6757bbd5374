package io.github.tstoken.config;

/** How a client proves who it is at the token endpoint (OpenID Connect Core section 9). */
public enum ClientAuthMethod {
    /** Id and secret in the header {@code Authorization}. */
    CLIENT_SECRET_BASIC,
    /** Id and secret in the body. */
    CLIENT_SECRET_POST,
    /** A JWT that is signed with a private key (RFC 7523). */
    PRIVATE_KEY_JWT,
    /** Not at all: a public client, for which PKCE has to do. */
    NONE
}
