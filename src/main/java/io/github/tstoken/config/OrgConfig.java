package io.github.tstoken.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which Orgs a person may get tokens for, besides the one that {@link ThoughtSpotConfig#org()} gives to everybody.
 *
 * @param own where the id of a person's Org comes from; without a value it is everybody's
 * @param allowed where the ids of Orgs come from that a person may ask for
 */
public record OrgConfig(Optional<AttributeExpression> own, List<AttributeExpression> allowed) {
    public OrgConfig {
        allowed = List.copyOf(allowed);
    }

    Stream<AttributeExpression> expressions() {
        return Stream.concat(own.stream(), allowed.stream());
    }
}
