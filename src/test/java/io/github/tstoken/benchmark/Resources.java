package io.github.tstoken.benchmark;

/**
 * What a server holds.
 *
 * @param heap bytes in use after a collection of garbage
 * @param threads live threads
 * @param files open files and sockets; -1 where the JVM does not tell
 */
record Resources(long heap, int threads, long files) {
    static Resources parse(String line) {
        String[] numbers = line.split(" ", -1);
        return new Resources(Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]), Long.parseLong(numbers[2]));
    }
}
