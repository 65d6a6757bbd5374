package io.github.tstoken.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Keys and reading of {@link SecretKeys}. */
final class SecretKeySettings {
    private static final SecretSetting CLUSTER = SecretSetting.required(
            "tstoken.thoughtspot.secret-key",
            "The secret key of trusted authentication; this or the file is required.");
    private static final SecretSetting CLUSTER_NEXT = SecretSetting.optional(
            "tstoken.thoughtspot.secret-key-next",
            "The key that follows, or the one before: tried when the other is refused.");
    private static final SecretSetting OF_ORG = SecretSetting.optional(
            "tstoken.thoughtspot.orgs.<id>.secret-key",
            "The secret key of one Org, used for its tokens instead of the cluster's.");

    static final List<ConfigKey<?>> KEYS = keys();

    private SecretKeySettings() {}

    private static List<ConfigKey<?>> keys() {
        List<ConfigKey<?>> keys = new ArrayList<>(CLUSTER.keys());
        keys.addAll(CLUSTER_NEXT.keys());
        keys.addAll(OF_ORG.keys());
        return List.copyOf(keys);
    }

    /** Empty when there is no secret key of the cluster, which is then noted as a mistake. */
    static Optional<SecretKeys> read(Settings settings) {
        if (!CLUSTER.isSet(settings)) {
            settings.mistake(
                    CLUSTER.inline(),
                    "is required, here or in the file that " + CLUSTER.file().name() + " names");
        }
        Optional<SecretSource> next = CLUSTER_NEXT.readSource(settings);
        Map<Integer, SecretKeyPair> ofOrgs = ofOrgs(settings);
        return CLUSTER.readSource(settings).map(key -> new SecretKeys(new SecretKeyPair(key, next), ofOrgs));
    }

    private static Map<Integer, SecretKeyPair> ofOrgs(Settings settings) {
        Map<Integer, SecretKeyPair> keys = new HashMap<>();
        OF_ORG.members(settings).forEach((part, setting) -> {
            OptionalInt org = OrgId.parse(part);
            if (org.isEmpty()) {
                settings.mistake(
                        settings.isSet(setting.inline()) ? setting.inline() : setting.file(),
                        "the Org must be " + OrgId.FORM);
            }
            Optional<SecretSource> key = setting.readSource(settings);
            org.ifPresent(id -> key.ifPresent(secret -> keys.put(id, new SecretKeyPair(secret, Optional.empty()))));
        });
        return keys;
    }
}
