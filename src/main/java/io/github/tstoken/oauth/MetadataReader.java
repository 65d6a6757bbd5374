package io.github.tstoken.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.config.ProviderEndpoints;
import io.github.tstoken.config.SigningAlgorithm;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads what a server says of itself (OpenID Connect Discovery section 3, RFC 8414 section 2). Pure. What is wrong is no
 * warning: whoever gets the address of a token endpoint wrong sends secrets there.
 */
final class MetadataReader {
    static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private final JsonNode metadata;
    private final URI source;

    private MetadataReader(JsonNode metadata, URI source) {
        this.metadata = metadata;
        this.source = source;
    }

    /**
     * Reads a document.
     *
     * @param expectsIdTokens whether what is asked of the server are ID tokens, too
     * @throws OAuthFailure {@code UNAVAILABLE}, with what is wrong
     */
    static ServerMetadata read(String json, ProviderEndpoints.Discovered where, boolean expectsIdTokens) {
        JsonNode metadata = Json.object(json).orElseThrow(() -> wrong("they are no JSON object"));
        return new MetadataReader(metadata, where.discoveryUrl()).read(where, expectsIdTokens);
    }

    private ServerMetadata read(ProviderEndpoints.Discovered where, boolean expectsIdTokens) {
        String issuer = issuer(where);
        Optional<URI> keys = endpoint("jwks_uri");
        Set<SigningAlgorithm> algorithms = algorithms();
        require(keys.isPresent() || !expectsIdTokens, "they have no jwks_uri");
        require(
                !algorithms.isEmpty() || !expectsIdTokens,
                "id_token_signing_alg_values_supported has no algorithm with a private key");
        require(has("response_types_supported", "code"), "response_types_supported has no code");
        require(has("code_challenge_methods_supported", "S256"), "code_challenge_methods_supported has no S256");
        return new ServerMetadata(
                Optional.of(issuer),
                required("authorization_endpoint"),
                required("token_endpoint"),
                endpoint("revocation_endpoint"),
                endpoint("end_session_endpoint"),
                keys,
                flag("authorization_response_iss_parameter_supported"),
                algorithms);
    }

    /** OpenID Connect Discovery section 4.3: "MUST be identical to the Issuer URL that was used as the prefix". */
    private String issuer(ProviderEndpoints.Discovered where) {
        JsonNode issuer = metadata.path("issuer");
        String address = where.discoveryUrl().toString();
        boolean right = issuer.isTextual()
                && where.issuer()
                        .map(expected -> ClaimRules.isText(issuer, expected))
                        .orElseGet(() -> !address.endsWith(WELL_KNOWN) || isPrefix(issuer.asText(), address));
        require(right, "their issuer is not the one that they were asked of");
        require(ProviderEndpoints.endpoint(issuer.asText(), source).isPresent(), "their issuer is no https URL");
        return issuer.asText();
    }

    private static boolean isPrefix(String issuer, String address) {
        String prefix = address.substring(0, address.length() - WELL_KNOWN.length());
        return issuer.equals(prefix) || issuer.equals(prefix + "/");
    }

    private URI required(String member) {
        return endpoint(member).orElseThrow(() -> wrong("they have no " + member));
    }

    private Optional<URI> endpoint(String member) {
        if (!metadata.has(member)) {
            return Optional.empty();
        }
        Optional<URI> address = Optional.of(metadata.get(member))
                .filter(JsonNode::isTextual)
                .flatMap(text -> ProviderEndpoints.endpoint(text.asText(), source));
        require(address.isPresent(), "their " + member + " is not an https URL that could be meant");
        return address;
    }

    /** Absent members have defaults of which the value is one. */
    private boolean has(String member, String value) {
        JsonNode values = metadata.path(member);
        return values.isMissingNode()
                || (values.isArray() && stream(values).anyMatch(one -> ClaimRules.isText(one, value)));
    }

    private boolean flag(String member) {
        JsonNode value = metadata.path(member);
        require(value.isMissingNode() || value.isBoolean(), "their " + member + " is neither true nor false");
        return value.asBoolean();
    }

    /** OpenID Connect Discovery section 3: "The algorithm RS256 MUST be included." */
    private Set<SigningAlgorithm> algorithms() {
        JsonNode named = metadata.path("id_token_signing_alg_values_supported");
        return named.isMissingNode()
                ? Set.of(SigningAlgorithm.RS256)
                : Arrays.stream(SigningAlgorithm.values())
                        .filter(ours -> stream(named).anyMatch(one -> ClaimRules.isText(one, ours.name())))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<JsonNode> stream(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false);
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw wrong(otherwise);
        }
    }

    private static OAuthFailure wrong(String what) {
        return new OAuthFailure(OAuthFailure.Kind.UNAVAILABLE, "the metadata of the provider are wrong: " + what);
    }
}
