package org.stowage.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources in memory, with the processor or without it. */
final class Compiler {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:package .*; )?(?:public |final |abstract )*(?:class|interface|@interface|record|enum) (\\w+)");

    // One for all, so that it opens the class path once.
    private static final StandardJavaFileManager FILES =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, null);

    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-parameters"));
    private final Map<String, byte[]> library = new HashMap<>();
    private final List<Processor> processors = new ArrayList<>(List.of(new StowageProcessor()));

    /** What came of it: messages, classes by name, and generated sources by name. */
    record Result(
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, byte[]> classes,
            Map<String, String> generated) {

        /** Returns the messages as {@code file:line kind text}. */
        List<String> messages() {
            return diagnostics.stream().map(Result::message).toList();
        }

        private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
            String file = diagnostic.getSource() == null
                    ? ""
                    : diagnostic.getSource().getName().replaceFirst(".*/", "") + ":" + diagnostic.getLineNumber() + " ";
            return file + diagnostic.getKind().name().toLowerCase(Locale.ROOT) + " "
                    + diagnostic.getMessage(Locale.ROOT);
        }

        ClassLoader loader() {
            return new ClassLoader(Result.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    byte[] code = classes.get(name);
                    if (code == null) {
                        throw new ClassNotFoundException(name);
                    }
                    return defineClass(name, code, 0, code.length);
                }
            };
        }
    }

    Compiler source(String... texts) {
        Arrays.stream(texts).map(Source::new).forEach(sources::add);
        return this;
    }

    Compiler option(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Compiles against the classes of another compilation, as against those of a library. */
    Compiler against(Result other) {
        library.putAll(other.classes());
        return this;
    }

    Compiler withoutProcessor() {
        processors.clear();
        return this;
    }

    Compiler beside(Processor other) {
        processors.add(other);
        return this;
    }

    Result compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        Memory memory = new Memory(FILES, library);
        List<String> all = new ArrayList<>(options);
        if (processors.isEmpty()) {
            all.add("-proc:none");
        }
        JavaCompiler.CompilationTask task = compiler.getTask(null, memory, collector, all, null, sources);
        task.setLocale(Locale.ROOT);
        if (!processors.isEmpty()) {
            task.setProcessors(processors);
        }
        task.call();
        Map<String, byte[]> classes = new HashMap<>(library);
        memory.classes.forEach((name, code) -> classes.put(name, code.toByteArray()));
        Map<String, String> generated = new TreeMap<>();
        memory.generated.forEach((name, text) -> generated.put(name, text.toString(StandardCharsets.UTF_8)));
        return new Result(collector.getDiagnostics(), classes, generated);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("memory:///" + name(text).replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        private static String name(String text) {
            Matcher inPackage = PACKAGE.matcher(text);
            Matcher type = TYPE.matcher(text);
            if (!type.find()) {
                return inPackage.find() ? inPackage.group(1) + ".package-info" : "module-info";
            }
            return inPackage.find() ? inPackage.group(1) + "." + type.group(1) : type.group(1);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        private final Map<String, ByteArrayOutputStream> generated = new HashMap<>();
        private final Map<String, byte[]> library;

        Memory(JavaFileManager parent, Map<String, byte[]> library) {
            super(parent);
            this.library = library;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            (kind == JavaFileObject.Kind.CLASS ? classes : generated).put(className, content);
            return new Written(className, kind, content);
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, java.util.Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
            if (location != StandardLocation.CLASS_PATH) {
                return found;
            }
            List<JavaFileObject> all = new ArrayList<>();
            found.forEach(all::add);
            library.forEach((name, code) -> {
                int end = name.lastIndexOf('.');
                if ((end < 0 ? "" : name.substring(0, end)).equals(packageName)) {
                    all.add(new LibraryClass(name, code));
                }
            });
            return all;
        }

        @Override
        public String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof LibraryClass known ? known.name : super.inferBinaryName(location, file);
        }
    }

    private static final class LibraryClass extends SimpleJavaFileObject {
        private final String name;
        private final byte[] code;

        LibraryClass(String name, byte[] code) {
            super(URI.create("library:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
            this.code = code;
        }

        @Override
        public java.io.InputStream openInputStream() {
            return new java.io.ByteArrayInputStream(code);
        }
    }

    private static final class Written extends SimpleJavaFileObject {
        private final ByteArrayOutputStream content;

        Written(String className, Kind kind, ByteArrayOutputStream content) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
            this.content = content;
        }

        @Override
        public OutputStream openOutputStream() {
            return content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content.toString(StandardCharsets.UTF_8);
        }
    }
}
