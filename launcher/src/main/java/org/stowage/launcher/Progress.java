package org.stowage.launcher;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far long work has come. */
public interface Progress extends AutoCloseable {

    /** Says how much is done altogether, in the unit of the task. */
    void reached(long done);

    /** Ends the task. */
    @Override
    void close();

    /**
     * Begins a task.
     *
     * @param surroundings where it is shown, if anybody can see it
     * @param task what is done
     * @param total how much there is to do, or −1 if nobody knows
     * @param unit what is counted, such as {@code rows}
     * @param unitSize how many make one of the shown unit
     */
    static Progress of(Surroundings surroundings, String task, long total, String unit, long unitSize) {
        return surroundings.attended() ? bar(surroundings.errors(), task, total, unit, unitSize) : UNSEEN;
    }

    /** Counts for nobody. */
    Progress UNSEEN = new Progress() {
        @Override
        public void reached(long done) {}

        @Override
        public void close() {}
    };

    private static Progress bar(PrintStream errors, String task, long total, String unit, long unitSize) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" " + unit, unitSize)
                .showSpeed()
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(errors, 79))
                .build();
        return new Progress() {
            @Override
            public void reached(long done) {
                bar.stepTo(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }
}
