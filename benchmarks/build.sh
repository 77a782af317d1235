# Sourced by the scripts beside it, with root set: builds the benchmarks and runs one of their programs.

stowage_benchmarks() {
    . "$root/launcher/src/main/scripts/find-java.sh"
    stowage_find_java javac || exit 1
    if ! command -v mvn >/dev/null 2>&1; then
        echo "benchmarks: Maven is needed and 'mvn' is not on PATH: install Maven 3.8.6 or newer." >&2
        exit 1
    fi
    built=$root/benchmarks/target/fast
    folder=$root/benchmarks/target
    log=$folder/build.log
    mkdir -p "$folder"

    echo "Building the benchmarks ..." >&2
    if ! (cd "$root" && JAVA_HOME=$stowage_java_home mvn -B -Dfast -Dmaven.test.skip=true -pl benchmarks -am package) \
        </dev/null >"$log" 2>&1; then
        grep -m 3 '^\[ERROR\]' "$log" >&2 || :
        echo "benchmarks: the build failed; its log is $log" >&2
        exit 1
    fi
    program=$1
    shift
    exec "$stowage_java_home/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -cp "$built/classes:$built/gathered/*" "$program" --folder "$folder" "$@"
}
