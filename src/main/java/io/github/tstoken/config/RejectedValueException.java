package io.github.tstoken.config;

/** A text is not a value of its type. The message is the rule that it breaks, and never has the text. */
final class RejectedValueException extends Exception {
    private static final long serialVersionUID = 1L;

    RejectedValueException(String rule) {
        super(rule);
    }
}
