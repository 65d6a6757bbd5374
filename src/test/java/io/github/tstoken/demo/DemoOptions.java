package io.github.tstoken.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the demo starts.
 *
 * @param port where to listen; 0 for a free port
 * @param thoughtSpot a real ThoughtSpot, whose secret key ts-token finds in the environment; empty for the stand-in
 * @param liveboard the Liveboard to show
 * @param sdk the folder with the Visual Embed SDK's scripts, when npm has fetched it
 * @param parameters more configuration of ts-token, by its keys
 */
public record DemoOptions(
        int port, Optional<URI> thoughtSpot, String liveboard, Optional<Path> sdk, Map<String, String> parameters) {
    /** An invented Liveboard, good enough for the stand-in. */
    public static final String INVENTED_LIVEBOARD = "0a1b2c3d-1111-4222-8333-444455556666";

    public DemoOptions {
        parameters = Map.copyOf(parameters);
    }

    /** A free port and the stand-in. */
    public static DemoOptions forTests() {
        return new DemoOptions(0, Optional.empty(), INVENTED_LIVEBOARD, Optional.empty(), Map.of());
    }

    /** The same with the SDK from this folder. */
    public DemoOptions withSdk(Path folder) {
        return new DemoOptions(port, thoughtSpot, liveboard, Optional.of(folder), parameters);
    }

    /** The same with one more key of ts-token's configuration. */
    public DemoOptions with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(key, value);
        return new DemoOptions(port, thoughtSpot, liveboard, sdk, more);
    }
}
