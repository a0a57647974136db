#!/usr/bin/env bash
# Pin every package with its hashes, for every Python from 3.11 on, and write no address.
set -euo pipefail
cd "$(dirname "$0")"

uv=../.venv/installer/bin/uv
[ -x $uv ] || {
    echo "lock: make setup could not install uv here, and pip cannot write these locks" >&2
    exit 2
}
for name in uv run dev; do
    $uv pip compile "$name.in" --output-file "$name.txt" --quiet \
        --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-annotate --no-header "$@"
done
