"""One letter into many processes: told row by row first, then written, each with its own words (DOC-09)."""

from tests.world.builders import RESTRICTED, document, started
from tests.world.jobs import worked
from tests.world.scenarios.authoring import field_letter, merging
from tests.world.world import Ask, World


def report_of(world: World, ask: Ask) -> dict:
    return world.done(Ask(ask.who, "POST", "/mail-merges/check", ask.body))


def test_each_process_gets_the_letter_with_its_own_words(world: World):
    first, second = started(world), started(world)
    ask = merging(world, first, second)
    report = report_of(world, ask)
    assert (report["fields"], report["ready"], [row["problems"] for row in report["rows"]]) == (["nome"], 2, [[], []])
    job = world.done(ask)["job"]
    worked(world, world.ana, job)
    for process, name in ((first, "Pessoa 0"), (second, "Pessoa 1")):
        (node,) = world.done(Ask(world.ana, "GET", f"/processes/{process}/documents"))["items"]
        assert f"Prezado(a) {name}," in document(world, (process, node["id"]))["html"]
        assert node["state"] == "draft"
    done = world.done(Ask(world.ana, "GET", f"/jobs/{job}"))
    assert [item["state"] for item in done["items"]] == ["done", "done"]
    assert done["items"][0]["message"].startswith("Criado o documento ")


def test_rows_that_cannot_be_done_are_told_before_and_left_out(world: World):
    good, elsewhere = started(world, world.marina), started(world)
    model = str(document(world, field_letter(world, world.marina), world.marina)["number"])
    ask = merging(world, good, elsewhere, model=model).by(world.marina)
    nup = ask.body["rows"].split("\n")[1].split(";")[0]
    ask.body["rows"] += f"\n99999.999999/2026-00;Ninguém\n;Sem processo\n{nup};"
    report = report_of(world, ask)
    problems = [row["problems"] for row in report["rows"]]
    assert (report["ready"], problems[0]) == (1, [])
    assert problems[1] == ["O processo não está aberto na sua unidade."]
    assert problems[2] == problems[3] == ["Não há processo com este número a que você tenha acesso."]
    assert problems[4] == ["Falta o valor de nome."]
    job = world.done(ask)["job"]
    worked(world, world.marina, job)
    states = [item["state"] for item in world.done(Ask(world.marina, "GET", f"/jobs/{job}"))["items"]]
    assert states == ["done", "left_out", "left_out", "left_out", "left_out"]


def test_report_writes_nothing_and_hides_what_one_may_not_see(world: World):
    foreign = world.hire("rita.ipmu", "ipmu-prot", "basic", agency="ipmu")
    hidden = started(world, **RESTRICTED)
    own = str(document(world, field_letter(world, foreign), foreign)["number"])
    ask = merging(world, hidden, model=own).by(foreign)
    ask.body["rows"] += "\n99999.999999/2026-00;Ninguém"
    before = world.history(hidden)
    seen, absent = report_of(world, ask)["rows"]
    assert seen["problems"] == absent["problems"] == ["Não há processo com este número a que você tenha acesso."]
    assert world.history(hidden) == before


def test_nothing_is_ordered_when_no_row_can_be_done(world: World):
    ask = merging(world)
    ask.body["rows"] += "\n99999.999999/2026-00;Ninguém"
    answer = world.send(ask)
    assert (answer.status, answer.json["errors"][0]["code"]) == (400, "nothing_to_do")
