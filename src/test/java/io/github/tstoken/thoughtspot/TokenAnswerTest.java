package io.github.tstoken.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.AbacConfig.PersistOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenAnswerTest {
    private static final Instant NOW = Instant.ofEpochMilli(1724277430000L);
    private static final Guid OBJECT = new Guid("f47ac10b-58cc-4372-a567-0e02b2c3d479");
    private static final TokenRequest FULL =
            new TokenRequest("alice", OptionalInt.of(0), Optional.empty(), Duration.ofMinutes(5));
    private static final TokenRequest CUSTOM = new TokenRequest(
            "alice",
            OptionalInt.of(0),
            Optional.empty(),
            Optional.of(new VariableValues(PersistOption.REPLACE, Map.of("region", List.of("West")))),
            Optional.empty(),
            Duration.ofMinutes(5));
    private static final TokenRequest OF_OBJECT =
            new TokenRequest("alice", OptionalInt.of(0), Optional.of(OBJECT), Duration.ofMinutes(5));

    static Stream<Path> good() {
        return Corpus.files("answers-good");
    }

    static Stream<Path> hostile() {
        return Corpus.files("answers");
    }

    static Stream<Path> wrong() {
        return Corpus.files("answers-wrong");
    }

    @ParameterizedTest
    @MethodSource("good")
    void whenTheAnswerFits_thenItIsTheToken(Path file) {
        TokenAnswer answer = TokenAnswer.parse(Corpus.read(file)).orElseThrow();

        assertThat(answer.mismatch(FULL, NOW)).isEmpty();
        LoginToken token = answer.loginToken(FULL, NOW);
        assertThat(token.value().reveal()).isEqualTo("YWxpY2U6Z29vZA+/x==");
        assertThat(token.username()).isEqualTo("alice");
        assertThat(token.org()).hasValue(0);
        assertThat(token.issuedAt()).isEqualTo(NOW);
        assertThat(token.expiresAt()).contains(NOW.plusSeconds(300));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @DisplayName("[R39] hostile bodies")
    void whenTheBodyIsHostile_thenThereIsNoToken(Path file) {
        assertThat(TokenAnswer.parse(Corpus.read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    @DisplayName("[R17] tokens that were not asked for")
    void whenTheTokenIsNotWhatWasAsked_thenItDoesNotFit(Path file) {
        TokenAnswer answer = TokenAnswer.parse(Corpus.read(file)).orElseThrow();

        assertThat(answer.mismatch(FULL, NOW)).isPresent();
    }

    static Stream<Path> customGood() {
        return Corpus.files("answers-custom-good");
    }

    static Stream<Path> customWrong() {
        return Stream.concat(Corpus.files("answers-custom-wrong"), Corpus.files("answers-good"));
    }

    @ParameterizedTest
    @MethodSource("customGood")
    void whenTheCustomTokenFits_thenItIsTheToken(Path file) {
        TokenAnswer answer = TokenAnswer.parse(Corpus.read(file)).orElseThrow();

        assertThat(answer.mismatch(CUSTOM, NOW)).isEmpty();
        LoginToken token = answer.loginToken(CUSTOM, NOW);
        assertThat(token.username()).isEqualTo("alice");
        assertThat(token.org()).hasValue(0);
        assertThat(token.expiresAt()).contains(NOW.plusSeconds(300));
    }

    @ParameterizedTest
    @MethodSource("customWrong")
    @DisplayName("[R17] custom tokens that were not asked for, and tokens of other kinds")
    void whenTheCustomTokenIsNotWhatWasAsked_thenItDoesNotFit(Path file) {
        TokenAnswer answer = TokenAnswer.parse(Corpus.read(file)).orElseThrow();

        assertThat(answer.mismatch(CUSTOM, NOW)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("customGood")
    @DisplayName("[R17] a custom token is not what a request of another kind asked for")
    void whenNoCustomTokenWasAsked_thenItDoesNotFit(Path file) {
        assertThat(TokenAnswer.parse(Corpus.read(file)).orElseThrow().mismatch(FULL, NOW))
                .isPresent();
    }

    @Test
    void whenATokenOfTheObjectWasAsked_thenOnlyThatFits() {
        assertThat(objectAnswer(OBJECT.value()).mismatch(OF_OBJECT, NOW)).isEmpty();
        assertThat(objectAnswer("F47AC10B-58CC-4372-A567-0E02B2C3D479").mismatch(OF_OBJECT, NOW))
                .isEmpty();
        assertThat(objectAnswer("00000000-58cc-4372-a567-0e02b2c3d479").mismatch(OF_OBJECT, NOW))
                .isPresent();
        assertThat(objectAnswer("").mismatch(OF_OBJECT, NOW)).isPresent();
        assertThat(full().mismatch(OF_OBJECT, NOW)).isPresent();
    }

    @Test
    void whenNoOrgWasAsked_thenTheAnsweredOrgIsTheOrg() {
        TokenRequest request = new TokenRequest("alice", OptionalInt.empty(), Optional.empty(), Duration.ofMinutes(5));

        assertThat(full().mismatch(request, NOW)).isEmpty();
        assertThat(full().loginToken(request, NOW).org()).hasValue(0);
    }

    @Test
    void whenTheClocksDifferByAMinute_thenTheTokenStillFits() {
        assertThat(full().mismatch(FULL, NOW.minusSeconds(60))).isEmpty();
        assertThat(full().mismatch(FULL, NOW.minusSeconds(61))).isPresent();
    }

    @Test
    void whateverTheToken_thenItIsNotShown() {
        assertThat(full().loginToken(FULL, NOW).toString()).doesNotContain("YWxp");
    }

    private static TokenAnswer full() {
        return TokenAnswer.parse(Corpus.read("answers-good/full.json")).orElseThrow();
    }

    private static TokenAnswer objectAnswer(String object) {
        String body = Corpus.read("answers-wrong/scope-of-one-object.json").replace(OBJECT.value(), object);
        return TokenAnswer.parse(body).orElseThrow();
    }
}
