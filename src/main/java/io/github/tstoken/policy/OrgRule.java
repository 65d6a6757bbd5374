package io.github.tstoken.policy;

import io.github.tstoken.config.OrgConfig;
import io.github.tstoken.config.OrgId;
import io.github.tstoken.identity.Caller;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Decides for which Org a token is: the person's own, else everybody's; the browser can ask for one of the allowed ones. */
final class OrgRule {
    private final OptionalInt everybodys;
    private final OrgConfig config;

    /**
     * A rule.
     *
     * @param everybodys the Org of those who have none of their own; empty lets ThoughtSpot choose
     */
    OrgRule(OptionalInt everybodys, OrgConfig config) {
        this.everybodys = everybodys;
        this.config = config;
    }

    /**
     * The Org that a person's token is for.
     *
     * @param asked what the browser asks for
     * @throws RefusedException when that is not one of the person's, or when what the sign-in says is not an Org
     */
    OptionalInt decide(Caller caller, OptionalInt asked) {
        OptionalInt usual = usual(caller);
        if (asked.isEmpty() || asked.equals(usual)) {
            return usual;
        }
        if (allowed(caller).noneMatch(org -> org == asked.getAsInt())) {
            throw new RefusedException(Refusal.NOT_ALLOWED);
        }
        return asked;
    }

    private OptionalInt usual(Caller caller) {
        List<String> own = config.own()
                .map(expression -> Attributes.values(expression, caller))
                .orElse(List.of());
        if (own.isEmpty()) {
            return everybodys;
        }
        // Not everybody's Org instead: that could be one whose data the person must not see.
        OptionalInt org = own.size() == 1 ? OrgId.parse(own.get(0)) : OptionalInt.empty();
        if (org.isEmpty()) {
            throw new RefusedException(Refusal.MISSING_ATTRIBUTE, "tstoken.user.org gives no id of one Org");
        }
        return org;
    }

    /** What is not the id of an Org allows nothing. */
    private IntStream allowed(Caller caller) {
        return config.allowed().stream()
                .flatMap(expression -> Attributes.values(expression, caller).stream())
                .map(OrgId::parse)
                .flatMapToInt(OptionalInt::stream);
    }
}
