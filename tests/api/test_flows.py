"""Flows over HTTP: what each person is shown and told (issue 4 §7)."""

from tests.world.builders import drafted, process_form, sending, signing, started
from tests.world.following import (
    ALONE,
    TEXT,
    asking,
    cabinet,
    chief,
    completing,
    followed,
    letter,
    places,
    progress,
    publish,
    published_apart,
    side_by_side,
    starting,
    to_be_answered,
    withdrawing,
)
from tests.world.world import Ask, World

REASON = {"reason": "Já consta dos autos"}


def refused(world: World, ask: Ask) -> tuple[int, str]:
    reply = world.send(ask)
    return reply.status, reply.json["code"]


def test_step_done_brings_the_process_to_the_next_units_inbox(world: World):
    process = side_by_side(world)
    rows = {row["process"]: row for row in world.done(Ask(world.marina, "GET", "/inbox"))["items"]}
    assert rows[process]["unread"] is True
    assert process not in {row["process"] for row in world.done(Ask(world.ana, "GET", "/inbox"))["items"]}
    shown = progress(world, process, world.marina)["run"]
    assert (shown["done"], shown["total"], shown["state"]) == (1, 4, "running")
    own = next(step for step in shown["steps"] if step["step"] == "pessoal")
    assert (own["state"], own["branch"], own["can_complete"], own["can_skip"]) == ("open", "Pessoal", True, True)
    other = next(step for step in shown["steps"] if step["step"] == "gabinete")
    assert (other["can_complete"], other["can_skip"]) == (False, False)
    assert shown["steps"][-1]["state"] == "to_come"
    assert [way["label"] for way in shown["steps"][-1]["ways"]] == ["Atendido", "Refazer"]


def test_flow_is_followed_to_the_end_with_its_document_and_a_refusal_in_between(world: World):
    process = to_be_answered(world, signed=False)
    assert refused(world, completing(world.ana, process, "3", 0)) == (409, "flow_document_missing")
    place = drafted(world, process)
    assert refused(world, completing(world.ana, process, "3", 0)) == (409, "flow_document_missing"), "a draft"
    world.done(signing(world, place))
    assert refused(world, completing(world.ana, process, "3")) == (400, "invalid_request")
    world.done(completing(world.ana, process, "3", 1))
    world.done(completing(world.ana, process, "4"))
    world.done(completing(world.marina, process, "5.0.1"))
    world.done(completing(cabinet(world), process, "5.1.1"))
    assert refused(world, completing(world.ana, process, "6", 0)) == (409, "flow_document_missing"), "used once"
    letter(world, process)
    assert world.done(completing(world.ana, process, "6", 0))["state"] == "finished"
    shown = progress(world, process)["run"]
    assert (shown["state"], shown["done"]) == ("finished", 4)
    assert shown["steps"][-1]["times"] == 2
    kinds = [entry.fact.kind() for entry in world.history(process)]
    assert (kinds.count("flow_step_completed"), kinds[-1]) == (8, "flow_finished")
    world.check(process)


def test_process_under_a_flow_is_not_sent_by_hand_and_says_why_before_it_is_tried(world: World):
    process = followed(world)
    assert refused(world, sending(world, process)) == (409, "flow_conducts")
    page = world.done(Ask(world.ana, "GET", f"/processes/{process}"))
    send = page["actions"]["process.send"]
    assert send["allowed"] is False
    assert "conduz este processo" in send["reason"]
    world.done(asking(world.ana, process, "pause", REASON))
    world.done(sending(world, process, keep_open=True))
    assert refused(world, completing(world.ana, process, "1")) == (409, "flow_paused")
    world.done(asking(world.ana, process, "resumption"))
    world.done(completing(world.ana, process, "1"))


def test_flow_of_the_type_is_offered_until_one_is_under_way(world: World):
    publish(world)
    process = started(world)
    shown = progress(world, process)
    assert {"atendimento", "balcao"} <= {one["code"] for one in shown["offers"]}
    assert (shown["run"], shown["can_start"]) == (None, True)
    assert refused(world, starting(world, process, "nenhum")) == (400, "invalid_request")
    other = started(world, type="oficio-recebido", subjects=["01.01.01"])
    assert refused(world, starting(world, other)) == (409, "flow_of_another_type")
    world.done(starting(world, process))
    assert progress(world, process)["offers"] == []
    assert refused(world, starting(world, process)) == (409, "flow_already_running")
    world.done(asking(world.ana, process, "cancellation", REASON))
    shown = progress(world, process)
    assert (shown["run"]["state"], shown["run"]["reason"], shown["can_start"]) == ("cancelled", REASON["reason"], True)


def test_process_begins_under_its_flow_in_the_units_of_the_first_step(world: World):
    publish(world)
    made = world.done(Ask(world.ana, "POST", "/processes", process_form(flow="atendimento")))
    page = world.done(Ask(world.ana, "GET", f"/processes/{made['id']}"))
    assert page["process"]["flow"] == {"name": "Atendimento ao cidadão", "version": 1, "state": "running"}
    assert progress(world, made["id"])["run"]["steps"][0]["can_complete"] is True
    other = process_form(type="oficio-recebido", subjects=["01.01.01"], flow="atendimento")
    assert refused(world, Ask(world.ana, "POST", "/processes", other)) == (409, "flow_of_another_type")
    elsewhere = process_form(type="alvara-construcao", subjects=["05.01.01"], flow="alvara-construcao")
    process = world.done(Ask(world.ana, "POST", "/processes", elsewhere))["id"]
    units = world.done(Ask(world.ana, "GET", f"/processes/{process}"))["units"]
    assert [one["unit"]["id"] for one in units] == ["semurb-alv"]


