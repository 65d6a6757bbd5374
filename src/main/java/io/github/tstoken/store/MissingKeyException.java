package io.github.tstoken.store;

/** Something is stored under an encryption key that is not configured any more: without it, it is lost. */
public final class MissingKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingKeyException(int keyId) {
        super("tokens are stored under the encryption key " + KeyRing.name(keyId)
                + ", which is not configured: add it again, and remove it when all is encrypted anew");
    }
}
