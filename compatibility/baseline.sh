# Sourced by ./verify: the JARs of the last release, with which the API is compared. See docs/compatibility.md.

# Prints the newest release tag that is reachable, not counting one of this very commit; nothing if there is none.
api_release() {
    git tag --list 'v[0-9]*' --merged HEAD --no-contains HEAD --sort=-version:refname 2>/dev/null |
        grep -v -e - | head -n 1
}

# Prints the folder with the JARs of the release $1, after building them from its tag if that was not done before.
# Fails, with a word on standard error, if they cannot be built.
api_baseline() {
    api_folder=$PWD/target/api/$1
    if [ ! -d "$api_folder/jars" ]; then
        echo "verify: building the API of $1, to compare with ..." >&2
        rm -rf "$api_folder"
        mkdir -p "$api_folder/source" "$api_folder/new"
        if ! git archive "$1" | tar -x -C "$api_folder/source" ||
            ! (cd "$api_folder/source" && JAVA_HOME=$stowage_java_home mvn -B -Dfast -Dmaven.test.skip=true \
                -pl core -am package) </dev/null >"$api_folder/build.log" 2>&1; then
            echo "verify: the API of $1 cannot be built; the log is $api_folder/build.log" >&2
            return 1
        fi
        cp "$api_folder"/source/*/target/fast/stowage-*.jar "$api_folder/new"
        rm -rf "$api_folder/source"
        mv "$api_folder/new" "$api_folder/jars"
    fi
    printf '%s\n' "$api_folder/jars"
}