def test_process_keeps_the_version_it_began_with(world: World):
    process = followed(world, "balcao")
    text = f"# versão seguinte\n{ALONE.replace('nome: Guardar', 'nome: Arquivar')}"
    published = world.done(Ask(chief(world), "POST", "/flows", {"text": text}))
    assert [step["name"] for step in progress(world, process)["run"]["steps"]] == ["Atender", "Guardar"]
    new = started(world)
    world.done(starting(world, new, "balcao"))
    shown = progress(world, new)["run"]
    assert (shown["version"], shown["steps"][1]["name"]) == (published["version"], "Arquivar")
    kept = next(one for one in world.done(Ask(world.ana, "GET", "/flows"))["items"] if one["code"] == "balcao")
    assert (kept["text"], kept["by"]["id"]) == (text, "davi.administrador")
    again = Ask(chief(world), "POST", "/flows", {"text": text})
    assert refused(world, again) == (409, "nothing_changed")
    world.done(Ask(chief(world), "POST", "/flows", {"text": ALONE}))


def test_flows_of_one_type_of_process_are_listed_by_themselves(world: World):
    publish(world)

    def codes(path: str) -> set[str]:
        return {one["code"] for one in world.done(Ask(world.ana, "GET", path))["items"]}

    assert codes("/flows?process_type=ferias") == {"ferias"}
    assert {"atendimento", "ferias", "compra-direta"} <= codes("/flows")


def test_whoever_writes_a_flow_is_told_all_that_is_wrong_and_nothing_is_published(world: World):
    wrong = TEXT.replace("unidade: gab", "unidade: gabinete").replace("documento: oficio", "documento: nada")
    for path in ("/flows/check", "/flows"):
        reply = world.send(Ask(chief(world), "POST", path, {"text": wrong}))
        assert reply.status == 400
        assert [error["message"] for error in reply.json["errors"]] == [
            "Etapa “Manifestar-se pelo Gabinete”: a unidade “gabinete” não existe.",
            "Etapa “Responder ao cidadão”: o tipo de documento “nada” não existe.",
        ]
    checked = world.done(Ask(chief(world), "POST", "/flows/check", {"text": TEXT}))
    assert (checked["code"], len(checked["steps"])) == ("atendimento", 5)
    assert refused(world, Ask(world.ana, "POST", "/flows", {"text": TEXT}))[0] == 403


def test_step_is_skipped_with_its_reason_in_the_history(world: World):
    process = side_by_side(world)
    assert world.send(asking(world.marina, process, "steps/2.0.1/skipping", {})).status == 400
    world.done(asking(world.marina, process, "steps/2.0.1/skipping", REASON))
    assert places(world, process)["pessoal"] == "skipped"
    sentences = [entry.fact.sentence() for entry in world.history(process)]
    assert "Dispensada a etapa Manifestar-se pelo RH (Já consta dos autos)" in sentences


def test_withdrawn_flow_is_started_by_no_process_and_goes_on_in_those_that_follow_it(world: World):
    code = published_apart(world)
    kind = {"type": "oficio-recebido", "subjects": ["01.01.01"]}
    follows = world.done(Ask(world.ana, "POST", "/processes", process_form(**kind, flow=code)))["id"]
    other = started(world, **kind)
    world.done(withdrawing(world, code))
    world.done(completing(world.ana, follows, "1"))
    assert progress(world, follows)["run"]["state"] == "running"
    assert refused(world, starting(world, other, code)) == (409, "flow_withdrawn")
    again = Ask(world.ana, "POST", "/processes", process_form(**kind, flow=code))
    assert refused(world, again) == (409, "flow_withdrawn")
    assert code not in [one["code"] for one in progress(world, other)["offers"]]
    offered = world.done(Ask(world.ana, "GET", "/flows?process_type=oficio-recebido"))["items"]
    assert code not in [one["code"] for one in offered]
    (kept,) = [one for one in world.done(Ask(chief(world), "GET", "/flows"))["items"] if one["code"] == code]
    assert (kept["withdrawn"]["reason"], kept["withdrawn"]["by"]["id"]) == ("A lei mudou", chief(world).login)


def test_withdrawal_is_of_the_version_that_was_seen_and_only_by_the_administration(world: World):
    code = published_apart(world)
    ask = withdrawing(world, code)
    assert refused(world, ask.by(world.ana)) == (403, "profile_required")
    assert refused(world, withdrawing(world, code, version=2)) == (409, "flow_published_again")
    assert refused(world, withdrawing(world, "nenhum")) == (404, "flow_unknown")
    world.done(ask)
    assert refused(world, ask) == (409, "flow_withdrawn")


def test_withdrawn_flow_comes_back_by_being_published_even_as_it_was(world: World):
    code = published_apart(world)
    world.done(withdrawing(world, code))
    (kept,) = [one for one in world.done(Ask(chief(world), "GET", "/flows"))["items"] if one["code"] == code]
    made = world.done(Ask(chief(world), "POST", "/flows", {"text": kept["text"]}))
    assert made == {"code": code, "version": 2}
    process = started(world, type="oficio-recebido", subjects=["01.01.01"])
    world.done(starting(world, process, code))
    assert progress(world, process)["run"]["version"] == 2
