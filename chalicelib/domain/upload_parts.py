"""Large files go in parts (DOC-08): what is lost with the connection is one part, and the rest is not sent again."""

from collections.abc import Mapping

from .errors import Refused

#: Up to here a file goes whole, in one request.
LARGEST_WHOLE = 32 * 1024 * 1024
PART_SIZE = 16 * 1024 * 1024
#: Addresses given at a time.
LINKS_AT_ONCE = 40


def goes_in_parts(size: int) -> bool:
    """Whether a file of ``size`` bytes is sent in parts."""
    return size > LARGEST_WHOLE


def part_sizes(size: int) -> dict[int, int]:
    """Number of each part, from 1, and its bytes; only the last one is smaller."""
    whole, rest = divmod(size, PART_SIZE)
    sizes = dict.fromkeys(range(1, whole + 1), PART_SIZE)
    return {**sizes, whole + 1: rest} if rest else sizes


def missing_parts(size: int, arrived: Mapping[int, int]) -> list[int]:
    """Numbers of the parts that are not there whole; ``arrived`` has the bytes of each that is."""
    return [number for number, wanted in part_sizes(size).items() if arrived.get(number) != wanted]


def check_whole(size: int, arrived: Mapping[int, int]) -> None:
    """Raises Refused ``parts_missing``."""
    left = len(missing_parts(size, arrived))
    if left or len(arrived) != len(part_sizes(size)):
        raise Refused("parts_missing", f"Faltam {left} partes do arquivo. Continue o envio.")
