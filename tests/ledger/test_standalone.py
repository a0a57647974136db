"""
The verifier runs where nothing is installed but Python.
"""

import json
import subprocess
import sys

from tests.ledger.stored import VECTORS, vectors

PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
from service.ledger.bundle import read_rows
from service.ledger.ed25519 import check_ed25519
from service.ledger.failures import LogBroken
from service.ledger.receipt import read_receipt
from service.ledger.keys import read_vkey
from service.ledger.verify import verify_log

def load(name):
    with open(f"{sys.argv[2]}/{name}.json", encoding="utf-8") as file:
        return json.load(file)

def verify(rows, checkpoints):
    def pick(whole, chosen):
        return [whole[each] if isinstance(each, int) else each for each in chosen]
    try:
        verified = verify_log(
            read_rows(row.encode() for row in pick(log["rows"], rows)),
            pick(log["checkpoints"], checkpoints),
            organisation_id=log["organisation_id"],
            origin=log["origin"],
            vkeys=log["vkeys"],
            ed25519=check_ed25519,
        )
    except LogBroken as broken:
        return [broken.flaw, broken.index]
    return ["whole", verified.size]

log = load("log")
trusted = [read_vkey(vkey, check_ed25519) for vkey in log["vkeys"]]
for kept in log["receipts"]:
    read_receipt(kept["text"]).verify(bytes.fromhex(kept["leaf_hash"]), trusted)
print(json.dumps({
    "whole": verify(log["rows"], log["checkpoints"]),
    "broken": [verify(each["rows"], each["checkpoints"]) for each in load("log_broken")["logs"]],
    "foreign": sorted({name.partition(".")[0] for name in sys.modules}
                      - sys.stdlib_module_names - {"service", "__main__"}),
}))
"""


def test_an_auditor_with_nothing_but_python_comes_to_the_same_answers() -> None:
    # -I and -S: no packages, no environment, no current folder.
    root = str(VECTORS.parents[1])
    command = [sys.executable, "-I", "-S", "-c", PROGRAM, root, str(VECTORS)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "" == run.stderr
    assert {
        "whole": ["whole", vectors("log")["verified"]["size"]],
        "broken": [[log["flaw"], log["index"]] for log in vectors("log_broken")["logs"]],
        "foreign": [],
    } == json.loads(run.stdout)
