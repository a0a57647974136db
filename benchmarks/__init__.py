"""
Measure speed, each time as a ratio against a named rival in the same run.

`python -m benchmarks` prints one table; `python -m benchmarks.NAME` one part.
"""
