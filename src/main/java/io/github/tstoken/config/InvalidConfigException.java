package io.github.tstoken.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration has mistakes: the message has all of them, one line each. The service does not start. */
public final class InvalidConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidConfigException(List<ConfigProblem> problems) {
        super(problems.stream()
                .map(ConfigProblem::toString)
                .collect(Collectors.joining(
                        "\n  ", "ts-token does not start, its configuration has " + count(problems) + ":\n  ", "")));
    }

    private static String count(List<ConfigProblem> problems) {
        return problems.size() == 1 ? "a mistake" : problems.size() + " mistakes";
    }
}
