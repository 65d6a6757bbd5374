package io.github.tstoken.config;

import java.util.Optional;

/** A rule for a value that another package knows. */
@FunctionalInterface
public interface ValueCheck {
    /** What is wrong with the value and what would be right, without the value itself; empty when it is fine. */
    Optional<String> mistakeIn(String value);
}
