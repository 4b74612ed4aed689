#!/bin/sh
# Makes .venv ready for one use, `run` or `test`, and does nothing where it is ready.
#
# A file in .venv holds the checksum of all that the set-up depends on, so that only a change of
# content (not of a file's time) sets up again. What was interrupted half-way starts afresh: a
# killed pip may leave a package that looks installed and is not.
set -eu
trap 'exit 130' INT
trap 'exit 143' TERM
cd -- "$(dirname -- "$0")"

use=$1
venv=.venv
python=$venv/bin/python
log=$venv/setup.log

case $use in
    run) lock=requirements.lock ;;
    test) lock=requirements-dev.lock ;;
    *) echo "setup.sh: write run or test, not '$use'" >&2; exit 2 ;;
esac

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

key() {
    { pwd -P; "$python" -V; cat pyproject.toml setup.sh "$1"; } 2>&1 | cksum
}

is_ready() {
    [ -x "$python" ] && [ -f "$venv/.ready-$use" ] && [ ! -e "$venv/.unfinished" ] &&
        [ "$(cat "$venv/.ready-$use")" = "$(key "$lock")" ]
}

version_of() {
    "$1" -c 'import sys; print(".".join(map(str, sys.version_info[:3])))' 2>/dev/null
}

is_new_enough() {
    "$1" -c 'import sys
sys.exit(sys.implementation.name != "cpython" or sys.version_info < (3, 11))' >/dev/null 2>&1
}

has_venv() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

# Prints the interpreter to use, or ends with the one sentence that says why there is none.
find_python() {
    old='' bare=''
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11
    fi
    for candidate; do
        found=$(version_of "$candidate") || continue
        if ! is_new_enough "$candidate"; then
            old=${old:-"$candidate is $found"}
        elif ! has_venv "$candidate"; then
            bare=${bare:-"$candidate ($found)"}
        else
            say "$candidate"
            return
        fi
    done
    choose="name another one: PYTHON=/path/to/python3.12 make $use"
    if [ -n "$bare" ]; then
        fail "$bare lacks the standard modules venv and ensurepip: install them" \
            "(on Debian and Ubuntu: apt install python3-venv), or $choose"
    elif [ -n "$old" ]; then
        fail "Article 3 needs CPython 3.11 or newer, and $old: install a newer one, or $choose"
    else
        fail "Article 3 needs CPython 3.11 or newer, and there is no $1 here that runs:" \
            "install one, or $choose"
    fi
}

# A folder that was copied or moved with its clone has scripts that point to the old place.
is_sound() {
    [ -x "$python" ] && [ ! -e "$venv/.unfinished" ] && is_new_enough "$python" &&
        "$python" -m pip --version >/dev/null 2>&1 &&
        { [ ! -e "$venv/.place" ] || [ "$(cat "$venv/.place")" = "$(pwd -P)" ]; }
}

make_venv() {
    say "Creating $venv with $1, Python $(version_of "$1")"
    rm -rf "$venv"
    mkdir "$venv"
    : >"$venv/.unfinished"
    "$1" -m venv "$venv" >>"$log" 2>&1 ||
        fail "$1 -m venv could not create $venv (its words are in $log):" \
            "repair that Python, or name another one: PYTHON=/path/to/python3.12 make $use"
}

# What somebody has set for their own network stays; pip's defaults are too patient for a first try.
pip() {
    PIP_DEFAULT_TIMEOUT=${PIP_DEFAULT_TIMEOUT:-15} PIP_RETRIES=${PIP_RETRIES:-2} PIP_USER=0 \
        "$python" -m pip --disable-pip-version-check --no-input "$@" >>"$log" 2>&1
}

why_pip_failed() {
    if grep -q 'DO NOT MATCH THE HASHES' "$log"; then
        say "A package that was downloaded is not the one $lock names (its hash differs):" \
            "nothing of it was installed; see $log, and do not go on before you know why."
    elif grep -qiE 'Retrying \(|connection error|timed out|ProxyError|SSLError' "$log"; then
        say "The Python package index cannot be reached: check the network or the proxy, then" \
            "repeat make $use (pip's own words are in $log)."
    elif grep -qi 'No space left' "$log"; then
        say "The disk is full: make room, then repeat make $use (pip's own words are in $log)."
    else
        say "pip could not install $lock for Python $(version_of "$python"): read why in $log," \
            "or try another Python: PYTHON=/path/to/python3.12 make $use"
    fi
}

install() {
    say "Installing the $(grep -c '^[a-z].*==' "$lock") packages of $lock (the first time, this takes a minute)"
    : >"$venv/.unfinished"
    rm -f "$venv"/.ready-*
    : >"$log"
    pwd -P >"$venv/.place"
    code=0
    pip install --require-hashes -r "$lock" || code=$?
    if [ "$code" = 0 ]; then
        pip install --no-deps --no-build-isolation --no-index -e . || code=$?
    fi
    if [ "$code" != 0 ]; then
        # Unless it was killed, pip has taken back what it had begun: the folder is sound.
        [ "$code" -gt 128 ] || rm -f "$venv/.unfinished"
        fail "$(why_pip_failed)"
    fi
    key "$lock" >"$venv/.ready-$use"
    # The lock for the tests is the one for running with more in it.
    [ "$use" = run ] || key requirements.lock >"$venv/.ready-run"
    rm -f "$venv/.unfinished"
}

if [ -n "${PYTHON:-}" ]; then
    base=$(find_python)
    [ "$(version_of "$python" || true)" = "$(version_of "$base")" ] || rm -rf "$venv"
fi
if ! is_ready; then
    base=$(find_python)
    is_sound || make_venv "$base"
    install
fi
