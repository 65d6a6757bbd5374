package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;

/**
 * Encrypts flows, each for its state and its end.
 *
 * <p>Guarantees: nobody who can write to the database can make a flow, change one, prolong one, or give one the state of
 * another.
 */
final class FlowCipher {
    private static final String LABEL = "ts-token flow 1";
    private static final String NONE = "";

    private final KeyRing keys;

    FlowCipher(KeyRing keys) {
        this.keys = keys;
    }

    Ciphertext encrypt(PendingFlow flow) {
        try {
            return new Ciphertext(keys.aead()
                    .encrypt(written(flow), place(flow.state(), flow.endsAt().toEpochMilli())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES-256-GCM", e);
        }
    }

    /** The flow of a state; empty when it was not encrypted for that, or its key is not here. */
    Optional<PendingFlow> decrypt(Secret state, long endsAt, Ciphertext encrypted) {
        try {
            return Optional.of(read(state, endsAt, keys.aead().decrypt(encrypted.bytes(), place(state, endsAt))));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] place(Secret state, long endsAt) {
        return Place.of(LABEL, FlowKey.of(state), Long.toString(endsAt));
    }

    private static byte[] written(PendingFlow flow) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(flow.provider().map(ProviderId::value).orElse(NONE));
            out.writeUTF(flow.owner().map(UserKey::hex).orElse(NONE));
            out.writeUTF(flow.signIn().orElse(NONE));
            out.writeUTF(flow.browser());
            out.writeUTF(flow.nonce().reveal());
            out.writeUTF(flow.codeVerifier().reveal());
            out.writeUTF(flow.returnTo());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What is read was written above, or it would not have been decrypted. */
    private static PendingFlow read(Secret state, long endsAt, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Optional<ProviderId> provider = text(in).map(ProviderId::new);
            Optional<UserKey> owner = text(in).map(UserKey::ofHex);
            Optional<String> signIn = text(in);
            String browser = in.readUTF();
            Secret nonce = Secret.of(in.readUTF());
            Secret codeVerifier = Secret.of(in.readUTF());
            Instant end = Instant.ofEpochMilli(endsAt);
            return new PendingFlow(provider, owner, signIn, browser, state, nonce, codeVerifier, in.readUTF(), end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(DataInputStream in) throws IOException {
        return Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
    }
}
