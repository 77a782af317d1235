package org.stowage.launcher.command;

import org.stowage.launcher.UsageException;
import org.stowage.spi.SpiVersions;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** What stands before every command. */
@Command(
        name = "stowage",
        description = "One application, any store, the same answers.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = RootCommand.Version.class,
        footer = {
            "",
            "The store is the one that --provider and --at name; else that of STOWAGE_PROVIDER and STOWAGE_AT; else that of "
                    + "stowage.properties in the working folder; else the default of the distribution.",
            "Status: 0 done, 1 failed, 2 wrong usage."
        })
public final class RootCommand implements Runnable {

    @Override
    public void run() {
        throw new UsageException("name a command; 'stowage --help' lists them");
    }

    /** Says which version this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "stowage " + (version == null ? "(not packaged)" : version) + ", SPI " + SpiVersions.CURRENT + ", Java "
                        + System.getProperty("java.version")
            };
        }
    }
}
