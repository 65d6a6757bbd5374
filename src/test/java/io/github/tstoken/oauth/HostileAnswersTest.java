package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SigningAlgorithm;
import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.testkit.TokenSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever arrives, right answers with some bytes changed: it is understood or refused, and nothing else happens. */
class HostileAnswersTest {
    private static final int TRIES = 5_000;
    private static final List<String> TYPES =
            List.of("application/json", "application/x-www-form-urlencoded", "text/plain", "text/html", "");
    private static final String ANSWER = "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300,"
            + "\"refresh_token\":\"r\",\"id_token\":\"i\",\"scope\":\"a b\",\"error\":\"invalid_grant\"}";
    private static final String METADATA = "{\"issuer\":\"https://id.example.com\",\"authorization_endpoint\":"
            + "\"https://id.example.com/a\",\"token_endpoint\":\"https://id.example.com/t\",\"jwks_uri\":"
            + "\"https://id.example.com/k\",\"id_token_signing_alg_values_supported\":[\"RS256\"]}";
    private static final String CLAIMS = "{\"iss\":\"https://id.example.com\",\"aud\":[\"us\"],\"sub\":\"bob\",\"exp\":"
            + "4102444800,\"iat\":1,\"nonce\":\"n\",\"at_hash\":\"x\",\"azp\":\"us\",\"jti\":\"j\",\"events\":{}}";
    private static final String TOKEN =
            TokenSigner.RIGHT.sign("{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"typ\":\"JWT\"}", CLAIMS);
    private static final FlowSecrets FLOW =
            new FlowSecrets(Secret.of("state"), Secret.of("nonce"), Secret.of("v".repeat(43)));

    @RepeatedTest(4)
    void whenAnswersAreChanged_thenNothingElseIsThrownThanAFailure(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            String changed = changed(ANSWER, random);
            String type = TYPES.get(random.nextInt(TYPES.size()));
            only(changed, () -> readTokens(new HttpAnswer(200, type, Optional.empty(), changed)));
            String metadata = changed(METADATA, random);
            only(metadata, () -> MetadataReader.read(metadata, Client.discovered("https://id.example.com"), true));
            String claims = changed(CLAIMS, random);
            only(claims, () -> checkClaims(claims));
            String token = changed(TOKEN, random);
            only(token, () -> CompactToken.read(token, EnumSet.allOf(SigningAlgorithm.class), Set.of("jwt")));
            String query = changed("state=state&code=c&iss=https://id.example.com&error=e", random);
            only(query, () -> readCallback(query));
        }
    }

    private interface Reading {
        void read() throws InvalidTokenException;
    }

    private static void only(String input, Reading reading) {
        try {
            reading.read();
        } catch (OAuthFailure | InvalidTokenException refused) {
            assertThat(refused.getMessage()).as(input).isNotEmpty().doesNotContain("eyJ", "id.example.com");
        }
    }

    private static void readTokens(HttpAnswer answer) {
        TokenAnswer tokens = TokenAnswer.of(answer);
        tokens.reason();
        tokens.isIssued();
        tokens.scopes(List.of());
        assertThat(tokens.lifetime(Duration.ofHours(1))).isBetween(Duration.ofSeconds(1), TokenAnswer.LONGEST_LIFE);
        tokens.refreshToken();
        tokens.idToken();
        tokens.accessToken();
    }

    private static void checkClaims(String json) throws InvalidTokenException {
        Optional<JsonNode> claims = Json.object(json);
        if (claims.isPresent()) {
            Claims.of(claims.get());
            Instant now = Instant.ofEpochSecond(2);
            only(json, () -> LogoutTokenRules.check(claims.get(), "https://id.example.com", "us", now));
            new IdTokenRules("https://id.example.com", "us", Optional.empty(), Optional.empty())
                    .check(claims.get(), JWSAlgorithm.RS256, Secret.of("t"), now);
        }
    }

    private static void readCallback(String query) {
        ServerMetadata server = MetadataReader.read(METADATA, Client.discovered("https://id.example.com"), true);
        Map<String, List<String>> parameters;
        try {
            parameters = Client.parameters(query);
        } catch (IllegalArgumentException undecodable) {
            return;
        }
        CallbackRules.code(parameters, FLOW, server);
    }

    /** The text with one to four changes: a character replaced, removed, doubled, or a part cut out or put elsewhere. */
    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0 && changed.length() > 1; i--) {
            int place = random.nextInt(changed.length());
            switch (random.nextInt(5)) {
                case 0 -> changed.setCharAt(place, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
                case 1 -> changed.deleteCharAt(place);
                case 2 -> changed.insert(place, changed.charAt(random.nextInt(changed.length())));
                case 3 -> changed.delete(place, Math.min(changed.length(), place + random.nextInt(20)));
                default ->
                    changed.insert(
                            place,
                            List.of("null", "[", "{", "1e999", "-0", "\"\"", "\\u0000", "=&", "%zz", "true")
                                    .get(random.nextInt(10)));
            }
        }
        return changed.toString();
    }
}
