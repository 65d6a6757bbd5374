package io.github.tstoken.standin;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The cluster's error answers. */
final class Errors {
    private final Settings settings;

    Errors(Settings settings) {
        this.settings = settings;
    }

    Answer v2Invalid(String debug) {
        return v2(400, 10002, debug);
    }

    Answer v2Unauthorized() {
        return v2(401, 10097, "Invalid credentials. Please check the credentials and try again.");
    }

    Answer v2Forbidden(String debug) {
        return v2(403, 10023, debug);
    }

    private Answer v2(int status, int code, String debug) {
        Map<String, Object> message = switch (settings.errorShape()) {
            case SPECIFIED -> details(code, debug);
            case NESTED -> Map.of("debug", details(code, Json.write(List.of(debug))));
        };
        return Answer.json(status, Map.of("error", Map.of("message", message)));
    }

    /** CHOICE: the shape of other v1 operations; the documentation has none for the token operations. */
    static Answer v1(int status, int code, String debug) {
        return Answer.json(status, details(code, Json.write(List.of(debug))));
    }

    private static Map<String, Object> details(int code, String debug) {
        return Map.of(
                "code",
                code,
                "incident_id_guid",
                UUID.randomUUID().toString(),
                "trace_id_guid",
                UUID.randomUUID().toString(),
                "debug",
                debug);
    }
}
