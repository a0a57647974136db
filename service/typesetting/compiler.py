"""
Compile sheets to PDF in a process of its own.

Reads JSON from its input: the template, and for each sheet its inputs.  Writes each PDF
behind its length in four bytes.
"""

import json
import resource
import sys

import typst

MAX_SECONDS = 120
MAX_MEMORY_BYTES = 2 * 1024**3


def main() -> None:
    """
    Compile everything that comes in.
    """
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = json.load(sys.stdin)
    for inputs in asked["sheets"]:
        made = typst.compile(
            asked["template"].encode(),
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            sys_inputs=inputs,
            timestamp=0,  # the same content is the same bytes, whenever it is made
        )
        sys.stdout.buffer.write(len(made).to_bytes(4, "big") + made)


if __name__ == "__main__":
    main()
