package io.github.tstoken.redirect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a named target as an administrator writes it: a content path, then {@code ?} and filters if there are any. */
final class NamedTarget {
    private NamedTarget() {}

    /**
     * The content that the text names.
     *
     * @throws BadTargetException when the path names none
     * @throws BadParameterException when a filter is wrong
     */
    static EmbedTarget parse(String text) {
        String[] parts = text.split("\\?", 2);
        EmbedTarget content = TargetPath.parse(List.of(parts[0].split("/", -1))).orElseThrow(BadTargetException::new);
        return parts.length == 1 ? content : content.with(RuntimeFilters.parse(query(parts[1])));
    }

    private static Map<String, List<String>> query(String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String field : text.split("&", -1)) {
            String[] parts = field.split("=", 2);
            if (parts.length != 2 || !RuntimeFilters.owns(parts[0])) {
                throw new BadParameterException("the query", "has something that is no filter and no parameter");
            }
            query.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(decode(parts[0], parts[1]));
        }
        return query;
    }

    private static String decode(String name, String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException(name, "is not percent-encoded as it should be");
        }
    }
}
