package org.stowage.processor;

import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;

/** From which file the compiler knows something. */
final class SourceFile {

    private SourceFile() {}

    /** Returns the file of a type or of something in it, a class file if it is not compiled now, if the compiler tells. */
    static Optional<JavaFileObject> of(Element element, ProcessingEnvironment environment) {
        try {
            return Optional.ofNullable(environment.getElementUtils().getFileObjectOf(element));
        } catch (UnsupportedOperationException silent) {
            return Optional.empty();
        }
    }
}
