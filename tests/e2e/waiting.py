"""Waiting for what happens by itself, a little after the act that caused it."""

import time
from collections.abc import Callable

PATIENCE_SECONDS = 60
PAUSE_SECONDS = 0.2


def wait_until(happened: Callable[[], bool], what: str) -> None:
    """Returns as soon as it happened. Raises TimeoutError that says what was waited for."""
    limit = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        if time.monotonic() > limit:
            raise TimeoutError(f"não aconteceu em {PATIENCE_SECONDS} s: {what}")
        time.sleep(PAUSE_SECONDS)
