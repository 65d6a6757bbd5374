package io.github.tstoken.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                              | false | false",
                "*/*                                             | false | false",
                "application/*                                   | false | false",
                "application/json                                | true  | false",
                "APPLICATION/JSON; charset=utf-8                 | true  | false",
                "text/plain, application/problem+json;q=0.1      | true  | false",
                "application/json;q=0                            | false | false",
                "application/json;q=0.000, text/html             | false | true",
                "text/html,application/xhtml+xml,*/*;q=0.8       | false | true",
                "application/jsonp                               | false | false",
                ";;;,,,                                          | false | false"
            })
    void whenTypesAreNamed_thenOnlyThoseCount(String header, boolean json, boolean html) {
        assertThat(Accept.parse(header)).isEqualTo(new Accept(json, html));
    }
}
