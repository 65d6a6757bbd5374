package io.github.tstoken.redirect;

import io.github.tstoken.config.ConfigProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** All that may be opened: content by its path, and the named targets of the configuration. */
public final class EmbedTargets {
    private static final String PREFIX = "tstoken.redirect.targets.";
    private static final String FORMS =
            "must be viz/<guid>[/<guid>], viz/<guid>/tab/<guid>[/<guid>] or app[/<page>], then ? and filters if wanted";

    private final Map<String, EmbedTarget> named;

    private EmbedTargets(Map<String, EmbedTarget> named) {
        this.named = Map.copyOf(named);
    }

    /**
     * Reads the named targets.
     *
     * @param targets alias to content, as they were written
     * @param sourceOf where the value of a configuration key came from, for the messages
     * @param problems takes each mistake; after a mistake the result must not be used
     */
    public static EmbedTargets read(
            Map<String, String> targets, UnaryOperator<String> sourceOf, Consumer<ConfigProblem> problems) {
        Map<String, EmbedTarget> named = new HashMap<>();
        targets.forEach((alias, text) -> {
            String key = PREFIX + alias;
            Consumer<String> mistake = rule -> problems.accept(new ConfigProblem(key, sourceOf.apply(key), rule));
            if (!NamedTarget.isAlias(alias)) {
                mistake.accept("the name of a target is 1 to 64 of a-z, 0-9 and -, and neither viz nor app");
            } else {
                parse(text, mistake).ifPresent(target -> named.put(alias, target));
            }
        });
        return new EmbedTargets(named);
    }

    private static Optional<EmbedTarget> parse(String text, Consumer<String> mistake) {
        try {
            return Optional.of(NamedTarget.parse(text));
        } catch (BadTargetException e) {
            mistake.accept(FORMS);
        } catch (BadParameterException e) {
            mistake.accept(e.parameter() + " " + e.rule());
        }
        return Optional.empty();
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
