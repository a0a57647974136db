#!/usr/bin/env bash
# Bring .venv to exactly what requirements/dev.txt says, or do nothing at all.
#
# A stamp records what the environment was made from; when it still matches,
# nothing is read from the network.  PYTHON chooses the interpreter.
set -euo pipefail
cd "$(dirname "$0")/.."

# Asked from inside an activated .venv, the interpreter meant is the one below it.
python=$("${PYTHON:-python3}" -c 'import sys; print(sys._base_executable)')
venv=.venv
lock=requirements/dev.txt

# Two people (or two jobs) may start at once: the second waits, then finds the stamp.
exec 9<requirements
flock 9

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "setup: Python 3.11 or later is needed; try: make setup PYTHON=python3.11" >&2
    exit 2
}
made_from=$({ "$python" -VV; pwd; cat requirements/*.txt requirements/install.sh; } | sha256sum | cut -d' ' -f1)
if [ "$(cat $venv/made-from 2>/dev/null)" = "$made_from" ] && $venv/bin/python -c ''; then
    exit 0
fi
rm -f $venv/made-from

# --without-pip: a bare Debian has no ensurepip, and the interpreter's own pip is enough.
# An environment of the same interpreter is kept, so that running programs keep their files.
fresh=--clear
[ "$($venv/bin/python -VV 2>/dev/null)" = "$("$python" -VV)" ] && fresh=
"$python" -m venv $fresh --without-pip $venv
"$python" -m pip --version >/dev/null 2>&1 || {
    echo "setup: $python has no pip; install it (Debian: apt-get install python3-pip)" >&2
    exit 2
}

# uv installs in seconds but does not read pip's configuration.  Where the packages
# can only be had the way pip is configured, pip does the same work from the same lock.
pip_install() {
    "$python" -m pip --python $venv/bin/python --disable-pip-version-check \
        install -qq --require-hashes "$@"
}
if ! { pip_install --upgrade --target $venv/installer --requirement requirements/uv.txt \
    && $venv/installer/bin/uv pip sync --quiet --python $venv/bin/python --require-hashes $lock; }; then
    echo "setup: uv could not install; pip takes over (slower)" >&2
    "$python" -m venv --clear --without-pip $venv
    pip_install --requirement $lock
fi

# The project itself: importable where it lies, and `obstat` as a command.  The command is
# a shell script for one line, because a #! line can hold neither spaces nor long paths.
site=$($venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
pwd > "$site/obstat-registry.pth"
cat > $venv/bin/obstat <<SCRIPT
#!/bin/sh
'''exec' '$PWD/$venv/bin/python' "\$0" "\$@"
' '''
import sys

from cli.main import main

sys.exit(main())
SCRIPT
chmod +x $venv/bin/obstat

echo "$made_from" > $venv/made-from
