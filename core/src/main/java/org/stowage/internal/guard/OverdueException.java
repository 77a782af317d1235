package org.stowage.internal.guard;

/** A call took longer than it may. Its stack is that of the thread that hangs, which shows where. */
public final class OverdueException extends Exception {

    private static final long serialVersionUID = 1L;

    OverdueException(Thread hanging) {
        super("thread '" + hanging.getName() + "' was here when the time was up");
        setStackTrace(hanging.getStackTrace());
    }
}
