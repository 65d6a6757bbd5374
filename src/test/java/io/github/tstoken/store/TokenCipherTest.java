package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tstoken.config.Secret;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TokenCipherTest {
    private static final KeyRing KEYS = KeyRing.of(List.of(StoreTest.key(1)));
    private static final TokenCipher CIPHER = new TokenCipher(KEYS);
    private static final RowKey ROW = RowKey.living(StoreTest.BOB, StoreTest.IDP);
    private static final PlainTokens TOKENS =
            new PlainTokens(Secret.of("token \u20ac"), Optional.empty(), Optional.empty());
    /** Tink: one byte for the kind of prefix, four of the key's id, then the nonce. */
    private static final int NONCE_AT = 5;

    private static EncryptedTokens access(byte[] bytes) {
        return new EncryptedTokens(0, new Ciphertext(bytes), Optional.empty(), Optional.empty());
    }

    @Test
    void whenTokensAreDecryptedInTheirPlace_thenTheyAreTheSame() {
        PlainTokens tokens = new PlainTokens(
                Secret.of("token \u20ac"), Optional.of(Secret.of("refresh")), Optional.of(Secret.of("id")));
        PlainTokens again =
                CIPHER.decrypt(ROW, 7, CIPHER.encrypt(ROW, 7, tokens)).orElseThrow();
        assertThat(again.accessToken().reveal()).isEqualTo("token \u20ac");
        assertThat(again.refreshToken().map(Secret::reveal)).contains("refresh");
        assertThat(again.idToken().map(Secret::reveal)).contains("id");
    }

    @Test
    @DisplayName("[R47] any bit that is changed, and anything cut off, makes a token unreadable")
    void whenAnyBitIsChangedOrAnythingIsCutOff_thenNothingIsDecrypted() {
        byte[] encrypted = CIPHER.encrypt(ROW, 1, TOKENS).accessToken().bytes();
        for (int bit = 0; bit < encrypted.length * 8; bit++) {
            byte[] changed = encrypted.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(CIPHER.decrypt(ROW, 1, access(changed))).isEmpty();
        }
        for (int length = 0; length < encrypted.length; length++) {
            assertThat(CIPHER.decrypt(ROW, 1, access(Arrays.copyOf(encrypted, length))))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("[R48] tokens are bound to the person, the provider and the version")
    void whenThePlaceIsAnother_thenNothingIsDecrypted() {
        EncryptedTokens encrypted = CIPHER.encrypt(ROW, 1, TOKENS);
        RowKey ofAnother = RowKey.living(UserKey.of("principal", "eve"), StoreTest.IDP);
        RowKey atAnother = RowKey.living(StoreTest.BOB, new ProviderId("other"));
        assertThat(CIPHER.decrypt(ofAnother, 1, encrypted)).isEmpty();
        assertThat(CIPHER.decrypt(atAnother, 1, encrypted)).isEmpty();
        assertThat(CIPHER.decrypt(ROW, 2, encrypted)).isEmpty();
        assertThat(CIPHER.decrypt(ROW, 1, encrypted)).isPresent();
    }

    @Test
    @DisplayName("[R47] no nonce is used twice")
    void whenTheSameIsEncryptedManyTimes_thenEachNonceIsNew() {
        Set<ByteBuffer> nonces = new HashSet<>();
        int times = 100_000;
        for (int time = 0; time < times; time++) {
            byte[] encrypted = CIPHER.encrypt(ROW, 1, TOKENS).accessToken().bytes();
            nonces.add(ByteBuffer.wrap(Arrays.copyOfRange(encrypted, NONCE_AT, NONCE_AT + 12)));
        }
        assertThat(nonces).hasSize(times);
    }

    @Test
    void whenAKeyIsUsed_thenItsIdDependsOnTheKeyAlone() {
        int id = KeyRing.of(List.of(StoreTest.key(2), StoreTest.key(1))).primaryId();
        assertThat(id).isEqualTo(KeyRing.of(List.of(StoreTest.key(2))).primaryId());
        assertThat(id).isNotEqualTo(KEYS.primaryId());
        byte[] encrypted = CIPHER.encrypt(ROW, 1, TOKENS).accessToken().bytes();
        assertThat(ByteBuffer.wrap(encrypted, 1, 4).getInt()).isEqualTo(KEYS.primaryId());
    }

    @Test
    void whenAKeyIsThereTwice_thenTheRingIsRefused() {
        assertThatThrownBy(() -> KeyRing.of(List.of(StoreTest.key(1), StoreTest.key(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
