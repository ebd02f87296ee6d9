"""The process that waits with the parsers loaded and has each file read in a child of its own.

Run by ``waiting`` as ``python -m chalicelib.adapters.confined.ready MODULE``: one request a line on standard input, one
answer a line on standard output. MODULE says what is done: ``prepare(request)`` loads the parser here, and
``answer(request)`` reads the file in the child and says at most ``LONGEST`` bytes. Starting an interpreter and loading
a parser took ten times as long as reading a common file. No file is ever read here: a child gets one file, its limits
and nowhere to write, and ends with it.
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
from importlib import import_module
from types import ModuleType
from typing import Any

_PIECE = 64 * 1024
#: Beyond its processor time, how long a child may take on the wall.
GRACE_SECONDS = 5


def main(name: str) -> None:
    """Serve until whoever asks is gone."""
    worker = import_module(name)
    for line in sys.stdin:
        request: Mapping[str, Any] = json.loads(line)
        worker.prepare(request)
        print(json.dumps(read_in_a_child(worker, request)), flush=True)


def read_in_a_child(worker: ModuleType, request: Mapping[str, Any]) -> dict[str, Any]:
    """How the child ended (``code`` as ``subprocess`` tells it), what it said, and its peak in kilobytes."""
    said, complained = os.pipe(), os.pipe()
    # What is loaded stays shared with the children, so that each of them weighs only what it reads.
    gc.freeze()
    child = os.fork()
    if child == 0:
        _become_reader(worker, request, said[1], complained[1])
    os.close(said[1])
    os.close(complained[1])
    seconds = request["limits"]["seconds"] + GRACE_SECONDS
    late, texts = _listen(child, (said[0], complained[0]), seconds, worker.LONGEST)
    _, status, usage = os.wait4(child, 0)
    return {
        "late": late,
        "code": os.waitstatus_to_exitcode(status),
        "output": texts[0].decode(errors="replace"),
        "errors": texts[1].decode(errors="replace"),
        "peak": usage.ru_maxrss,
    }


def _become_reader(worker: ModuleType, request: Mapping[str, Any], output: int, errors: int) -> None:
    """In the child: nothing of the parent's stays open, least of all the answers to whoever asked."""
    code = 1
    try:
        nowhere = os.open(os.devnull, os.O_RDONLY)
        for wanted, place in ((nowhere, 0), (output, 1), (errors, 2)):
            os.dup2(wanted, place)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        _write(worker.answer(request).encode())
        code = 0
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _write(answer: bytes) -> None:
    left = memoryview(answer)
    while left:
        left = left[os.write(1, left) :]


def _listen(child: int, pipes: tuple[int, int], seconds: float, longest: int) -> tuple[bool, list[bytearray]]:
    """(whether it had to be stopped, what it wrote to each pipe); what is past ``longest`` bytes is not kept."""
    heard, until, late = {pipe: bytearray() for pipe in pipes}, time.monotonic() + seconds, False
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
                chunk = os.read(key.fd, _PIECE)
                heard[key.fd] += chunk[: max(0, longest - len(heard[key.fd]))]
                if not chunk:
                    selector.unregister(key.fd)
    for pipe in pipes:
        os.close(pipe)
    return late, list(heard.values())


if __name__ == "__main__":
    main(sys.argv[1])
