package io.github.tstoken.config;

/**
 * The algorithms of RFC 7518 section 3.1 by which a token can be signed with a private key. There is none without a signature
 * and none with a shared secret: whoever could verify with that could sign, too.
 */
public enum SigningAlgorithm {
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512,
    ES256,
    ES384,
    ES512
}
