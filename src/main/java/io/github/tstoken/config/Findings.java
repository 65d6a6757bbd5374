package io.github.tstoken.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found while reading: mistakes prevent the start, warnings do not. Neither repeats the text of a setting. */
final class Findings {
    private final Set<ConfigProblem> mistakes = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    void mistake(String key, String source, String rule) {
        mistakes.add(new ConfigProblem(printable(key), source, rule));
    }

    void warning(String text) {
        warnings.add(printable(text));
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void throwWhenThereAreMistakes() {
        if (!mistakes.isEmpty()) {
            throw new InvalidConfigException(List.copyOf(mistakes));
        }
    }

    /** Names of files and variables can have line breaks, which would forge lines of the log. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> ValueType.isUnprintable(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
