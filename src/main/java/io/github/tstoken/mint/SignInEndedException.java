package io.github.tstoken.mint;

/** The sign-in of who asks for a token has ended meanwhile: there is nobody left to get one. */
public final class SignInEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInEndedException() {
        super("the sign-in has ended meanwhile");
    }
}
