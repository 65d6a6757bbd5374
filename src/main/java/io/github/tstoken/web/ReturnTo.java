package io.github.tstoken.web;

import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person goes on to after a flow: a path of our own origin, written so plainly that no browser, server or proxy reads
 * anything else in it. Pure, and the whole decision about open redirects.
 */
final class ReturnTo {
    /** The parameter that names it. */
    static final String PARAMETER = "return_to";

    private static final int MAX_LENGTH = 2048;
    private static final String SEGMENT = "[A-Za-z0-9_~-][A-Za-z0-9._~-]*+";
    /** Everything but controls may be there as %XX: a browser never decodes a query. */
    private static final String QUERY = "(?:[A-Za-z0-9._~=&+,-]|%(?!7[Ff])[2-9A-Fa-f][0-9A-Fa-f])*+";

    private static final String NOT_IN_QUERY = "!\"#$'()*/:;<>?@[\\]^`{|}";
    private static final Pattern PLAIN =
            Pattern.compile("/(?:" + SEGMENT + "(?:/" + SEGMENT + ")*+/?)?(?:\\?" + QUERY + ")?");

    private ReturnTo() {}

    /** An address of ours, with what its query has beyond letters, digits and a few signs written as %XX. */
    static String plain(String address) {
        StringBuilder plain = new StringBuilder();
        int query = address.indexOf('?');
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean odd = query >= 0 && i > query && NOT_IN_QUERY.indexOf(c) >= 0;
            plain.append(odd ? String.format("%%%02X", (int) c) : c);
        }
        return plain.toString();
    }

    /** Whether a text is such a path. */
    static boolean isPlain(String text) {
        return text.length() <= MAX_LENGTH && PLAIN.matcher(text).matches();
    }

    /**
     * What a request names, or the status page.
     *
     * @throws ProblemException {@link Problem#BAD_PARAMETER}
     */
    static String of(Dispatch dispatch) {
        Optional<String> named = dispatch.passed().query().single(PARAMETER);
        if (named.isPresent() && !isPlain(named.get())) {
            throw new ProblemException(Problem.BAD_PARAMETER);
        }
        return named.orElse(dispatch.asked().mount() + "/");
    }
}
