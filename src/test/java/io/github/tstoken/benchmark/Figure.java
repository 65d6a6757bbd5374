package io.github.tstoken.benchmark;

/**
 * One line of the table.
 *
 * @param name what was measured
 * @param value the result with its unit
 * @param target what it should be; empty when it only explains another one
 */
public record Figure(String name, String value, String target) {
    /** A figure without a target. */
    public static Figure plain(String name, String value) {
        return new Figure(name, value, "");
    }
}
