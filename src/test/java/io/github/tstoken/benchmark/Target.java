package io.github.tstoken.benchmark;

import java.nio.charset.StandardCharsets;

/**
 * What a caller asks for.
 *
 * @param port the server's
 * @param path an absolute path
 * @param cookies the header that a signed-in browser sends there
 */
record Target(int port, String path, String cookies) {
    byte[] request() {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nAccept: */*\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty"
                        + "\r\nCookie: " + cookies + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
