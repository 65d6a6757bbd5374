package io.github.tstoken.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                              | false | false | false",
                "*/*                                             | false | false | false",
                "application/*                                   | false | false | false",
                "application/json                                | true  | false | false",
                "APPLICATION/JSON; charset=utf-8                 | true  | false | false",
                "text/plain, application/problem+json;q=0.1      | true  | false | false",
                "application/json;q=0                            | false | false | false",
                "application/json;q=0.000, text/html             | false | true | false",
                "text/html,application/xhtml+xml,*/*;q=0.8       | false | true | false",
                "application/jsonp                               | false | false | false",
                "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | false | false | true",
                "application/openmetrics-text;q=0                | false | false | false",
                ";;;,,,                                          | false | false | false"
            })
    void whenTypesAreNamed_thenOnlyThoseCount(String header, boolean json, boolean html, boolean openMetrics) {
        assertThat(Accept.parse(header)).isEqualTo(new Accept(json, html, openMetrics));
    }
}
