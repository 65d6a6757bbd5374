package io.github.tstoken.config;

import java.util.Locale;
import java.util.Set;

/** Types of what must never be shown. No message has anything of the value. */
final class SecretTypes {
    /** A key or a password. */
    static final ValueType<Secret> SECRET =
            new ValueType<>("text without white space and control characters", SecretTypes::secret);

    /** Keys of the store's cipher. */
    static final ValueType<Secret> ENCRYPTION_KEYS = new ValueType<>(
            "base64 keys of 32 bytes (`openssl rand -base64 32`), one per line or with commas between them",
            true,
            SecretTypes::encryptionKeys);

    /** What a client signs with. */
    static final ValueType<Secret> PRIVATE_KEY =
            new ValueType<>("a private key in PEM (PKCS #8)", true, SecretTypes::privateKey);

    static final Set<ValueType<?>> ALL = Set.of(SECRET, ENCRYPTION_KEYS, PRIVATE_KEY);

    /** From ThoughtSpot's documentation: everybody knows it. */
    private static final String SAMPLE_KEY = "b0cb26a0-351e-40b4-9e42-00fa2265d50c";

    private SecretTypes() {}

    private static Secret secret(String text) throws RejectedValueException {
        if (text.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw new RejectedValueException("has white space, which is never part of a secret");
        }
        if (text.toLowerCase(Locale.ROOT).startsWith(SAMPLE_KEY)) {
            throw new RejectedValueException("is the sample of ThoughtSpot's documentation, not a secret");
        }
        return Secret.of(text);
    }

    private static Secret encryptionKeys(String text) throws RejectedValueException {
        if (EncryptionKey.parseAll(text).isEmpty()) {
            throw new RejectedValueException("must be " + ENCRYPTION_KEYS.allowed() + ", each once");
        }
        return Secret.of(text);
    }

    private static Secret privateKey(String text) throws RejectedValueException {
        Secret pem = Secret.of(text);
        if (PrivateKeyPem.read(pem).isEmpty()) {
            throw new RejectedValueException("must be " + PRIVATE_KEY.allowed()
                    + ", of RSA with at least 2048 bits or on the curve P-256, P-384 or P-521"
                    + " (`openssl pkcs8 -topk8 -nocrypt` makes one of other forms)");
        }
        return pem;
    }
}
