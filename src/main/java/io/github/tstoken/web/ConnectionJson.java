package io.github.tstoken.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.authorizations.Connection;
import io.github.tstoken.authorizations.Offboarding;
import io.github.tstoken.authorizations.Provider;
import io.github.tstoken.config.ProviderDescription;
import io.github.tstoken.store.Authorization;
import io.github.tstoken.web.answer.Json;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Connections as JSON. Every field is always there, null when there is nothing. */
final class ConnectionJson {
    private ConnectionJson() {}

    static String array(Stream<ObjectNode> objects) {
        return objects.map(Json::text).collect(Collectors.joining(",", "[", "]"));
    }

    /**
     * How a person stands with a provider, as that person sees it.
     *
     * @param mount the path of the mount point: actions are paths from the root of the origin
     */
    static ObjectNode of(Provider provider, Connection connection, String mount) {
        ObjectNode json = Json.object().put("provider", provider.id().value());
        describe(connection, provider.config().scopes(), json);
        String address = mount + "/authorizations/" + provider.id().value();
        json.putObject("actions")
                .put("authorize", address + "/authorize")
                .put("token", address + "/token")
                .put("revoke", address);
        describe(provider.config().description(), json.putObject("metadata"));
        return json;
    }

    /** A connection as an administrator sees it. */
    static ObjectNode of(Offboarding.Held held) {
        ObjectNode json = Json.object().put("source", held.source()).put("provider", held.provider());
        describe(held.connection(), List.of(), json);
        return json;
    }

    private static void describe(Connection connection, Collection<String> asked, ObjectNode json) {
        Optional<Authorization> authorization = connection.authorization();
        json.put("active", connection.state().isActive());
        json.put("state", connection.state().slug());
        Collection<String> scopes =
                authorization.<Collection<String>>map(Authorization::scopes).orElse(asked);
        scopes.stream().sorted().forEach(json.putArray("scopes")::add);
        json.put("connected_at", text(authorization.map(Authorization::connectedAt)));
        json.put(
                "expires_at",
                text(authorization
                        .filter(granted -> granted.accessToken().isPresent())
                        .map(Authorization::expiresAt)));
        json.put("last_refresh_at", text(authorization.flatMap(Authorization::lastRefreshAt)));
        json.put("reason", connection.reason().map(Connection.Reason::slug).orElse(null));
    }

    private static void describe(ProviderDescription description, ObjectNode json) {
        json.put("name", description.name());
        json.put("description", description.description().orElse(null));
        json.put("url", address(description.url()));
        json.put("icon", address(description.icon()));
        json.put("logo", address(description.logo()));
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }

    private static String address(Optional<URI> address) {
        return address.map(URI::toString).orElse(null);
    }
}
