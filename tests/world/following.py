"""Flows in the city at work: one for requests of citizens, and processes that follow it."""

import uuid
from typing import Any

from chalicelib.adapters.dynamodb import flows
from chalicelib.adapters.flow_text import read_text
from chalicelib.domain.flow_reading import read_flow

from .builders import drafted, signing, started
from .world import Ask, Person, World

#: Ana's unit checks; Personnel and the Cabinet look side by side; Ana's decides, by a signed letter or not.
TEXT = """fluxo: atendimento
nome: Atendimento ao cidadão
descricao: Conferência, manifestações lado a lado e resposta.
tipo_de_processo: requerimento-cidadao
tramitacao_livre: nao
etapas:
  - {etapa: conferir, nome: Conferir o pedido, papel: iniciadora}
  - etapa: ouvir
    nome: Ouvir as unidades
    ramos:
      - nome: Pessoal
        etapas:
          - {etapa: pessoal, nome: Manifestar-se pelo RH, unidade: semad-rh, prazo: 5, escala: sim}
      - nome: Gabinete
        etapas:
          - {etapa: gabinete, nome: Manifestar-se pelo Gabinete, unidade: gab, prazo: 3}
  - etapa: responder
    nome: Responder ao cidadão
    papel: iniciadora
    documento: oficio
    decide:
      - {resposta: Atendido, segue: fim}
      - {resposta: Refazer, segue: conferir}
"""
#: The same for whoever works in one unit only: nothing is sent.
ALONE = """fluxo: balcao
nome: Atendimento no balcão
tipo_de_processo: requerimento-cidadao
tramitacao_livre: sim
etapas:
  - {etapa: atender, nome: Atender, papel: iniciadora, prazo: 5}
  - {etapa: guardar, nome: Guardar, papel: iniciadora}
"""


def publish(world: World, *texts: str) -> None:
    """The flows, as they come with a city; publishing the same again changes nothing."""
    for text in texts or (TEXT, ALONE):
        flows.load_flow(world.tenant, read_flow(read_text(text)), text, world.clock())


def published_apart(world: World) -> str:
    """A flow of its own, in its first version, that nothing else of the tests starts; -> its code."""
    code = f"avulso-{uuid.uuid4().hex[:12]}"
    text = ALONE.replace("fluxo: balcao", f"fluxo: {code}")
    publish(world, text.replace("requerimento-cidadao", "oficio-recebido"))
    return code


def withdrawing(world: World, code: str, version: int = 1) -> Ask:
    """The administration takes it out of what processes may start."""
    form = {"reason": "A lei mudou", "version": version}
    return Ask(chief(world), "POST", f"/flows/{code}/withdrawal", form)


def asking(who: Person, process: str, what: str, body: Any = None) -> Ask:
    """An act on the process's flow; ``what`` may be empty."""
    path = f"/processes/{process}/flow{'/' if what else ''}{what}"
    return Ask(who, "POST", path, {} if body is None else body, process)


def starting(world: World, process: str, code: str = "atendimento", who: Person | None = None) -> Ask:
    return asking(who or world.ana, process, "", {"flow": code})


def completing(who: Person, process: str, at: str, way: int | None = None) -> Ask:
    return asking(who, process, f"steps/{at}/completion", {} if way is None else {"way": way})


def followed(world: World, code: str = "atendimento") -> str:
    """A process of Ana's at the first step; -> its id."""
    publish(world)
    process = started(world)
    world.done(starting(world, process, code))
    return process


def side_by_side(world: World) -> str:
    """Ana's part is done; Personnel and the Cabinet have theirs."""
    process = followed(world)
    world.done(completing(world.ana, process, "1"))
    return process


def to_be_answered(world: World, *, signed: bool = True) -> str:
    """Both have spoken: Ana decides, resting upon a letter."""
    process = side_by_side(world)
    world.done(completing(world.marina, process, "2.0.1"))
    world.done(completing(cabinet(world), process, "2.1.1"))
    if signed:
        letter(world, process)
    return process


def letter(world: World, process: str) -> None:
    """A letter signed by Ana."""
    world.done(signing(world, drafted(world, process)))


def cabinet(world: World) -> Person:
    """The chief of the Cabinet."""
    return world.person("helena.prado", "gab")


def chief(world: World) -> Person:
    """An administrator of Ana's unit."""
    return world.hire("davi.administrador", "semad-prot", "basic", "administrator")


def progress(world: World, process: str, who: Person | None = None) -> dict[str, Any]:
    """What the process's page shows of its flow."""
    found: dict[str, Any] = world.done(Ask(who or world.ana, "GET", f"/processes/{process}/flow"))
    return found


def places(world: World, process: str) -> dict[str, str]:
    """Step -> state."""
    run = progress(world, process)["run"]
    return {step["step"]: step["state"] for step in run["steps"]}
