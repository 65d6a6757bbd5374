package io.github.tstoken.oauth;

import io.github.tstoken.config.Secret;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what came back with the browser is the answer to a flow. Pure. */
final class CallbackRules {
    /** RFC 6749 section 4.1.2.1 and OpenID Connect Core section 3.1.2.6: what a person can do about. */
    private static final Set<String> NO = Set.of(
            "access_denied",
            "login_required",
            "consent_required",
            "interaction_required",
            "account_selection_required");

    private static final Set<String> FAULTS = Set.of(
            "server_error", "temporarily_unavailable", "invalid_scope", "unauthorized_client", "invalid_request");

    /** RFC 6749 appendix A.11: VSCHAR. */
    private static final Pattern CODE = Pattern.compile("[ -~]{1,4096}");

    private CallbackRules() {}

    /**
     * The code that the server gave.
     *
     * @throws OAuthFailure {@code FLOW_INVALID}, {@code DENIED} or {@code UNAVAILABLE}
     */
    static String code(Map<String, List<String>> parameters, FlowSecrets flow, ServerMetadata server) {
        // RFC 6749 section 3.1: "Request and response parameters MUST NOT be included more than once."
        require(parameters.values().stream().allMatch(values -> values.size() == 1), "a parameter is there twice");
        Optional<String> state = first(parameters, "state");
        require(state.filter(given -> isSame(given, flow.state())).isPresent(), "its state is not that of the flow");
        checkIssuer(first(parameters, "iss"), server);
        first(parameters, "error").ifPresent(CallbackRules::refuse);
        Optional<String> code = first(parameters, "code");
        require(code.filter(given -> CODE.matcher(given).matches()).isPresent(), "it has no code");
        return code.get();
    }

    /**
     * RFC 9207 section 2.4: "If the value does not match the expected issuer identifier, clients MUST reject the authorization
     * response", and "If clients receive an authorization response that does not contain the iss parameter from an authorization
     * server that does indicate its support for the parameter, clients MUST reject the response."
     */
    private static void checkIssuer(Optional<String> given, ServerMetadata server) {
        require(
                given.isPresent() || !server.namesItself(),
                "it has no iss, though the provider always says who answers");
        boolean isOther = given.isPresent()
                && server.issuer().isPresent()
                && !given.get().equals(server.issuer().get());
        require(!isOther, "its iss is another provider");
    }

    private static void refuse(String error) {
        if (NO.contains(error)) {
            throw new OAuthFailure(Kind.DENIED, "the answer is " + error);
        }
        String name = FAULTS.contains(error) ? error : "an error that RFC 6749 does not have";
        throw new OAuthFailure(Kind.UNAVAILABLE, "the answer is " + name);
    }

    private static boolean isSame(String given, Secret expected) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), expected.reveal().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new OAuthFailure(Kind.FLOW_INVALID, "the answer is not one to this flow: " + otherwise);
        }
    }
}
