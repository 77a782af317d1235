package org.stowage;

import java.lang.reflect.InvocationTargetException;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;
import org.stowage.RegisteredProvider.Mechanism;
import org.stowage.internal.guard.ExitRefusedException;
import org.stowage.spi.SpiVersions;

/**
 * Why a class cannot be used as a provider.
 *
 * @param reason what is wrong
 * @param remedy what to do about it
 * @param failure what was thrown
 */
record Diagnosis(String reason, String remedy, Throwable failure) {

    static final String NEWER_JAVA =
            "it is built for a newer Java than the " + Runtime.version().feature() + " that runs here";
    /** The step of loading the class. */
    static final String LOADING = "the class";

    static final String OTHER_JAVA = "run on a newer Java, or get a build for this one";

    private static final int LONGEST_MESSAGE = 200;

    /**
     * Returns what something thrown means.
     *
     * @param step what was done with the class, as in {@code its constructor}
     */
    static Diagnosis of(Throwable thrown, String step, Candidate candidate) {
        Throwable cause = unwrapped(thrown);
        return switch (cause) {
            case UnsupportedClassVersionError e -> new Diagnosis(NEWER_JAVA, OTHER_JAVA, e);
            case NoClassDefFoundError e -> missing(e, e.getMessage(), candidate);
            case ClassNotFoundException e -> missing(e, e.getMessage(), candidate);
            case IncompatibleClassChangeError e ->
                new Diagnosis(
                        step + " does not fit the classes that are here: " + describe(e),
                        "build it against version " + SpiVersions.CURRENT + " of the SPI and the libraries beside it",
                        e);
            case LinkageError e ->
                new Diagnosis(step + " cannot be linked: " + describe(e), "build or download the JAR again", e);
            case SecurityException e
            when step.equals(LOADING) ->
                new Diagnosis(
                        "it is signed, and its signature does not fit what is in it: " + describe(e),
                        "download it again from its author: somebody has changed it after it was signed",
                        e);
            case ExitRefusedException e ->
                new Diagnosis(
                        step + " wants to end the process with status " + e.status(),
                        "ask its author to throw an exception instead, or remove it",
                        e);
            default -> new Diagnosis(step + " throws " + describe(cause), "ask its author, or remove it", cause);
        };
    }

    private static Diagnosis missing(Throwable thrown, @Nullable String name, Candidate candidate) {
        String missing = name == null ? "" : name.replace('/', '.');
        if (missing.equals(candidate.className())) {
            return new Diagnosis(
                    "the class is not there", "correct the name in the service file, or build the JAR again", thrown);
        }
        String module = JdkModules.withPackageOf(missing);
        if (module != null) {
            return new Diagnosis(
                    "it needs '" + missing + "' of the JDK's module '" + module + "', which does not run here",
                    "start Java with --add-modules " + module,
                    thrown);
        }
        String remedy = candidate.mechanism() == Mechanism.FOLDER
                ? "put the provider and the JARs that it needs together into a folder of their own in the providers' folder"
                : "put the JAR that holds it on the " + candidate.mechanism();
        return new Diagnosis("it needs '" + missing + "', which is not there", remedy, thrown);
    }

    private static Throwable unwrapped(Throwable thrown) {
        boolean wrapper = thrown instanceof InvocationTargetException
                || thrown instanceof ExceptionInInitializerError
                || thrown instanceof ServiceConfigurationError;
        Throwable cause = thrown.getCause();
        return wrapper && cause != null ? unwrapped(cause) : thrown;
    }

    private static String describe(Throwable thrown) {
        String text = thrown.getClass().getName();
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return text;
        }
        String line = message.lines().findFirst().orElse("");
        return text + ": " + (line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line);
    }
}
