package io.github.tstoken.redirect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that may be opened: content by its path, and the named targets of the configuration. */
public final class EmbedTargets {
    private static final String FORMS =
            "must be viz/<guid>[/<guid>], viz/<guid>/tab/<guid>[/<guid>] or app[/<page>], then ? and filters if wanted";

    private final Map<String, EmbedTarget> named;

    private EmbedTargets(Map<String, EmbedTarget> named) {
        this.named = Map.copyOf(named);
    }

    /**
     * The named targets.
     *
     * @param targets alias to content, each one without a mistake
     */
    public static EmbedTargets of(Map<String, String> targets) {
        Map<String, EmbedTarget> named = new HashMap<>();
        targets.forEach((alias, text) -> named.put(alias, NamedTarget.parse(text)));
        return new EmbedTargets(named);
    }

    /** What is wrong with the content of a named target; empty when it is fine. */
    public static Optional<String> mistakeIn(String text) {
        try {
            NamedTarget.parse(text);
            return Optional.empty();
        } catch (BadTargetException e) {
            return Optional.of(FORMS);
        } catch (BadParameterException e) {
            return Optional.of(e.parameter() + " " + e.rule());
        }
    }

    /**
     * What a request opens.
     *
     * @param segments the decoded path segments after {@code /embed}
     * @param requested the filters of the request
     * @throws BadTargetException when the path names nothing
     * @throws BadParameterException when the request has filters and the named target has its own
     */
    public EmbedTarget resolve(List<String> segments, RuntimeFilters requested) {
        Optional<EmbedTarget> alias =
                segments.size() == 1 ? Optional.ofNullable(named.get(segments.get(0))) : Optional.empty();
        EmbedTarget content = alias.or(() -> TargetPath.parse(segments)).orElseThrow(BadTargetException::new);
        if (requested.isEmpty()) {
            return content;
        }
        if (!content.filters().isEmpty()) {
            throw new BadParameterException(requested.firstName(), "is not taken: the target has filters of its own");
        }
        return content.with(requested);
    }
}
