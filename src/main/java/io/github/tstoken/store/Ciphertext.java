package io.github.tstoken.store;

/** Something encrypted: not a secret, but nothing to print either. */
final class Ciphertext {
    private final byte[] bytes;

    Ciphertext(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
