package io.github.tstoken.web.guard;

import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request, read from the query alone: a form's body never names anything here.
 *
 * @param parameters decoded values by decoded name, in the order of the query
 */
public record Query(Map<String, List<String>> parameters) {
    private static final int MAX_LENGTH = 8192;
    private static final int MAX_PARAMETERS = 256;

    public Query {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads a raw query.
     *
     * @throws ProblemException {@link Problem#BAD_PARAMETER} when it is malformed, too long or has too many parameters
     */
    static Query parse(Optional<String> raw) {
        if (raw.isEmpty() || raw.get().isEmpty()) {
            return new Query(Map.of());
        }
        String[] pairs = raw.get().split("&", -1);
        if (raw.get().length() > MAX_LENGTH || pairs.length > MAX_PARAMETERS) {
            throw new ProblemException(Problem.BAD_PARAMETER);
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
        return new Query(parameters);
    }

    /** "application/x-www-form-urlencoded" writes a space as a plus sign: the form that URLSearchParams gives. */
    private static String decoded(String raw) {
        return PercentDecoding.decode(raw.replace("+", "%20"))
                .orElseThrow(() -> new ProblemException(Problem.BAD_PARAMETER));
    }

    /** A parameter's one value, or empty when it is absent. */
    public Optional<String> single(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }
}
