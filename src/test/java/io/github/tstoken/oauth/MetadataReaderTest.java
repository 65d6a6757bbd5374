package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.config.ProviderEndpoints;
import io.github.tstoken.config.SigningAlgorithm;
import io.github.tstoken.corpus.Corpus;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISSUER = "https://id.example.com";
    private static final String GOOD = """
            {"issuer":"https://id.example.com","authorization_endpoint":"https://id.example.com/authorize?v=2",
             "token_endpoint":"https://tokens.example.net/token","jwks_uri":"https://id.example.com/jwks",
             "revocation_endpoint":"https://id.example.com/revoke","end_session_endpoint":"https://id.example.com/end",
             "id_token_signing_alg_values_supported":["HS256","RS256","ES256","EdDSA"],
             "response_types_supported":["code","code id_token"],"code_challenge_methods_supported":["plain","S256"],
             "authorization_response_iss_parameter_supported":true,"mtls_endpoint_aliases":{"token_endpoint":"http://x"}}
            """;

    static List<String> wrong() {
        return Corpus.read("metadata-wrong.txt");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    @DisplayName("[R62] wrong metadata are a fault with its reason, and never a warning")
    void whenMetadataAreWrong_thenTheReasonIsGiven(String row) {
        String[] columns = row.split("\\|", 3);
        String json = columns[1].startsWith("=") ? columns[1].substring(1) : with("{" + columns[1] + "}");

        OAuthFailure failure = Client.failureOf(() -> MetadataReader.read(json, Client.discovered(ISSUER), true));

        assertThat(failure).hasMessage("the metadata of the provider are wrong: " + columns[2]);
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void whenMetadataAreRight_thenEverythingComesOut() {
        ServerMetadata metadata = MetadataReader.read(GOOD, Client.discovered(ISSUER), true);

        assertThat(metadata.issuer()).hasValue(ISSUER);
        assertThat(metadata.authorization()).isEqualTo(URI.create("https://id.example.com/authorize?v=2"));
        assertThat(metadata.token()).isEqualTo(URI.create("https://tokens.example.net/token"));
        assertThat(metadata.revocation()).hasValue(URI.create("https://id.example.com/revoke"));
        assertThat(metadata.endSession()).hasValue(URI.create("https://id.example.com/end"));
        assertThat(metadata.keys()).hasValue(URI.create("https://id.example.com/jwks"));
        assertThat(metadata.namesItself()).isTrue();
        assertThat(metadata.algorithms()).containsExactlyInAnyOrder(SigningAlgorithm.RS256, SigningAlgorithm.ES256);
    }

    @Test
    void whenOnlyTheLeastIsThere_thenTheDefaultsHold() {
        ServerMetadata metadata = MetadataReader.read("""
                {"issuer":"https://id.example.com","authorization_endpoint":"https://id.example.com/a",
                 "token_endpoint":"https://id.example.com/t","jwks_uri":"https://id.example.com/k"}
                """, Client.discovered(ISSUER), true);

        assertThat(metadata.algorithms()).containsExactly(SigningAlgorithm.RS256);
        assertThat(metadata.revocation()).isEmpty();
        assertThat(metadata.namesItself()).isFalse();
    }

    @Test
    void whenNoIdTokensAreExpected_thenNoKeysAreNeeded() {
        String json = """
                {"issuer":"https://id.example.com","authorization_endpoint":"https://id.example.com/a",
                 "token_endpoint":"https://id.example.com/t"}
                """;

        assertThat(MetadataReader.read(json, Client.discovered(ISSUER), false).keys())
                .isEmpty();
        assertThat(Client.failureOf(() -> MetadataReader.read(json, Client.discovered(ISSUER), true)))
                .hasMessageEndingWith("they have no jwks_uri");
    }

    /** OpenID Connect Discovery section 4.3; where the address is of another form, the operator vouches for the document. */
    @ParameterizedTest
    @CsvSource({
        "https://id.example.com/.well-known/openid-configuration, true",
        "https://id.example.com/metadata, true",
        "https://id.example.com/a/.well-known/openid-configuration, false",
        "https://evil.example/.well-known/openid-configuration, false"
    })
    void whenOnlyTheAddressIsKnown_thenTheIssuerIsItsPrefix(URI address, boolean right) {
        OAuthFailure failure = Client.failureOf(
                () -> MetadataReader.read(GOOD, new ProviderEndpoints.Discovered(address, Optional.empty()), true));

        assertThat(failure == null).isEqualTo(right);
    }

    private static String with(String members) {
        try {
            ObjectNode good = (ObjectNode) JSON.readTree(GOOD);
            good.setAll((ObjectNode) JSON.readTree(members));
            return good.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
