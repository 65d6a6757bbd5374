package io.github.tstoken.inside.host;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** JAX-RS as most applications have it: all resources that the class path has. */
@ApplicationPath("api")
public class HostApi extends Application {}
