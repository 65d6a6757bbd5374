/**
 * The real Visual Embed SDK in a real browser against the demo. The scripts of the browser are in {@code
 * src/test/browser}; npm fetches the browser and the SDK into {@code target/browser}.
 */
package io.github.tstoken.browser;
