package org.stowage.internal.guard;

/** A provider wanted to end the process. It is what {@link System#exit} has always been allowed to throw, so code that calls it is prepared. */
public final class ExitRefusedException extends SecurityException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ExitRefusedException(int status) {
        super("a provider may not end the process, as was wanted with status " + status);
        this.status = status;
    }

    /** Returns the status with which the process would have ended. */
    public int status() {
        return status;
    }
}
