package io.github.tstoken.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeFiltersTest {

    @Test
    void whenThereAreNone_thenTheQueryIsEmpty() {
        assertThat(parse().isEmpty()).isTrue();
        assertThat(parse().toQuery()).isEmpty();
    }

    @Test
    void whenFiltersAndParametersAreComplete_thenTheyAreEncodedInTheirOrder() {
        assertThat(parse("param1=Year", "paramVal1=2026", "val1=N&W", "op1=EQ", "col1=Sales Region")
                        .toQuery())
                .isEqualTo("col1=Sales%20Region&op1=EQ&val1=N%26W&param1=Year&paramVal1=2026");
    }

    @Test
    void whenThereAreMoreThanNine_thenTheyStayInTheOrderOfTheirNumbers() {
        List<String> fields = new ArrayList<>();
        for (int number = 50; number >= 1; number--) {
            fields.addAll(List.of("col" + number + "=c", "op" + number + "=EQ", "val" + number + "=v"));
        }
        assertThat(parse(fields.toArray(String[]::new)).toQuery())
                .startsWith("col1=c&op1=EQ&val1=v&col2=c&")
                .contains("&val9=v&col10=c&")
                .endsWith("&col50=c&op50=EQ&val50=v");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EQ", "NE", "LT", "LE", "GT", "GE", "CONTAINS", "BEGINS_WITH", "ENDS_WITH", "IN"})
    void whenTheOperatorTakesAValue_thenOneIsFine(String operator) {
        assertThat(parse("col1=c", "op1=" + operator, "val1=v").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BW", "BW_INC", "BW_INC_MIN", "BW_INC_MAX"})
    void whenTheOperatorIsARange_thenItTakesTwoValuesInTheirOrder(String operator) {
        assertThat(parse("col1=c", "op1=" + operator, "val1=9", "val1=1").toQuery())
                .isEqualTo("col1=c&op1=" + operator + "&val1=9&val1=1");
        assertRefused("val1", "col1=c", "op1=" + operator, "val1=1");
        assertRefused("val1", "col1=c", "op1=" + operator, "val1=1", "val1=2", "val1=3");
    }

    @Test
    void whenTheOperatorIsAList_thenItTakesSeveralValues() {
        assertThat(parse("col1=c", "op1=IN", "val1=a", "val1=b", "val1=a").toQuery())
                .isEqualTo("col1=c&op1=IN&val1=a&val1=b&val1=a");
    }

    @Test
    void whenAParameterHasSeveralValues_thenTheyAreAllPassedOn() {
        assertThat(parse("param1=p", "paramVal1=a", "paramVal1=b").toQuery())
                .isEqualTo("param1=p&paramVal1=a&paramVal1=b");
    }

    @Test
    void whenTheQueryHasOtherParameters_thenTheyArePassedOver() {
        assertThat(parse("org=1", "redirect_url=https://evil.example", "col1=c", "op1=EQ", "val1=v")
                        .toQuery())
                .isEqualTo("col1=c&op1=EQ&val1=v");
    }

    @ParameterizedTest
    @CsvSource({
        "op1, col1=c val1=v",
        "val1, col1=c op1=EQ",
        "op1, op1=EQ val1=v",
        "val1, val1=v",
        "paramVal1, param1=p",
        "paramVal1, paramVal1=v",
        "col2, col2=c op2=EQ val2=v",
        "col3, col1=c op1=EQ val1=v col3=c op3=EQ val3=v",
        "param2, param2=p paramVal2=v",
        "col0, col0=c op0=EQ val0=v",
        "col01, col01=c op01=EQ val01=v",
        "col01, col1=c op1=EQ val1=v col01=c",
        "op2, col1=c op1=EQ val1=v op2=EQ",
        "op1, col1=c op1=eq val1=v",
        "op1, col1=c op1=EQUALS val1=v",
        "op1, col1=c op1=NOT_IN val1=v",
        "op1, col1=c op1= val1=v",
        "col1, col1= op1=EQ val1=v",
        "val1, col1=c op1=EQ val1=",
        "param1, param1= paramVal1=v",
        "paramVal1, param1=p paramVal1=",
        "col1, col1=c col1=c op1=EQ val1=v",
        "op1, col1=c op1=EQ op1=EQ val1=v",
        "param1, param1=p param1=p paramVal1=v",
        "val1, col1=c op1=EQ val1=v val1=v",
    })
    void whenSomethingIsMissingUnknownOrTooMuch_thenThatParameterIsNamed(String parameter, String fields) {
        assertRefused(parameter, fields.split(" ", -1));
    }

    @Test
    void whenThereIsAFiftyFirst_thenItIsRefused() {
        List<String> fields = new ArrayList<>();
        for (int number = 1; number <= 51; number++) {
            fields.addAll(List.of("param" + number + "=p", "paramVal" + number + "=v"));
        }
        assertRefused("param51", fields.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\t", "\n", "\r\nLocation: x", "\u007f", "\u0085", "\ud83d", "\ude00\ud83d"})
    void whenATextHasControlsOrHalfCharacters_thenItIsRefused(String bad) {
        assertRefused("col1", "col1=c" + bad, "op1=EQ", "val1=v");
        assertRefused("val1", "col1=c", "op1=EQ", "val1=v" + bad);
        assertRefused("param1", "param1=p" + bad, "paramVal1=v");
        assertRefused("paramVal1", "param1=p", "paramVal1=v" + bad);
    }

    @Test
    void whenATextHasMoreThan256Characters_thenItIsRefused() {
        assertThat(parse("col1=" + "c".repeat(256), "op1=EQ", "val1=v").isEmpty())
                .isFalse();
        assertRefused("col1", "col1=" + "c".repeat(257), "op1=EQ", "val1=v");
    }

    @Test
    void whenAListHasMoreThanAHundredValues_thenItIsRefused() {
        Map<String, List<String>> query =
                Map.of("col1", List.of("c"), "op1", List.of("IN"), "val1", Collections.nCopies(101, "v"));
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> RuntimeFilters.parse(query))
                .withMessageStartingWith("val1 ");
    }

    @Test
    void whenAllTogetherAreTooLongForAHeader_thenTheyAreRefused() {
        Map<String, List<String>> query =
                Map.of("col1", List.of("c"), "op1", List.of("IN"), "val1", Collections.nCopies(12, "v".repeat(256)));
        assertThatExceptionOfType(BadParameterException.class).isThrownBy(() -> RuntimeFilters.parse(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"col1", "op1", "val1", "param1", "paramVal1", "col0", "col01", "val9999"})
    void whenANameIsOfOurKind_thenWeOwnIt(String name) {
        assertThat(RuntimeFilters.owns(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "col", "1", "Col1", "col1x", "xcol1", "col-1", "col\u0661", "val1[]", "col1\n", "col10000"})
    void whenANameIsOfAnotherKind_thenWeDoNotOwnIt(String name) {
        assertThat(RuntimeFilters.owns(name)).isFalse();
    }

    @Test
    void whenAFilterIsRefused_thenTheMessageHasNothingOfItsValue() {
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> parse("col1=c", "op1=<script>", "val1=v"))
                .withMessageNotContaining("script")
                .satisfies(e -> assertThat(e.parameter()).isEqualTo("op1"));
    }

    private static void assertRefused(String parameter, String... fields) {
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> parse(fields))
                .satisfies(e -> assertThat(e.parameter()).isEqualTo(parameter));
    }

    private static RuntimeFilters parse(String... fields) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            query.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
        return RuntimeFilters.parse(query);
    }
}
