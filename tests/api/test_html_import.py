"""DOC-26 through HTTP: HTML of another system becomes a version of the draft, section by section."""

import base64
from typing import Any

import pytest

from tests.world.builders import FILE, accepted, declaring, document, drafted
from tests.world.scenarios.authoring import importing
from tests.world.world import World

HTML = '<p class="Texto_Justificado">Defiro o pedido de <b>Iracema</b>.</p><script>alert(1)</script>'


def sent(world: World, sections: dict[str, str], **more: Any) -> Any:
    place = drafted(world)
    return place, world.send(importing(world, place, sections=sections, **more))


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        (HTML, "text"),
        (base64.b64encode(HTML.encode()).decode(), "base64"),
        (base64.b64encode("<p>São Sebastião</p>".encode("iso-8859-1")).decode(), "base64"),
    ],
    ids=["text", "base64", "base64 in ISO-8859-1"],
)
def test_section_is_replaced_by_what_the_html_says_and_the_others_stay(world: World, written: str, encoding: str):
    place, reply = sent(world, {"body": written}, encoding=encoding)
    assert (reply.status, reply.json["version"]) == (200, 2)
    html = document(world, place)["html"]
    assert "Defiro o pedido de <strong>Iracema</strong>." in html or "São Sebastião" in html
    assert "alert(1)" not in html
    assert "Protocolo Geral" in html


@pytest.mark.parametrize(
    ("sections", "more", "code"),
    [
        ({"title": "<p>Outro título</p>"}, {}, "section_locked"),
        ({"body": "não é base64!"}, {"encoding": "base64"}, "invalid_base64"),
        ({"header": "<p>x</p>"}, {}, "literal_error"),
        ({}, {}, "too_short"),
    ],
)
def test_what_the_template_fixes_or_cannot_be_read_is_refused(world: World, sections: Any, more: Any, code: str):
    _, reply = sent(world, sections, **more)
    assert (reply.status, reply.json["errors"][0]["code"]) == (400, code)


def test_html_over_a_text_that_changed_is_refused(world: World):
    place, _ = sent(world, {"body": HTML})
    again = world.send(importing(world, place))
    assert (again.status, again.json["code"]) == (412, "draft_changed")


def test_pictures_come_with_the_text_when_their_files_came_before_and_the_others_are_counted(world: World):
    place = drafted(world)
    upload = accepted(world, place[0], media_type="image/png", data=FILE)[1]
    inside = f"data:image/png;base64,{base64.b64encode(FILE).decode()}"
    html = f'<p>Mapa</p><img src="{inside}" alt="Mapa da rua"><img src="https://fora.example/foto.png">'
    reply = world.send(importing(world, place, sections={"body": html}, images=[upload]))
    assert (reply.status, reply.json["left_out"]) == (200, 1)
    shown = document(world, place)["html"]
    assert 'alt="Mapa da rua"' in shown
    assert "fora.example" not in shown


def test_a_picture_of_another_process_or_still_in_quarantine_is_refused(world: World):
    place = drafted(world)
    waiting = str(world.done(declaring(world.ana, place[0]))["id"])
    shown = {"body": '<img src="Requerimento%20assinado.pdf">'}
    reply = world.send(importing(world, place, sections=shown, images=[waiting]))
    assert (reply.status, reply.json["errors"][0]["code"]) == (400, "image_not_ready")
    stranger = accepted(world, media_type="image/png")[1]
    reply = world.send(importing(world, place, sections=shown, images=[stranger]))
    assert (reply.status, reply.json["left_out"]) == (200, 1), "nothing of it is known here"
