# shellcheck shell=sh
# What the scripts of this folder share. Sourced, never run; the caller has set
# `me` (its name), `root` (the top of the source tree) and `jobs` (how many
# things to do at once; empty: one a processor).

say() { printf '%s\n' "$*"; }
warn() { printf '%s: %s\n' "${me:?}" "$*" >&2; }

# die CODE MESSAGE
die() {
    die_code=$1
    shift
    warn "$*"
    exit "$die_code"
}

# A step that takes a while.
step() { printf '== %s\n' "$*"; }

# Look whether `jobs` is a number.
check_jobs() {
    jobs=${jobs:-$(nproc 2>/dev/null || say 2)}
    case $jobs in *[!0-9]* | 0*) die 2 "-j wants a number from 1, not \`$jobs\`" ;; esac
}

# ---- packages ---------------------------------------------------------------

packages() { sed 's/#.*//; s/[[:space:]]//g; /^$/d' "${root:?}/scripts/packages.txt"; }

packages_missing() {
    packages | while read -r package; do
        state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
        [ "$state" = "install ok installed" ] || printf '%s ' "$package"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ "${CI:-}" = true ] || [ ! -t 0 ]; then
        sudo -n "$@"
    else
        sudo "$@"
    fi
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

# Install what is missing; asks the network for nothing when all is there.
install_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        warn "not a Debian system: install the like of scripts/packages.txt yourself; going on"
        return 0
    fi
    missing=$(packages_missing)
    missing=${missing% }
    [ -n "$missing" ] || return 0
    step "Installing: $missing"
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        die 4 "as root, run first: apt-get install --no-install-recommends $missing"
    fi
    mkdir -p "$root/build"
    apt_log=$root/build/apt.log
    # shellcheck disable=SC2086 # names of packages, parted by blanks
    set -- $missing
    # The lists may be there already; only when they do not do are they fetched.
    if apt_get install --no-install-recommends "$@" >"$apt_log" 2>&1; then return 0; fi
    say "   (package lists are missing or old; fetching them)"
    if apt_get update >>"$apt_log" 2>&1 &&
        apt_get install --no-install-recommends "$@" >>"$apt_log" 2>&1; then
        return 0
    fi
    tail -n 15 "$apt_log" >&2
    die 4 "cannot install: $missing (all of apt's output: $apt_log)"
}

# ---- building ---------------------------------------------------------------

# build PRESET [TARGET...]: configure, then build the targets (none: all).
build() {
    preset=$1
    shift
    step "Building build/$preset"
    mkdir -p "$root/build"
    build_log=$root/build/$preset.log
    if ! (cd "$root" && cmake --preset "$preset" && cmake --build --preset "$preset" -j "$jobs" \
        ${1:+--target "$@"}) >"$build_log" 2>&1 </dev/null; then
        tail -n 40 "$build_log" >&2
        die 4 "the build failed (all of its output: $build_log)"
    fi
    grep -E 'warning: ' "$build_log" || true
}
