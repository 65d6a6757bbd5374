package io.github.tstoken.standin;

import java.util.Set;

/** REST v2's operations that mint tokens, with the fields that each knows: the same thing has different names in them. */
enum V2Operation {
    FULL(Paths.V2_FULL),
    OBJECT(Paths.V2_OBJECT),
    CUSTOM(Paths.V2_CUSTOM);

    private static final Set<String> OF_ALL = Set.of(
            "username", "password", "secret_key", "validity_time_in_sec", "email", "display_name", "auto_create");
    private static final Set<String> OF_FULL = Set.of("org_id", "group_identifiers", "user_parameters");
    private static final Set<String> OF_CUSTOM = Set.of(
            "org_identifier",
            "groups",
            "persist_option",
            "variable_values",
            "filter_rules",
            "parameter_values",
            "objects");

    private final String path;

    V2Operation(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    boolean knows(String field) {
        return OF_ALL.contains(field)
                || switch (this) {
                    case FULL -> OF_FULL.contains(field);
                    case OBJECT -> OF_FULL.contains(field) || field.equals("object_id");
                    case CUSTOM -> OF_CUSTOM.contains(field);
                };
    }
}
