package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrgSettingsTest {
    private static final String OWN = "tstoken.user.org";
    private static final String ALLOWED = "tstoken.user.allowed-orgs";

    @Test
    void idsAndExpressionsAllowOrgs() {
        assertThat(GivenConfig.with(ALLOWED, "0, session:orgs,claim:org")
                        .config()
                        .org()
                        .allowed())
                .containsExactly(expression("value:0"), expression("session:orgs"), expression("claim:org"));
    }

    @Test
    void whatTheExpressionsNameIsReadFromTheSession() {
        assertThat(GivenConfig.with(ALLOWED, "1, session:orgs, claim:org")
                        .server(OWN, "session:org")
                        .server("tstoken.user.name", "session:user")
                        .config()
                        .identity()
                        .expressionAttributes())
                .containsExactlyInAnyOrder("orgs", "org", "user");
    }

    @ParameterizedTest
    @CsvSource({
        "tstoken.user.org, 5",
        "tstoken.user.org, role:sales",
        "tstoken.user.org, value:Sales",
        "tstoken.user.allowed-orgs, Sales",
        "tstoken.user.allowed-orgs, -1",
        "tstoken.user.allowed-orgs, '1, role:sales'",
        "tstoken.user.allowed-orgs, value:2147483648"
    })
    void whatNeverIsAnOrgIsAMistake(String key, String value) {
        assertThat(GivenConfig.with(key, value).mistakes())
                .singleElement()
                .asString()
                .startsWith(key + " (web application): must be ");
    }

    private static AttributeExpression expression(String text) {
        return AttributeExpression.parse(text).orElseThrow();
    }
}
