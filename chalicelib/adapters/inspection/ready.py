"""The process that waits with the parsers loaded and examines each file in a child of its own.

Run by ``isolated`` as ``python -m chalicelib.adapters.inspection.ready``: one request a line on standard input, one
answer a line on standard output. Starting an interpreter and loading a parser took ten times as long as reading a
common file. No file is ever read here: a child gets one file, its limits and nowhere to write, and ends with it.
"""

import gc
import json
import os
import selectors
import signal
import sys
import time
import traceback
from collections.abc import Mapping
from typing import Any

from chalicelib.adapters.inspection.examiner import answer, load_parser

#: What a child may say at most on each of its outputs; what comes after is not kept.
LONGEST = 64 * 1024
#: Beyond its processor time, how long a child may take on the wall.
GRACE_SECONDS = 5


def main() -> None:
    """Serve until whoever asks is gone."""
    for line in sys.stdin:
        request: Mapping[str, Any] = json.loads(line)
        load_parser(request["declared"]["file_name"])
        print(json.dumps(examine_in_a_child(request)), flush=True)


def examine_in_a_child(request: Mapping[str, Any]) -> dict[str, Any]:
    """How the child ended (``code`` as ``subprocess`` tells it), what it said, and its peak in kilobytes."""
    said, complained = os.pipe(), os.pipe()
    # What is loaded stays shared with the children, so that each of them weighs only what it reads.
    gc.freeze()
    child = os.fork()
    if child == 0:
        _become_examiner(request, said[1], complained[1])
    os.close(said[1])
    os.close(complained[1])
    late, texts = _listen(child, (said[0], complained[0]), request["limits"]["seconds"] + GRACE_SECONDS)
    _, status, usage = os.wait4(child, 0)
    return {
        "late": late,
        "code": os.waitstatus_to_exitcode(status),
        "output": texts[0].decode(errors="replace"),
        "errors": texts[1].decode(errors="replace"),
        "peak": usage.ru_maxrss,
    }


def _become_examiner(request: Mapping[str, Any], output: int, errors: int) -> None:
    """In the child: nothing of the parent's stays open, least of all the answers to whoever asked."""
    code = 1
    try:
        nowhere = os.open(os.devnull, os.O_RDONLY)
        for wanted, place in ((nowhere, 0), (output, 1), (errors, 2)):
            os.dup2(wanted, place)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        os.write(1, answer(request).encode())
        code = 0
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _listen(child: int, pipes: tuple[int, int], seconds: float) -> tuple[bool, list[bytes]]:
    """(whether it had to be stopped, what it wrote to each pipe)."""
    heard, until, late = dict.fromkeys(pipes, b""), time.monotonic() + seconds, False
    with selectors.DefaultSelector() as selector:
        for pipe in pipes:
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            ready = selector.select(max(0.0, until - time.monotonic()))
            if not ready:
                late = True
                os.kill(child, signal.SIGKILL)
                break
            for key, _ in ready:
                chunk = os.read(key.fd, LONGEST)
                heard[key.fd] = (heard[key.fd] + chunk)[:LONGEST]
                if not chunk:
                    selector.unregister(key.fd)
    for pipe in pipes:
        os.close(pipe)
    return late, list(heard.values())


if __name__ == "__main__":
    main()
