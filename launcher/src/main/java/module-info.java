/** The command line: finds providers and applications, and puts together what is asked for. */
@org.jspecify.annotations.NullMarked
module org.stowage.launcher {
    requires static org.jspecify;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires java.logging;
    requires me.tongfei.progressbar;
    requires org.jline.terminal;
    requires org.stowage;
    requires org.stowage.layers;
    requires tools.jackson.core;

    opens org.stowage.launcher.command to
            info.picocli;

    uses org.stowage.application.Application;
    uses org.stowage.certificate.ConformanceKit;
}
