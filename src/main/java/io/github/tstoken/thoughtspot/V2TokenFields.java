package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The body of a REST v2 token request. Custom tokens have other names and types for what the other kinds have, too. */
final class V2TokenFields {
    private V2TokenFields() {}

    static Map<String, Object> of(TokenRequest request, Secret secretKey) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("username", request.username());
        fields.put("secret_key", secretKey.reveal());
        fields.put("validity_time_in_sec", request.validity().toSeconds());
        // Always said, since the default is not the same for every kind of token.
        fields.put("auto_create", request.provisioning().isPresent());
        request.provisioning().ifPresent(user -> {
            fields.put("display_name", user.displayName());
            fields.put("email", user.email());
        });
        request.variables()
                .ifPresentOrElse(values -> putCustom(request, values, fields), () -> putUsual(request, fields));
        return fields;
    }

    private static void putUsual(TokenRequest request, Map<String, Object> fields) {
        request.org().ifPresent(org -> fields.put("org_id", org));
        request.object().ifPresent(object -> fields.put("object_id", object.value()));
        groups(request).ifPresent(groups -> fields.put("group_identifiers", groups));
    }

    private static void putCustom(TokenRequest request, VariableValues values, Map<String, Object> fields) {
        request.org().ifPresent(org -> fields.put("org_identifier", Integer.toString(org)));
        fields.put("persist_option", values.persist().name());
        fields.put("variable_values", variables(values));
        groups(request)
                .ifPresent(groups -> fields.put(
                        "groups",
                        groups.stream().map(name -> Map.of("identifier", name)).toList()));
    }

    /** An empty list takes all groups away; without the field they stay. */
    private static Optional<Set<String>> groups(TokenRequest request) {
        return request.provisioning().flatMap(Provisioning::groups);
    }

    private static List<Map<String, Object>> variables(VariableValues values) {
        return values.byName().entrySet().stream()
                .map(variable -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("name", variable.getKey());
                    fields.put("values", variable.getValue());
                    return fields;
                })
                .toList();
    }
}
