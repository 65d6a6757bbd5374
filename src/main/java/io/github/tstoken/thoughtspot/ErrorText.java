package io.github.tstoken.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tstoken.http.HttpAnswer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What ThoughtSpot says about an error. REST v2 documents {@code error.message.debug} as a text, and live clusters nest the
 * same object once more ({@code error.message.debug.debug}); REST v1 has {@code debug} at the top. The text may be a JSON
 * array inside a string. What is not JSON, such as a gateway's page, says nothing about the person.
 */
final class ErrorText {
    private static final List<String> PLACES = List.of("", "/error", "/error/message", "/error/message/debug");
    private static final List<String> FIELDS = List.of("/debug", "/message");
    private static final int USER_NOT_FOUND = 10008;

    private static final Pattern UNKNOWN = Pattern.compile(
            "\\buser\\b.{0,300}\\b(not found|not exist|is unknown)\\b|\\b(unknown|no such|not find( the)?) user\\b",
            Pattern.DOTALL);
    private static final Pattern BARRED = Pattern.compile("\\b(locked|inactive|not active)\\b");
    private static final Pattern NOT_IN_ORG = Pattern.compile(
            "\\buser\\b.{0,300}\\b(no access|not have access|not belong|not a member|not in|not part)\\b.{0,40}\\borg",
            Pattern.DOTALL);
    /** "Trusted authentication is not enabled for this cluster or org": about us, not about the person. */
    private static final Pattern SWITCHED_OFF = Pattern.compile("trusted authentication");

    private final String text;
    private final boolean userNotFound;

    private ErrorText(String text, boolean userNotFound) {
        this.text = text;
        this.userNotFound = userNotFound;
    }

    static ErrorText of(HttpAnswer answer) {
        return Json.object(answer.body()).map(ErrorText::of).orElseGet(() -> new ErrorText("", false));
    }

    private static ErrorText of(JsonNode root) {
        String text = PLACES.stream()
                .flatMap(place -> FIELDS.stream().map(field -> root.at(place + field)))
                .flatMap(node -> node.isTextual() ? Stream.of(node.textValue()) : Stream.empty())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT)
                // "doesn't exist", "cannot find", "USER_INACTIVE"
                .replaceAll("n['\u2019]t\\b|nnot\\b", "n not")
                .replace('_', ' ');
        boolean userNotFound = PLACES.stream()
                .map(place -> root.at(place + "/code"))
                .anyMatch(code -> code.isInt() && code.intValue() == USER_NOT_FOUND);
        return new ErrorText(text, userNotFound);
    }

    /** ThoughtSpot has no such user. */
    boolean saysUserIsUnknown() {
        return userNotFound || says(UNKNOWN);
    }

    /** ThoughtSpot knows the user, who may not come in, or not into this Org. */
    boolean saysUserIsBarred() {
        return !says(SWITCHED_OFF) && (says(BARRED) || says(NOT_IN_ORG));
    }

    private boolean says(Pattern words) {
        return words.matcher(text).find();
    }
}
