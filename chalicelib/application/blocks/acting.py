"""What every act on a block shares: load it and the processes it touches, ask the policy, commit once."""

from collections.abc import Callable, Sequence

from chalicelib.application.authorisation import allow_on_block
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.block import Block
from chalicelib.domain.block_sharing import Moved, touches_processes
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process


def act_on_block(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    block_id: str,
    action: Action,
    act: Callable[[Block], Block],
) -> Reply:
    """Change the block alone; -> ``{"revision"}``. Raises NotFound, Forbidden, whatever ``act`` refuses."""

    def attempt(work: Work) -> Reply:
        (found,) = work.load(BlockKey(block_id))
        before = allow_on_block(actor, action, found)
        after = act(before)
        work.put_block(before, after)
        return {"revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)


def move_block(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    block_id: str,
    action: Action,
    move: Callable[[Block, Sequence[Process]], Moved],
) -> Reply:
    """Change the block and what each of its processes remembers and tells of it; -> ``{"revision"}``."""

    def attempt(work: Work) -> Reply:
        (found,) = work.load(BlockKey(block_id))
        before = allow_on_block(actor, action, found)
        concerned = before.processes if touches_processes(before) else ()
        processes = work.load(*(ProcessKey(each) for each in concerned)) if concerned else ()
        after, changes = move(before, processes)
        work.put_block(before, after)
        for process, change in zip(processes, changes, strict=True):
            work.change_process(process, change)
        return {"revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
