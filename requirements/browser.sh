#!/usr/bin/env bash
# Install Debian's Chromium for the tests of the pages, where that may be done.
#
# Does nothing where a browser is installed.  Where none is and none can be, says so in one
# line and fails only where changes are accepted (CI=true); elsewhere those tests are left out.
set -euo pipefail

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then exit 0; fi
done

install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    export DEBIAN_FRONTEND=noninteractive
    echo "setup: installing Chromium for the tests of the pages" >&2
    apt-get install -qq --no-install-recommends chromium >/dev/null 2>&1 \
        || { apt-get update -qq >/dev/null 2>&1 \
            && apt-get install -qq --no-install-recommends chromium >/dev/null 2>&1; }
}
install || {
    echo "setup: no Chromium here and none could be installed: the browser tests are left out" >&2
    [ "${CI:-}" != true ]
}
