package io.github.tstoken.config;

import java.util.Optional;

/**
 * Where a value comes from: {@code principal}, {@code session:<attribute>}, {@code claim:<name>}, {@code role:<name>} or
 * {@code value:<literal>}.
 *
 * @param source the kind of place
 * @param name the attribute, claim or role, or the literal itself; empty for {@code principal}
 */
public record AttributeExpression(Source source, String name) {

    /** The places that a value can come from. */
    public enum Source {
        /** The principal's name. */
        PRINCIPAL,
        /** An attribute of the application's session. */
        SESSION,
        /** A claim of the sign-in. */
        CLAIM,
        /** {@code true} or {@code false}: whether the person has the role. */
        ROLE,
        /** The text after the colon. */
        VALUE
    }

    /** The expression that a text means, or empty when it means none. */
    public static Optional<AttributeExpression> parse(String text) {
        if (text.equals("principal")) {
            return Optional.of(new AttributeExpression(Source.PRINCIPAL, ""));
        }
        int colon = text.indexOf(':');
        if (colon < 0 || colon == text.length() - 1) {
            return Optional.empty();
        }
        String name = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "session" -> Optional.of(new AttributeExpression(Source.SESSION, name));
            case "claim" -> Optional.of(new AttributeExpression(Source.CLAIM, name));
            case "role" -> Optional.of(new AttributeExpression(Source.ROLE, name));
            case "value" -> Optional.of(new AttributeExpression(Source.VALUE, name));
            default -> Optional.empty();
        };
    }
}
