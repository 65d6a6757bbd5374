package io.github.tstoken.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.github.tstoken.config.EncryptionKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys that encrypt what is stored: AES-256-GCM by Tink, with a random nonce each time. The first encrypts, all decrypt.
 *
 * <p>A key is known by 32 bits of a hash of it: it needs no name in the configuration, and its place there can change. Tink
 * writes these bits in front of what it encrypts.
 */
final class KeyRing {
    private static final byte[] ID_LABEL = "ts-token encryption key id".getBytes(StandardCharsets.US_ASCII);

    private final int primaryId;
    private final Set<Integer> ids;
    private final Aead aead;

    private KeyRing(int primaryId, Set<Integer> ids, Aead aead) {
        this.primaryId = primaryId;
        this.ids = Set.copyOf(ids);
        this.aead = aead;
    }

    /**
     * A ring of some keys.
     *
     * @param keys none of them twice; the first encrypts
     */
    static KeyRing of(List<EncryptionKey> keys) {
        KeysetHandle.Builder ring = KeysetHandle.newBuilder();
        Set<Integer> ids = new HashSet<>();
        try {
            int primaryId = id(keys.get(0));
            for (EncryptionKey key : keys) {
                int id = id(key);
                if (!ids.add(id)) {
                    throw new IllegalArgumentException("the encryption key " + name(id) + " is there twice");
                }
                KeysetHandle.Builder.Entry entry =
                        KeysetHandle.importKey(aesGcm(key, id)).withFixedId(id);
                ring.addEntry(id == primaryId ? entry.makePrimary() : entry);
            }
            return new KeyRing(primaryId, ids, ring.build().getPrimitive(AeadConfig2026.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES-256-GCM", e);
        }
    }

    private static AesGcmKey aesGcm(EncryptionKey key, int id) throws GeneralSecurityException {
        return AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(32)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.TINK)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(key.reveal(), InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
    }

    private static int id(EncryptionKey key) throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(ID_LABEL);
        return ByteBuffer.wrap(sha256.digest(key.reveal())).getInt();
    }

    /** A key's id as people read it. */
    static String name(int id) {
        return String.format("%08x", id);
    }

    /** The key that encrypts. */
    int primaryId() {
        return primaryId;
    }

    boolean has(int id) {
        return ids.contains(id);
    }

    Aead aead() {
        return aead;
    }
}
