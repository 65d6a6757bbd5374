/**
 * An OpenID Provider and OAuth 2.0 server for tests: {@link io.github.tstoken.testkit.provider.RunningProvider} in this JVM or, by
 * its {@code main}, in a process of its own. It checks what is sent to it as a strict server does, counts what happens, and has
 * the bad habits that {@link io.github.tstoken.testkit.provider.Behaviour} gives to it.
 */
package io.github.tstoken.testkit.provider;
