/**
 * The benchmark: what ts-token costs the server that it runs in, as ratios measured side by side in one run. {@link
 * io.github.tstoken.benchmark.Benchmark} runs it all; it asserts nothing. The server runs in a process of its own, the
 * callers and the stand-ins for ThoughtSpot in the one that measures. The soak, {@link io.github.tstoken.benchmark.Soak},
 * runs the same server through faults and redeployments.
 */
package io.github.tstoken.benchmark;
