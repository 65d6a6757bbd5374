package io.github.tstoken.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Types of free text. */
final class Texts {
    static final ValueType<String> TEXT = ValueType.of("text", Optional::of);

    static final ValueType<Path> FILE = ValueType.of("the path of a file or directory", text -> {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    });

    static final ValueType<Pattern> PATTERN = new ValueType<>("a regular expression", Texts::pattern);

    static final ValueType<AttributeExpression> EXPRESSION = ValueType.of(
            "principal, session:<attribute>, claim:<name>, role:<name> or value:<literal>", AttributeExpression::parse);

    private Texts() {}

    /** Items with commas between them; white space around an item does not count, an empty item is a mistake. */
    static <T> ValueType<List<T>> listOf(String items, ValueType<T> item) {
        return new ValueType<>("a comma-separated list of " + items, text -> {
            List<T> values = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                if (part.isBlank()) {
                    throw new RejectedValueException("has an empty item between its commas");
                }
                values.add(item.parse(part.strip()));
            }
            return List.copyOf(values);
        });
    }

    private static Pattern pattern(String text) throws RejectedValueException {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new RejectedValueException(
                    "is not a regular expression: the mistake is at position " + (e.getIndex() + 1));
        }
    }
}
