package io.github.tstoken.standin;

import java.time.Duration;
import java.util.Map;

/** Something that goes wrong with an answer. */
public sealed interface Fault {
    /** The right answer, late. */
    record Delay(Duration by) implements Fault {}

    /** No answer, and the connection stays open. The operation is not done. */
    record Hang() implements Fault {}

    /** No answer, and the connection is closed. The operation is not done. */
    record Close() implements Fault {}

    /** Another answer. The operation is not done. */
    record Replace(int status, Map<String, String> headers, String body) implements Fault {}

    /** The right answer, of which only the first bytes arrive before the connection is closed. */
    record Truncate(int bytes) implements Fault {}

    /** The right answer, whose body comes one byte at a time. */
    record Drip(Duration pause) implements Fault {}

    /** The right answer, late. */
    static Fault delay(Duration by) {
        return new Delay(by);
    }

    /** No answer, ever. No thread of the stand-in is held. */
    static Fault hang() {
        return new Hang();
    }

    /** The connection is closed without an answer. */
    static Fault close() {
        return new Close();
    }

    /** A status without a body. */
    static Fault status(int status) {
        return new Replace(status, Map.of(), "");
    }

    /** Any other answer. */
    static Fault answer(int status, String contentType, String body) {
        return new Replace(status, Map.of("Content-Type", contentType), body);
    }

    /** Any other answer with these headers, such as {@code Retry-After}. */
    static Fault answer(int status, Map<String, String> headers, String body) {
        return new Replace(status, Map.copyOf(headers), body);
    }

    /** A body that ends too early. */
    static Fault truncate(int bytes) {
        return new Truncate(bytes);
    }

    /** A body one byte at a time, with a pause after each. */
    static Fault drip(Duration pause) {
        return new Drip(pause);
    }
}
