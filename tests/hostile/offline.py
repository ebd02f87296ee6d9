"""A process that the kernel ends at its first socket to a network: what ends well under it made no network call.

    python -m tests.hostile.offline PROGRAM       as ``python -c PROGRAM``, with the network forbidden

The filter is the kernel's own (seccomp), below every library, and asks for no privilege and no other program.
"""

import ctypes
import platform
import struct
import sys

SOCKET = {"x86_64": 41, "aarch64": 198}
NO_NEW_PRIVILEGES, SET_SECCOMP, FILTER = 38, 22, 2
LOAD, JUMP_IF_EQUAL, ANSWER = 0x20, 0x15, 0x06
CALL, FAMILY = 0, 16  # where the kernel tells the call's number and its first argument
LOCAL = 1  # AF_UNIX: no network
END_PROCESS, ALLOW = 0x80000000, 0x7FFF0000


def forbid_network() -> None:
    """From now on, in this process and in whatever it starts. Raises OSError where the kernel has no filters."""
    steps = [
        (LOAD, 0, 0, CALL),
        (JUMP_IF_EQUAL, 0, 3, SOCKET[platform.machine()]),
        (LOAD, 0, 0, FAMILY),
        (JUMP_IF_EQUAL, 1, 0, LOCAL),
        (ANSWER, 0, 0, END_PROCESS),
        (ANSWER, 0, 0, ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) or libc.prctl(SET_SECCOMP, FILTER, program, 0, 0):
        raise OSError(ctypes.get_errno(), "no filter")


if __name__ == "__main__":
    forbid_network()
    exec(sys.argv[1])
