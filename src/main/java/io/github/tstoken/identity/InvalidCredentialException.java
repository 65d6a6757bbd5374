package io.github.tstoken.identity;

/**
 * The request brings something to prove who sent it, and that proves nothing. Nobody is signed in then (401), and no other
 * source is asked: whoever shows a false paper is not let in by another door.
 */
public final class InvalidCredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something that proves nothing.
     *
     * @param reason what is wrong with it, as a sentence in our own words: for programs, and for the audit log
     */
    public InvalidCredentialException(String reason) {
        super(reason, null, false, false);
    }
}
