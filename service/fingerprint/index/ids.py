"""
Keep the ids of photos in sixteen bytes: as text they take a hundred.
"""

from typing import Final

ID_BYTES: Final = 16


def packed(photo_id: str) -> bytes | None:
    """
    Give the bytes of a UUID as wiring writes them; None for other ids.
    """
    try:
        number = bytes.fromhex(photo_id.replace("-", ""))
    except ValueError:
        return None
    # What is written in another way (capitals, blanks) would not come back the same.
    return number if len(number) == ID_BYTES and unpacked(number) == photo_id else None


def unpacked(number: bytes) -> str:
    """
    Give the id again whose bytes these are.
    """
    digits = number.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
