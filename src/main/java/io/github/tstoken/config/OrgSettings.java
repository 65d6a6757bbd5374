package io.github.tstoken.config;

import io.github.tstoken.config.AttributeExpression.Source;
import java.util.List;
import java.util.Optional;

/** Keys and reading of {@link OrgConfig}. */
final class OrgSettings {
    private static final ValueType<AttributeExpression> ID_OR_EXPRESSION = ValueType.of(
            "ids and expressions: " + OrgId.FORM + ", principal, session:<attribute>, claim:<name> or value:<id>",
            text -> expression(OrgId.parse(text).isPresent() ? "value:" + text : text));
    private static final ValueType<AttributeExpression> EXPRESSION =
            ValueType.of("principal, session:<attribute>, claim:<name> or value:<id>", OrgSettings::expression);

    private static final ConfigKey<AttributeExpression> OWN = ConfigKey.optional(
            "tstoken.user.org",
            EXPRESSION,
            "Where the id of a person's Org comes from; without a value it is `tstoken.thoughtspot.org`.");
    private static final ConfigKey<List<AttributeExpression>> ALLOWED = ConfigKey.optional(
            "tstoken.user.allowed-orgs",
            Texts.listOf(ID_OR_EXPRESSION.allowed(), ID_OR_EXPRESSION),
            "More Orgs that a person may ask for with `org=`.");

    static final List<ConfigKey<?>> KEYS = List.of(OWN, ALLOWED);

    private OrgSettings() {}

    static OrgConfig read(Settings settings) {
        return new OrgConfig(settings.get(OWN), settings.get(ALLOWED).orElse(List.of()));
    }

    /** What never is the id of an Org is a mistake now, and not only when somebody asks. */
    private static Optional<AttributeExpression> expression(String text) {
        return AttributeExpression.parse(text)
                .filter(expression -> expression.source() != Source.ROLE)
                .filter(expression -> expression.source() != Source.VALUE
                        || OrgId.parse(expression.name()).isPresent());
    }
}
