/** Checks repositories while they are compiled, and writes the static metamodel of their entities. */
@org.jspecify.annotations.NullMarked
module org.stowage.processor {
    requires static org.jspecify;
    requires java.compiler;
    requires org.objectweb.asm;
    requires org.stowage;

    provides javax.annotation.processing.Processor with
            org.stowage.processor.StowageProcessor;
}
