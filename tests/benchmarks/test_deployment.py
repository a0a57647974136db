"""
The servers that are measured, seen by whoever reads the table.
"""

import pytest

from benchmarks.deployment import serving

NOISY = "import sys; sys.stderr.write('GET / 200\\n'); print('http://127.0.0.1:80', flush=True)"
BROKEN = "import sys; [sys.stderr.write(f'line {n}\\n') for n in range(99)]; print('no')"


def test_what_a_server_writes_of_requests_is_kept_from_the_table(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with serving(["-c", NOISY], {}) as (port, _):
        assert 80 == port

    assert ("", "") == capfd.readouterr()


def test_a_server_that_does_not_start_says_its_last_lines(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit, match="line 98") as ended, serving(["-c", BROKEN], {}):
        pass

    assert "line 78" not in str(ended.value)
    assert ("", "") == capfd.readouterr()
