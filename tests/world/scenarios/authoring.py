"""What helps to write: standard texts, favourites."""

from itertools import count
from typing import Any

from tests.world.builders import accepted, document, drafted, drafting, saving, started
from tests.world.world import Ask, Person, World

from .registry import reads, writes


def fragment(text: str = "Nada mais havendo a tratar,") -> dict[str, Any]:
    """A standard text's content: one body, with a variable at its end."""
    inline = [
        {"type": "text", "text": f"{text} "},
        {"type": "variable", "attrs": {"name": "processo_numero"}},
    ]
    paragraph = {"type": "paragraph", "attrs": {"style": "body"}, "content": inline}
    return {
        "schema": 1,
        "type": "doc",
        "content": [{"type": "section", "attrs": {"role": "body"}, "content": [paragraph]}],
    }


def text_form(**changes: Any) -> dict[str, Any]:
    """The screen of a standard text, filled in."""
    return {"name": "Fecho de ata", "shortcut": "fecho", "content": fragment(), **changes}


def standard_text(world: World, who: Any = None, **changes: Any) -> str:
    """A standard text of Ana's unit unless told; -> its id."""
    return str(world.done(Ask(who or world.ana, "POST", "/standard-texts", text_form(**changes)))["id"])


@writes("standard_texts.create.create_standard_text", "DOC-06", entries=0)
def create_standard_text(world: World) -> Ask:
    return Ask(world.ana, "POST", "/standard-texts", text_form())


@writes("standard_texts.change.change_standard_text", "DOC-06", entries=0)
def change_standard_text(world: World) -> Ask:
    path = f"/standard-texts/{standard_text(world)}"
    return Ask(world.ana, "PUT", path, text_form(active=False), headers={"If_Match": '"1"'})


@writes("favourites.keep.keep_favourite", "PRO-22", entries=0)
def keep_favourite(world: World) -> Ask:
    process, document = drafted(world)
    return Ask(
        world.ana, "PUT", "/favourites", {"process": process, "document": document, "group": "Modelos"}
    )


@writes("favourites.remove.remove_favourite", "PRO-22", entries=0)
def remove_favourite(world: World) -> Ask:
    process = started(world)
    world.done(Ask(world.ana, "PUT", "/favourites", {"process": process}))
    return Ask(world.ana, "DELETE", f"/favourites/{process}")


@reads("standard_texts.list.list_standard_texts", "DOC-06")
def list_standard_texts(world: World) -> Ask:
    # A unit that no other scenario fills: what a list costs must not depend on who ran before.
    camila = world.person("camila.duarte", "semma-lic")
    return Ask(camila, "GET", "/standard-texts")


@reads("standard_texts.read.read_standard_text", "DOC-06")
def read_standard_text(world: World) -> Ask:
    return Ask(world.ana, "GET", f"/standard-texts/{standard_text(world)}")


@reads("documents.autotext.read_autotext", "DOC-06")
def read_autotext(world: World) -> Ask:
    process, document = drafted(world)
    path = f"/processes/{process}/documents/{document}/standard-texts/{standard_text(world)}"
    return Ask(world.ana, "GET", path)


def illustrated(world: World, place: tuple[str, str]) -> Ask:
    """The editor saving a picture that was sent to the process."""
    upload = accepted(world, place[0], media_type="image/png")[1]
    ask = saving(world, place)
    picture = {"type": "image", "attrs": {"upload": upload, "alt": "Mapa da rua", "width": 50}}
    body = next(section for section in ask.body["content"]["content"] if section["attrs"]["role"] == "body")
    body["content"].append(picture)
    return ask


@writes("documents.save.save_draft", "DOC-03", entries=0)
def save_draft_with_a_picture(world: World) -> Ask:
    return illustrated(world, drafted(world))


@writes("documents.create.create_draft", "DOC-01", "DOC-03", entries=1)
def draft_letter_from_one_with_a_picture(world: World) -> Ask:
    place = drafted(world)
    world.done(illustrated(world, place))
    first = {"from": "document", "reference": document(world, place)["number"]}
    return drafting(world.ana, started(world), initial_text=first)


@reads("documents.read_images.read_images", "DOC-03")
def read_images(world: World) -> Ask:
    process, drawn = drafted(world)
    world.done(illustrated(world, (process, drawn)))
    return Ask(world.ana, "GET", f"/processes/{process}/documents/{drawn}/images")


@reads("documents.check_text.check_text", "DOC-03")
def check_text(world: World) -> Ask:
    process, written = drafted(world)
    return Ask(world.ana, "GET", f"/processes/{process}/documents/{written}/checks")


@reads("documents.read_references.read_references", "DOC-03")
def read_references(world: World) -> Ask:
    process, document = drafted(world)
    return Ask(world.ana, "GET", f"/processes/{process}/documents/{document}/references")


@reads("favourites.list.list_favourites", "PRO-22")
def list_favourites(world: World) -> Ask:
    # A unit that no other scenario fills: what a list costs must not depend on who ran before.
    return Ask(world.person("camila.duarte", "semma-lic"), "GET", "/favourites")


