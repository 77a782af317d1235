# Sourced by the scripts of Stowage: finds a Java of at least 21, without starting one where that can be avoided.

stowage_java_minimum=21

# Prints the major version of the Java in the folder $1, or nothing if there is none that works.
stowage_java_version() {
    [ -x "$1/bin/java" ] || return 0
    stowage_version=
    if [ -f "$1/release" ]; then
        stowage_version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")
    fi
    if [ -z "$stowage_version" ]; then
        stowage_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    fi
    # 1.8.0_392 is 8; 21.0.2, 25-ea and 25 begin with what they are.
    printf '%s\n' "$stowage_version" | sed -n -e 's/^1\.//' -e 's/^\([0-9][0-9]*\).*/\1/p'
}

# Succeeds if the folder $1 has a Java that is new enough, and the tool $2 beside it.
stowage_java_fits() {
    [ -x "$1/bin/$2" ] || return 1
    stowage_major=$(stowage_java_version "$1")
    [ -n "$stowage_major" ] && [ "$stowage_major" -ge "$stowage_java_minimum" ]
}

# Prints the folder of the java that PATH finds.
stowage_java_on_path() {
    stowage_link=$(command -v java) || return 0
    while [ -L "$stowage_link" ]; do
        stowage_target=$(readlink "$stowage_link")
        case $stowage_target in
            /*) stowage_link=$stowage_target ;;
            *) stowage_link=$(dirname "$stowage_link")/$stowage_target ;;
        esac
    done
    case $stowage_link in
        # On macOS this is a stub that starts whichever Java is chosen there.
        /usr/bin/java) [ -x /usr/libexec/java_home ] && /usr/libexec/java_home 2>/dev/null ;;
        */bin/java) (cd "${stowage_link%/bin/java}" && pwd -P) ;;
    esac
    return 0
}

# Prints the folders where systems install Java, one a line.
stowage_java_installed() {
    for stowage_home in \
        /usr/lib/jvm/* \
        /usr/lib64/jvm/* \
        /usr/java/* \
        /opt/java/* \
        /opt/jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* \
        "$HOME"/.asdf/installs/java/* \
        "$HOME"/.local/share/mise/installs/java/*; do
        [ -x "$stowage_home/bin/java" ] && printf '%s\n' "$stowage_home"
    done
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v "$stowage_java_minimum+" 2>/dev/null
    fi
    return 0
}

# Sets stowage_java_home, and stowage_major to its version: a Java that has the tool $1 (java to run, javac to
# build as well) from JAVA_HOME, else PATH, else the newest installed. Says so if that is not the one that JAVA_HOME
# names. Fails with one line on standard error.
stowage_find_java() {
    if [ -z "${JAVA_HOME:-}" ]; then
        stowage_find_other_java "$1"
    elif stowage_java_fits "$JAVA_HOME" "$1"; then
        stowage_java_home=$JAVA_HOME
    else
        if [ ! -x "$JAVA_HOME/bin/$1" ]; then
            stowage_fault="has no bin/$1"
        else
            stowage_fault="has Java ${stowage_major:-of no known version}"
        fi
        stowage_find_other_java "$1" || return 1
        printf '%s\n' "stowage: JAVA_HOME is '$JAVA_HOME', which $stowage_fault; version $stowage_java_minimum or newer is needed, so '$stowage_java_home' is used: correct JAVA_HOME, or unset it." >&2
    fi
}

# The same without JAVA_HOME.
stowage_find_other_java() {
    stowage_java_home=$(stowage_java_on_path)
    if [ -n "$stowage_java_home" ] && stowage_java_fits "$stowage_java_home" "$1"; then
        return 0
    fi
    stowage_java_home=$(
        stowage_java_installed | while IFS= read -r stowage_home; do
            if stowage_java_fits "$stowage_home" "$1"; then
                printf '%s %s\n' "$stowage_major" "$stowage_home"
            fi
        done | sort -rn | sed -n '1s/^[0-9]* //p'
    )
    # Asked again because what the pipe learned, the version, ended with it.
    if [ -n "$stowage_java_home" ] && stowage_java_fits "$stowage_java_home" "$1"; then
        return 0
    fi
    case $1 in
        javac) stowage_kind="a JDK" ;;
        *) stowage_kind="a Java" ;;
    esac
    printf '%s\n' "stowage: $stowage_kind of version $stowage_java_minimum or newer is needed and none was found in JAVA_HOME, on PATH or where systems install it: install one, or set JAVA_HOME to its folder." >&2
    return 1
}
