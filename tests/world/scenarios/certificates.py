"""Signing by certificate: begun here, signed there, finished here (DOC-10)."""

from tests.world import govbr
from tests.world.builders import drafted
from tests.world.certifying import beginning, certified, ending
from tests.world.world import Ask, World

from .registry import writes


@writes("certificates.prepare.prepare_signature", "DOC-10", entries=0)
def prepare_signature(world: World) -> Ask:
    return beginning(world, drafted(world))


@writes("certificates.finish.finish_signature", "DOC-10", "DOC-14", entries=1)
def finish_signature(world: World) -> Ask:
    return ending(world, drafted(world))


@writes("certificates.finish.finish_signature", "DOC-10", entries=1)
def add_signature_to_the_file(world: World) -> Ask:
    return ending(world, certified(world), world.carlos)


@writes("certificates.prepare.prepare_signature", "DOC-10", "ACC-11", entries=0)
def prepare_signature_by_govbr(world: World) -> Ask:
    return govbr.preparing(world, govbr.letter(world))


@writes("certificates.finish.finish_signature", "DOC-10", "ACC-11", entries=1)
def finish_signature_by_govbr(world: World) -> Ask:
    return govbr.ending(world, govbr.letter(world))