@reads("documents.hold_editing.hold_editing", "DOC-03")
def hold_editing(world: World) -> Ask:
    process, document = drafted(world)
    return Ask(
        world.ana, "PUT", f"/processes/{process}/documents/{document}/editing", {"editor": "e1"}, process
    )


@reads("documents.leave_editing.leave_editing", "DOC-03")
def leave_editing(world: World) -> Ask:
    process, document = drafted(world)
    path = f"/processes/{process}/documents/{document}/editing"
    world.done(Ask(world.ana, "PUT", path, {"editor": "e1"}))
    return Ask(world.ana, "DELETE", f"{path}/e1", process=process)


REQUEST = {"servico": ["Poda"], "quantidade": ["3"], "motivos": ["Risco de queda"], "risco": ["true"]}
COMPLETE = {**REQUEST, "endereco": ["Rua Guarani, 100"], "bairro": ["Itaguá"], "lugar": ["Calçada ou praça"]}


def form_drafted(world: World) -> tuple[str, str]:
    """A request to prune a tree, not filled in yet; -> (process, document)."""
    return drafted(world, type="solicitacao-poda", description="")


def answering(world: World, place: tuple[str, str], answers: Any = None, revision: int = 1) -> Ask:
    """The screen of the form, saved."""
    path = f"/processes/{place[0]}/documents/{place[1]}/answers"
    body = {"answers": COMPLETE if answers is None else answers}
    return Ask(world.ana, "PUT", path, body, place[0], {"If_Match": f'"{revision}"'})


@writes("documents.answer_form.answer_form", "DOC-07", entries=0)
def answer_form(world: World) -> Ask:
    return answering(world, form_drafted(world))


@reads("documents.read_form.read_form", "DOC-07")
def read_form(world: World) -> Ask:
    process, document = form_drafted(world)
    return Ask(world.ana, "GET", f"/processes/{process}/documents/{document}/answers")


def importing(world: World, place: tuple[str, str], **changes: Any) -> Ask:
    """Another system's HTML for the body, over the first revision."""
    body = {"sections": {"body": "<p>Defiro o pedido.</p>"}, **changes}
    path = f"/processes/{place[0]}/documents/{place[1]}/html"
    return Ask(world.ana, "PUT", path, body, place[0], {"If_Match": '"1"'})


@writes("documents.import_html.import_html", "DOC-26", entries=0)
def import_html(world: World) -> Ask:
    return importing(world, drafted(world))


@writes("documents.import_html.import_html", "DOC-26", "DOC-03", entries=0)
def import_html_with_a_picture(world: World) -> Ask:
    place = drafted(world)
    upload = accepted(world, place[0], media_type="image/png")[1]
    shown = '<p>Mapa:</p><img src="Requerimento%20assinado.pdf" alt="Mapa da rua">'
    return importing(world, place, sections={"body": shown}, images=[upload])


#: A unit whose letters nobody else writes: what a sequence was before must not depend on who ran before.
COUNTED = "cgm-cor"
_targets = count(1)


def counting(world: World, unit: str = COUNTED) -> Person:
    """Who keeps the numbers of a unit, and writes in it."""
    return world.hire(f"numeros.{unit}", unit, "basic", "administrator")


def adjusting(world: World, following: int, unit: str = COUNTED) -> Ask:
    """The administration putting the letters of a unit right."""
    body = {"next": following, "reason": "Continuação do livro de 2026", "unit": unit}
    return Ask(counting(world, unit), "PUT", "/document-types/oficio/numbering", body)


@writes("type_numbering.adjust_sequence.adjust_sequence", "DOC-02", entries=0)
def adjust_sequence(world: World) -> Ask:
    return adjusting(world, 10 * next(_targets) + 1)


@reads("type_numbering.read_sequence.read_sequence", "DOC-02")
def read_sequence(world: World) -> Ask:
    return Ask(counting(world), "GET", f"/document-types/oficio/numbering?unit={COUNTED}")


def merging(world: World, *processes: str, model: str = "", path: str = "/mail-merges") -> Ask:
    """A letter of Ana's into these processes, each row with a name of its own."""
    number = model or str(document(world, field_letter(world))["number"])
    nups = [world.done(Ask(world.ana, "GET", f"/processes/{one}"))["process"]["nup"] for one in processes]
    rows = "\n".join(["Processo;Nome", *(f"{nup};Pessoa {n}" for n, nup in enumerate(nups))])
    return Ask(world.ana, "POST", path, {"type": "oficio", "model": number, "rows": rows})


def field_letter(world: World, who: Person | None = None) -> tuple[str, str]:
    """A letter that asks for a name, of Ana's unless told."""
    place = drafted(world, started(world, who), who)
    world.done(saving(world, place, "Prezado(a) {{Nome}},", who))
    return place


@writes("mail_merge.order_merge.order_merge", "DOC-09", entries=0)
def order_merge(world: World) -> Ask:
    return merging(world, started(world), started(world))


@reads("mail_merge.check_merge.check_merge", "DOC-09")
def check_merge(world: World) -> Ask:
    return merging(world, started(world), started(world), path="/mail-merges/check")
