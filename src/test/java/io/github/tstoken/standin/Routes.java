package io.github.tstoken.standin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which operation a method and a path are. Paths are compared exactly. */
final class Routes {
    private final Map<String, Map<String, Endpoint>> byPath = new HashMap<>();

    Routes on(String method, String path, Endpoint endpoint) {
        byPath.computeIfAbsent(path, key -> new HashMap<>()).put(method, endpoint);
        return this;
    }

    Answer answer(Request request) {
        Optional<Map<String, Endpoint>> methods = Optional.ofNullable(byPath.get(request.path()));
        if (methods.isEmpty()) {
            return Answer.empty(404);
        }
        return Optional.ofNullable(methods.get().get(request.method()))
                .map(endpoint -> endpoint.answer(request))
                .orElseGet(() -> Answer.empty(405));
    }
}
