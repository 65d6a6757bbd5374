package io.github.tstoken.policy;

import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.identity.Caller;
import java.util.List;

/** Evaluates attribute expressions. */
final class Attributes {
    private Attributes() {}

    /** The values that an expression has for a person; none when the sign-in says nothing of it. */
    static List<String> values(AttributeExpression expression, Caller caller) {
        return switch (expression.source()) {
            case PRINCIPAL -> List.of(caller.name());
            case SESSION -> caller.sessionAttributes().getOrDefault(expression.name(), List.of());
            case CLAIM -> caller.claims().getOrDefault(expression.name(), List.of());
            case ROLE -> List.of(Boolean.toString(caller.roles().contains(expression.name())));
            case VALUE -> List.of(expression.name());
        };
    }
}
