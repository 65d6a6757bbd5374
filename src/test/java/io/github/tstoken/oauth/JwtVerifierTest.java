package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.tstoken.config.JwtConfig;
import io.github.tstoken.config.SigningAlgorithm;
import io.github.tstoken.corpus.Corpus;
import io.github.tstoken.testkit.TokenIssuer;
import io.github.tstoken.testkit.TokenSigner;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Pattern TIME = Pattern.compile("\\$now([+-][0-9]+)");
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"rsa-1\"}";
    private static TokenIssuer issuer;
    private static JwtVerifier verifier;

    @BeforeAll
    static void start() {
        issuer = TokenIssuer.start();
        JwtConfig config = new JwtConfig(
                List.of("X-Auth-Token"),
                TokenIssuer.ISSUER,
                TokenIssuer.AUDIENCE,
                issuer.keys(),
                Set.of(SigningAlgorithm.RS256, SigningAlgorithm.ES256),
                "sub",
                Optional.empty());
        verifier = JwtVerifier.open(config, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void stop() {
        verifier.close();
        issuer.close();
    }

    static List<String> wrong() {
        return Corpus.read("tokens-wrong.txt");
    }

    static List<String> malformed() {
        return Corpus.read("tokens-malformed.txt");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    @DisplayName("[R61] each way for a token to be wrong is refused for its own reason")
    void whenATokenIsWrong_thenItIsRefusedForThatReason(String row) {
        String[] columns = row.split("\\|", 5);
        String token = TokenSigner.valueOf(columns[3]).sign(columns[1], claims(columns[2]));
        assertThat(catchThrowable(() -> verifier.verify(token)))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessage(columns[4]);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @DisplayName("[R61] what has not the form of a token is refused")
    void whenTheTextIsNoToken_thenItIsRefused(String text) {
        assertThat(catchThrowable(() -> verifier.verify(text))).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void whenTheTextIsTooLong_thenItIsNotEvenRead() {
        String token = TokenSigner.RIGHT.sign(HEADER, claims("{$good,\"x\":\"" + "x".repeat(20_000) + "\"}"));
        assertThat(catchThrowable(() -> verifier.verify(token))).hasMessage("it is not a signed token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{$good}",
                "{$iss,\"aud\":[\"other\",\"ts-token\"],$sub,$exp}",
                "{$iss,$aud,$sub,\"exp\":$now-59}",
                "{$iss,$aud,$sub,\"exp\":$now+1.5}",
                "{$good,\"nbf\":$now+59,\"iat\":$now+59}",
                "{$good,\"azp\":\"some-client\",\"typ\":\"Bearer\"}"
            })
    void whenATokenIsRight_thenItsClaimsComeOut(String claims) throws Exception {
        assertThat(verifier.verify(TokenSigner.RIGHT.sign(HEADER, claims(claims)))
                        .values("sub"))
                .containsExactly("bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"typ\":\"JWT\"}",
                "{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"typ\":\"application/at+jwt\",\"x5t\":\"AAAA\"}"
            })
    void whenAHeaderIsRight_thenTheTokenIsValid(String header) throws Exception {
        assertThat(verifier.verify(TokenSigner.RIGHT.sign(header, claims("{$good}")))
                        .all())
                .containsEntry("sub", List.of("bob"));
    }

    @Test
    void whenATokenIsSignedOnACurve_thenItIsValid() throws Exception {
        String token = TokenSigner.EC.sign("{\"alg\":\"ES256\",\"kid\":\"ec-1\"}", claims("{$good}"));
        assertThat(verifier.verify(token).values("sub")).containsExactly("bob");
    }

    @Test
    void whenClaimsAreTextsNumbersTruthValuesAndLists_thenTheyHaveValues() throws Exception {
        Claims claims = verifier.verify(TokenSigner.RIGHT.sign(
                HEADER,
                claims("{$good,\"email_verified\":true,\"org\":7,\"share\":1.5,\"none\":null,\"mixed\":[\"a\",{}],"
                        + "\"groups\":[\"a b\",\"c\"],\"realm\":{\"roles\":[\"analyst\"]},"
                        + "\"https://x.example/roles\":[\"admin\"],\"a\":{\"b\":\"inner\"},\"a.b\":\"outer\"}")));
        assertThat(claims.values("email_verified")).containsExactly("true");
        assertThat(claims.values("org")).containsExactly("7");
        assertThat(claims.values("groups")).containsExactly("a b", "c");
        assertThat(claims.values("realm.roles")).containsExactly("analyst");
        assertThat(claims.values("https://x.example/roles")).containsExactly("admin");
        assertThat(claims.values("a.b")).containsExactly("outer");
        assertThat(claims.all()).doesNotContainKeys("share", "none", "mixed", "realm", "missing");
    }

    private static String claims(String text) {
        String members = text.replace("$good", "$iss,$aud,$sub,$exp")
                .replace("$iss", "\"iss\":\"" + TokenIssuer.ISSUER + "\"")
                .replace("$aud", "\"aud\":\"" + TokenIssuer.AUDIENCE + "\"")
                .replace("$sub", "\"sub\":\"bob\"")
                .replace("$exp", "\"exp\":$now+300");
        return TIME.matcher(members)
                .replaceAll(time -> Long.toString(NOW.getEpochSecond() + Long.parseLong(time.group(1))));
    }
}
