"""
Keep the ids of photos in sixteen bytes: as text they take a hundred.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

ID_BYTES: Final = 16
_LETTERS: Final = 36
"""Two for each byte, and four dashes between."""


@dataclass(frozen=True, slots=True)
class Ids:
    """
    Hold many ids, by row.
    """

    rows: NDArray[np.uint8] = field(repr=False)
    odd: dict[int, str] = field(repr=False)
    """Ids that are no UUID, by row."""

    @classmethod
    def of(cls, ids: Sequence[str]) -> Self:
        """
        Hold these *ids*.
        """
        numbers = [packed(each) for each in ids]
        odd = {row: ids[row] for row, number in enumerate(numbers) if number is None}
        written = b"".join(number or bytes(ID_BYTES) for number in numbers)
        return cls(np.frombuffer(written, np.uint8).reshape(-1, ID_BYTES), odd)

    def __len__(self) -> int:
        """
        Count the ids.
        """
        return len(self.rows)

    def __getitem__(self, row: int) -> str:
        """
        Give the id in a row.
        """
        odd = self.odd.get(row)
        return unpacked(self.rows[row].tobytes()) if odd is None else odd

    def joined(self, other: Self) -> Self:
        """
        Give these ids and the *other* ones behind them.
        """
        odd = self.odd | {row + len(self): each for row, each in other.odd.items()}
        return type(self)(np.concatenate((self.rows, other.rows)), odd)


def packed(photo_id: str) -> bytes | None:
    """
    Give the bytes of a UUID as wiring writes them; None for other ids.
    """
    digits = photo_id.replace("-", "")
    if (len(photo_id), len(digits), photo_id[8:24:5]) != (_LETTERS, 2 * ID_BYTES, "----"):
        return None
    try:
        number = bytes.fromhex(digits)
    except ValueError:
        return None
    # What is written in another way (capitals, blanks) would not come back the same.
    return number if number.hex() == digits else None


def unpacked(number: bytes) -> str:
    """
    Give the id again whose bytes these are.
    """
    digits = number.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
