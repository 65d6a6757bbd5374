package io.github.tstoken.store;

/** What became of the tokens of a refresh. */
public enum Completion {
    /** They are stored. */
    STORED,
    /** The lease had ended and the authorization changed meanwhile; it was left as it is, and has to be read again. */
    OVERTAKEN,
    /** The authorization was revoked meanwhile; the new tokens will be revoked too. */
    REVOKED
}
