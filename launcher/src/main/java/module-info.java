/** The command line: finds providers and applications, and puts together what is asked for. */
@org.jspecify.annotations.NullMarked
module org.stowage.launcher {
    requires static org.jspecify;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires org.stowage;
    requires me.tongfei.progressbar;
    requires tools.jackson.core;

    opens org.stowage.launcher to
            info.picocli;
}
