# Sourced by the scripts beside it: makes the virtual environment from the locked dependencies where it
# is missing or out of date, and puts it first on the path.
#
#   locks="requirements.lock …"
#   . environment.sh
#
# The first lock file is installed unless the environment already holds one of those named.

root=$(cd "$(dirname "$0")/.." && pwd)
venv="$root/.venv"

find_python() {
    for python in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$python"
            return
        fi
    done
    echo "Backgrounder needs Python 3.11 or newer. Install it, or name it: PYTHON=/path/to/python3 $0" >&2
    exit 2
}

fingerprint() {
    cat "$root/$1" "$root/pyproject.toml" | cksum
}

is_current() {
    for lock in $locks; do
        if [ "$(cat "$venv/$lock.installed" 2>/dev/null)" = "$(fingerprint "$lock")" ]; then
            return 0
        fi
    done
    return 1
}

make_environment() {
    lock=${locks%% *}
    python=$(find_python)
    echo "Setting up .venv from $lock; this happens once." >&2
    if [ ! -x "$venv/bin/python" ] && ! "$python" -m venv "$venv"; then
        echo "Could not make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2
        exit 2
    fi
    pip() { "$venv/bin/python" -m pip --disable-pip-version-check -qq "$@"; }
    if ! pip install --require-hashes --only-binary :all: -r "$root/$lock"; then
        echo "Could not install the locked dependencies. The first run needs the package index; see above." >&2
        exit 2
    fi
    pip install --no-index --no-deps --no-build-isolation -e "$root"
    rm -f "$venv"/*.installed
    fingerprint "$lock" > "$venv/$lock.installed"
}

if ! is_current; then
    make_environment
fi
PATH="$venv/bin:$PATH"
export PATH
