"""The limits that a child sets on itself before it opens a file."""

import resource


def confine(memory: int, seconds: int) -> None:
    """No more memory (bytes) or processor, no file written, no core left behind."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
