package io.github.tstoken.oauth;

import java.net.URI;

/**
 * The begin of a flow.
 *
 * @param address where the person is sent
 * @param secrets what has to be known when the person comes back
 */
public record AuthorizationRequest(URI address, FlowSecrets secrets) {}
