package io.github.tstoken.redirect;

import java.util.Arrays;
import java.util.Optional;

/** The operators that ThoughtSpot takes for a runtime filter in an address, in its spelling. */
enum FilterOperator {
    EQ(1, 1),
    NE(1, 1),
    LT(1, 1),
    LE(1, 1),
    GT(1, 1),
    GE(1, 1),
    CONTAINS(1, 1),
    BEGINS_WITH(1, 1),
    ENDS_WITH(1, 1),
    BW(2, 2),
    BW_INC(2, 2),
    BW_INC_MIN(2, 2),
    BW_INC_MAX(2, 2),
    IN(1, Integer.MAX_VALUE);

    private final int fewest;
    private final int most;

    FilterOperator(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    static Optional<FilterOperator> parse(String text) {
        return Arrays.stream(values())
                .filter(operator -> operator.name().equals(text))
                .findFirst();
    }

    boolean takes(int values) {
        return values >= fewest && values <= most;
    }
}
