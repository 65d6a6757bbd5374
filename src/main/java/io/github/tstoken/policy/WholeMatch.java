package io.github.tstoken.policy;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matches a whole name against an administrator's pattern, with bounded work: a pattern that backtracks for ever on some name
 * counts as not matching it, so that a person with such a name cannot hold a thread.
 */
final class WholeMatch {
    /** Characters that may be looked at; a pattern without trouble needs a few for each character of the name. */
    private static final int MAX_STEPS = 1_000_000;

    private WholeMatch() {}

    static boolean matches(Pattern pattern, String name) {
        return matched(pattern, name, match -> name).isPresent();
    }

    /** The replacement with the groups of a match of the whole name, or empty when there is none. */
    static Optional<String> replace(Pattern pattern, String name, String replacement) {
        return matched(pattern, name, match -> expand(match, replacement));
    }

    private static Optional<String> matched(Pattern pattern, String name, Function<Matcher, String> result) {
        Matcher matcher = pattern.matcher(new CountedText(name));
        try {
            return matcher.matches() ? Optional.of(result.apply(matcher)) : Optional.empty();
        } catch (TooManySteps e) {
            return Optional.empty();
        }
    }

    /** Not {@code replaceFirst}: that searches anew and may find a shorter match than the whole name. */
    private static String expand(Matcher match, String replacement) {
        StringBuilder expanded = new StringBuilder();
        match.appendReplacement(expanded, replacement);
        return expanded.toString();
    }

    private static final class CountedText implements CharSequence {
        private final String text;
        private int steps;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MAX_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("the pattern backtracks too much", null, false, false);
        }
    }
}
