package io.github.tstoken.redirect;

import io.github.tstoken.redirect.RuntimeFilters.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads runtime filters and parameters off a query: complete, numbered from 1 without a gap, every text bounded. */
final class RuntimeFilterReader {
    private static final int MAX_NUMBER = 50;
    private static final int MAX_VALUES = 100;
    private static final int MAX_TEXT = 256;

    /**
     * All fields together, percent-encoded. They are encoded once more and then share the 8 KiB with the other response headers
     * that servers commonly allow.
     */
    private static final int MAX_QUERY = 3000;

    private final Map<String, List<String>> query = new TreeMap<>();
    private final List<Field> fields = new ArrayList<>();

    RuntimeFilterReader(Map<String, List<String>> parameters) {
        parameters.forEach((name, values) -> {
            if (RuntimeFilters.owns(name)) {
                query.put(name, values);
            }
        });
    }

    RuntimeFilters read() {
        for (int number = 1; number <= MAX_NUMBER && has("col", number); number++) {
            readFilter(number);
        }
        for (int number = 1; number <= MAX_NUMBER && has("param", number); number++) {
            readParameter(number);
        }
        refuseWhatIsLeft();
        RuntimeFilters filters = new RuntimeFilters(fields);
        if (filters.toQuery().length() > MAX_QUERY) {
            throw new BadParameterException(filters.firstName(), "and those after it are too long together");
        }
        return filters;
    }

    private void readFilter(int number) {
        String operatorName = "op" + number;
        String column = single("col" + number);
        FilterOperator operator = FilterOperator.parse(single(operatorName))
                .orElseThrow(() -> new BadParameterException(operatorName, "is not an operator of ThoughtSpot"));
        List<String> values = several("val" + number);
        if (!operator.takes(values.size())) {
            throw new BadParameterException("val" + number, "has not as many values as " + operator + " takes");
        }
        fields.add(new Field("col" + number, column));
        fields.add(new Field(operatorName, operator.name()));
        values.forEach(value -> fields.add(new Field("val" + number, value)));
    }

    private void readParameter(int number) {
        fields.add(new Field("param" + number, single("param" + number)));
        several("paramVal" + number).forEach(value -> fields.add(new Field("paramVal" + number, value)));
    }

    private void refuseWhatIsLeft() {
        query.keySet().stream().findFirst().ifPresent(name -> {
            throw new BadParameterException(name, "has no partner, leaves a gap, or is one too many");
        });
    }

    private boolean has(String kind, int number) {
        return query.containsKey(kind + number);
    }

    private String single(String name) {
        List<String> values = several(name);
        if (values.size() != 1) {
            throw new BadParameterException(name, "may be given once only");
        }
        return values.get(0);
    }

    /** Takes a parameter out of the query. */
    private List<String> several(String name) {
        List<String> values = query.remove(name);
        if (values == null || values.isEmpty()) {
            throw new BadParameterException(name, "is missing");
        }
        if (values.size() > MAX_VALUES) {
            throw new BadParameterException(name, "has too many values");
        }
        if (!values.stream().allMatch(RuntimeFilterReader::isPlainText)) {
            throw new BadParameterException(name, "is empty, too long, or has control characters");
        }
        return values;
    }

    private static boolean isPlainText(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_TEXT
                && text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
