package io.github.tstoken.redirect;

import io.github.tstoken.thoughtspot.Guid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The paths that name content: {@code viz/<guid>[/<guid>]}, {@code viz/<guid>/tab/<guid>[/<guid>]} and {@code app[/<page>]}. They
 * mirror ThoughtSpot's own routes, in which the ids are in lower case.
 */
final class TargetPath {
    private static final Pattern PAGE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private TargetPath() {}

    /** The content, without filters, that decoded path segments name; empty when they name none. */
    static Optional<EmbedTarget> parse(List<String> segments) {
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        List<String> rest = segments.subList(1, segments.size());
        return switch (segments.get(0)) {
            case "viz" -> liveboard(rest);
            case "app" -> page(rest);
            default -> Optional.empty();
        };
    }

    private static Optional<EmbedTarget> liveboard(List<String> segments) {
        boolean withTab = segments.size() >= 3 && segments.get(1).equals("tab");
        List<String> steps = new ArrayList<>(segments);
        if (withTab) {
            steps.remove(1);
        }
        List<Guid> ids =
                steps.stream().flatMap(step -> Guid.parse(step).stream()).toList();
        if (ids.isEmpty() || ids.size() != steps.size() || ids.size() > (withTab ? 3 : 2)) {
            return Optional.empty();
        }
        return Optional.of(new EmbedTarget(route(ids, withTab), Optional.of(ids.get(0)), RuntimeFilters.NONE));
    }

    private static String route(List<Guid> ids, boolean withTab) {
        StringBuilder route =
                new StringBuilder("/embed/viz/").append(ids.get(0)).append(withTab ? "/tab" : "");
        ids.stream().skip(1).forEach(id -> route.append('/').append(id));
        return route.toString();
    }

    private static Optional<EmbedTarget> page(List<String> segments) {
        return switch (segments.size()) {
            case 0 -> Optional.of(page("/home"));
            case 1 -> name(segments.get(0)).map(name -> page("/" + name));
            case 2 ->
                name(segments.get(0))
                        .flatMap(name -> guid(segments.get(1))
                                .or(() -> name(segments.get(1)))
                                .map(second -> page("/" + name + "/" + second)));
            default -> Optional.empty();
        };
    }

    private static EmbedTarget page(String route) {
        return new EmbedTarget(route, Optional.empty(), RuntimeFilters.NONE);
    }

    private static Optional<String> guid(String segment) {
        return Guid.parse(segment).map(Guid::value);
    }

    private static Optional<String> name(String segment) {
        return PAGE.matcher(segment).matches() ? Optional.of(segment) : Optional.empty();
    }
}
