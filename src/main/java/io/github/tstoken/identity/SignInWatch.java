package io.github.tstoken.identity;

/** Knows which of the sign-ins that sessions keep have ended all the same: by the provider's word, or by time. */
@FunctionalInterface
public interface SignInWatch {
    /** Whether a sign-in, which is used here and now, still goes on. It must not wait. */
    boolean goesOn(OidcSignIn signIn);
}
