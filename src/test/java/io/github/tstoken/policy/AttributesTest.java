package io.github.tstoken.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.AttributeExpression;
import io.github.tstoken.identity.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributesTest {
    private static final Caller BOB = new Caller(
            "bob",
            "jwt",
            Set.of("analyst"),
            Map.of("sub", List.of("1"), "teams", List.of("a", "b")),
            Map.of("tenant", List.of("north,south")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "principal      | [bob]",
                "session:tenant | [north,south]",
                "session:sub    | []",
                "claim:sub      | [1]",
                "claim:teams    | [a, b]",
                "claim:tenant   | []",
                "role:analyst   | [true]",
                "role:admin     | [false]",
                "value:a:b, c   | ['a:b, c']",
            })
    void whenAnExpressionIsEvaluated_thenItHasTheValuesOfItsSourceOnly(String expression, String values) {
        assertThat(Attributes.values(AttributeExpression.parse(expression).orElseThrow(), BOB))
                .hasToString(values.replace("'", ""));
    }
}
