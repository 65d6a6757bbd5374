package io.github.tstoken.mint;

import io.github.tstoken.identity.SignInId;
import io.github.tstoken.thoughtspot.TokenRequest;

/**
 * Those who may have the same token.
 *
 * @param signIn the one sign-in
 * @param request all that the token's rights depend on
 */
record Share(SignInId signIn, TokenRequest request) {}
