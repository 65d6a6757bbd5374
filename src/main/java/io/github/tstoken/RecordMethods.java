package io.github.tstoken;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * What the JVM remembers of our records: it makes the {@code equals} of each from one shared method, which remembers the class
 * that it was last made for (JDK 17), and so the class loader of an application that is gone.
 */
final class RecordMethods {
    private static final Class<?> OF_THE_JVM = String.class;

    private RecordMethods() {}

    /** Puts a class of the JVM's own in the place of ours. */
    static void forgetUs() {
        try {
            Object unused = ObjectMethods.bootstrap(
                    MethodHandles.lookup(),
                    "equals",
                    MethodType.methodType(boolean.class, OF_THE_JVM, Object.class),
                    OF_THE_JVM,
                    "");
        } catch (Throwable notThisJvm) {
            // Then one application that is gone stays in memory, until another takes its place.
        }
    }
}
