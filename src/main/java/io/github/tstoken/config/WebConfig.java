package io.github.tstoken.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What browsers may ask.
 *
 * @param publicUrl the address of the mount point as browsers see it, without a trailing slash
 * @param corsOrigins origins other than ours that may ask, exactly as a browser writes them
 * @param loginUrl where a navigation of somebody who is not signed in goes: a path or an https address
 * @param adminRoles roles that make an administrator of this service
 * @param metricsAddresses from where everybody may read the metrics
 */
public record WebConfig(
        Optional<URI> publicUrl,
        Set<String> corsOrigins,
        Optional<String> loginUrl,
        Set<String> adminRoles,
        List<AddressRange> metricsAddresses) {
    public WebConfig {
        corsOrigins = Set.copyOf(corsOrigins);
        adminRoles = Set.copyOf(adminRoles);
        metricsAddresses = List.copyOf(metricsAddresses);
    }
}
