"""
Write checks until killed; say which ones were acknowledged.
"""

import sys
from itertools import count

from service.persistence.database import open_database
from tests.persistence.ground import BRUTE_FORCE, JACINTHES, Mirror
from tests.persistence.make_activity import make_check, make_entry

if __name__ == "__main__":
    database = open_database(sys.argv[1], search=BRUTE_FORCE, sealer=Mirror())
    for number in count():
        with database.begin(JACINTHES) as work:
            work.checks.add(make_check(str(number)))
            work.ledger.append(make_entry(str(number)))
            work.commit()
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
