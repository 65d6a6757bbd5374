package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.github.tstoken.testkit.TokenIssuer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
    private static final JWSHeader NO_NAME = new JWSHeader(JWSAlgorithm.RS256);

    @ParameterizedTest
    @ValueSource(strings = {",\"use\":\"enc\"", ",\"key_ops\":[\"encrypt\"]", ",\"use\":5", ",\"x5c\":[\"AAAA\"]"})
    void whenAKeyIsOfNoUse_thenTheOthersAre(String more) {
        KeySet keys = parse(List.of(TokenIssuer.rsaKey("wrong", more), TokenIssuer.rsaKey("right", "")));
        assertThat(keys.keys())
                .singleElement()
                .satisfies(key -> assertThat(key.getKeyID()).isEqualTo("right"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA\"}",
                "{\"kty\":\"RSA\",\"kid\":\"weak\",\"n\":\"wJr1s2gF\",\"e\":\"AQAB\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                "{\"kty\":\"new\"}",
                "{}",
                "[]",
                "null"
            })
    void whenAKeyIsOfAKindThatVerifiesNothing_thenItIsNone(String key) {
        assertThat(KeySet.parse(TokenIssuer.set(List.of(key)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[]}", "<html></html>", "{\"keys\":[],\"keys\":[]}"})
    void whenTheTextIsNoSet_thenThereIsNone(String text) {
        assertThat(KeySet.parse(text)).isEmpty();
    }

    @Test
    @DisplayName("[R62] a set of very many keys is refused")
    void whenThereAreTooManyKeys_thenThereIsNone() {
        assertThat(KeySet.parse(TokenIssuer.set(Collections.nCopies(101, TokenIssuer.rsaKey("key", "")))))
                .isEmpty();
    }

    @Test
    void whenATokenNamesNoKey_thenOnlyTheOneThatFitsIsTried() {
        assertThat(parse(List.of(TokenIssuer.rsaKey("one", ""))).keyFor(NO_NAME))
                .isPresent();
        assertThat(parse(List.of(TokenIssuer.rsaKey("one", ""), TokenIssuer.rsaKey("two", "")))
                        .keyFor(NO_NAME))
                .isEmpty();
    }

    @Test
    void whenAKeyIsForOneAlgorithm_thenItIsForNoOther() {
        KeySet keys = parse(List.of(TokenIssuer.rsaKey("one", ",\"alg\":\"RS512\"")));
        assertThat(keys.keyFor(NO_NAME)).isEmpty();
        assertThat(keys.keyFor(new JWSHeader(JWSAlgorithm.RS512))).isPresent();
    }

    private static KeySet parse(List<String> keys) {
        return KeySet.parse(TokenIssuer.set(keys)).orElseThrow();
    }
}
