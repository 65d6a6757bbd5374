package io.github.tstoken.redirect;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runtime filters ({@code col1}, {@code op1}, {@code val1}, ...) and parameters ({@code param1}, {@code paramVal1}, ...) for
 * ThoughtSpot that passed the grammar. They choose what is shown; they are not a limit of what a person may see.
 */
public final class RuntimeFilters {
    /** No filters and no parameters. */
    public static final RuntimeFilters NONE = new RuntimeFilters(List.of());

    private static final Pattern OWN = Pattern.compile("(col|op|val|param|paramVal)[0-9]{1,4}");

    private final List<Field> fields;

    RuntimeFilters(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /** Whether a query parameter is one of ours by its name. Ours may still be refused, and only ours are passed on. */
    public static boolean owns(String parameter) {
        return OWN.matcher(parameter).matches();
    }

    /**
     * The filters and parameters among decoded query parameters; the others are passed over.
     *
     * @throws BadParameterException when one is incomplete, unknown, repeated where it may not be, or too long
     */
    public static RuntimeFilters parse(Map<String, List<String>> query) {
        return new RuntimeFilterReader(query).read();
    }

    /** Whether there is neither a filter nor a parameter. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The query of an address, percent-encoded, with {@code &} between the fields; empty text when there are none. */
    String toQuery() {
        return fields.stream()
                .map(field -> field.name() + "=" + PercentEncoding.encode(field.value()))
                .collect(Collectors.joining("&"));
    }

    /** The name of the first field. */
    String firstName() {
        return fields.get(0).name();
    }

    @Override
    public String toString() {
        return toQuery();
    }

    /** One field of a query: a name of ours and a decoded value. */
    record Field(String name, String value) {}
}
