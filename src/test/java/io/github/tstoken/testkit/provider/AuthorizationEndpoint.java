package io.github.tstoken.testkit.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Where people are asked, and always agree at once: whoever is signed in there, or whom the parameter {@code as} names. */
final class AuthorizationEndpoint {
    private final String issuer;
    private final Behaviour behaviour;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** What a code stands for. */
    record Code(Grant grant, String redirectUri, Optional<String> challenge) {}

    AuthorizationEndpoint(String issuer, Behaviour behaviour) {
        this.issuer = issuer;
        this.behaviour = behaviour;
    }

    Answer authorize(Form query) {
        String redirectUri = query.get("redirect_uri");
        if (redirectUri.isEmpty()
                || query.find("client_id").isEmpty()
                || !query.get("response_type").equals("code")) {
            return Answer.text(400, "not an authorization request");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        behaviour.refusal.ifPresentOrElse(
                error -> parameters.put("error", error), () -> parameters.put("code", code(query, redirectUri)));
        query.find("state").ifPresent(state -> parameters.put("state", state));
        if (behaviour.namesItself) {
            parameters.put("iss", issuer);
        }
        return Answer.redirect(redirectUri + (redirectUri.contains("?") ? "&" : "?") + Form.write(parameters));
    }

    private String code(Form query, String redirectUri) {
        Optional<String> challenge = query.find("code_challenge")
                .filter(any -> query.get("code_challenge_method").equals("S256"));
        String person = query.find("as").orElse(behaviour.person);
        Grant grant = new Grant(
                person, query.get("client_id"), behaviour.agreesTo.orElse(query.get("scope")), query.find("nonce"));
        String code = "code-" + numbers.incrementAndGet();
        codes.put(code, new Code(grant, redirectUri, challenge));
        return code;
    }

    /** What a code stands for, once. */
    Optional<Code> redeem(String code) {
        return Optional.ofNullable(codes.remove(code));
    }
}
