/**
 * The demo: a real Tomcat with an embedding application, {@code ts-token.war} beside it with single sign-on, and a
 * stand-in for ThoughtSpot. {@link io.github.tstoken.demo.Demo} is for people, {@link
 * io.github.tstoken.demo.DemoServer} for tests.
 */
package io.github.tstoken.demo;
