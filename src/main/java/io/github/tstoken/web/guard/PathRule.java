package io.github.tstoken.web.guard;

import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which paths can be a path at all. Servers differ in what they decode, merge and strip before they choose a servlet, so
 * only the raw path is judged, by a grammar that leaves nothing to interpret, and what was judged is what is served.
 */
final class PathRule {
    private static final int MAX_LENGTH = 2048;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");
    private static final String USERNAME_PARENT = "gettoken";

    private PathRule() {}

    /**
     * The segments of a raw path, decoded once. The last one is empty when the path ends in a slash.
     *
     * @throws ProblemException {@link Problem#BAD_PATH}
     */
    static List<String> segments(String path) {
        if (path.length() > MAX_LENGTH || !path.startsWith("/")) {
            throw new ProblemException(Problem.BAD_PATH);
        }
        String[] raw = path.substring(1).split("/", -1);
        List<String> segments = new ArrayList<>(raw.length);
        for (int i = 0; i < raw.length; i++) {
            boolean isLast = i == raw.length - 1;
            segments.add(segment(raw[i], isLast, isPersonsName(raw, i)));
        }
        return List.copyOf(segments);
    }

    /** Where people are named: /gettoken/{username} and /admin/people/{principal}/authorizations. */
    private static boolean isPersonsName(String[] raw, int i) {
        boolean isUsername = i == 1 && raw.length == 2 && raw[0].equals(USERNAME_PARENT);
        boolean isPrincipal = i == 2 && raw.length == 4 && raw[0].equals("admin") && raw[1].equals("people");
        return isUsername || isPrincipal;
    }

    private static String segment(String raw, boolean isLast, boolean isPersonsName) {
        if ((raw.isEmpty() && isLast) || PLAIN.matcher(raw).matches()) {
            return raw;
        }
        if (!isPersonsName || raw.isEmpty() || raw.indexOf(';') >= 0 || raw.equals(".") || raw.equals("..")) {
            throw new ProblemException(Problem.BAD_PATH);
        }
        return PercentDecoding.decode(raw).orElseThrow(() -> new ProblemException(Problem.BAD_PATH));
    }
}
