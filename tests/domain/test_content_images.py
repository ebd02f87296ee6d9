"""Pictures in a text: files of the process, described in words, bound by the text's digest (DOC-03)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chalicelib.domain import content
from chalicelib.domain.content import ContentRefused, plain_text
from chalicelib.domain.content_html import to_html
from chalicelib.domain.content_images import (
    LARGEST_IMAGE,
    MOST_IMAGES,
    all_described,
    check_no_images,
    distinct_files,
    image_uploads,
    images_of,
    under_other_uploads,
    with_files,
)
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.upload import Upload, UploadState
from tests.domain.content_examples import document, paragraph, section

ONE, OTHER = "a" * 26, "b" * 26
FILE = Upload(
    ONE, "p", "u", "ana", "imagem.png", "image/png", 1000, "1" * 64, datetime(2026, 11, 23, tzinfo=UTC),
    state=UploadState.ACCEPTED,
)  # fmt: skip


def image(upload=ONE, **attributes):
    return {"type": "image", "attrs": {"upload": upload, **attributes}}


def with_images(*images):
    return content.parse(document(section("body", paragraph("Veja:"), *images)))


def refusal(parsed, uploads) -> str:
    with pytest.raises(InvalidRequest) as caught:
        with_files(parsed, uploads)
    return caught.value.errors[0].code


def test_what_a_file_is_comes_from_its_examination_and_not_from_the_client():
    claimed = with_images(image(alt="Brasão", sha256="9" * 64, media_type="image/jpeg", size=1))
    (kept,) = images_of(with_files(claimed, {ONE: FILE}))
    told = kept["attrs"]
    assert (told["sha256"], told["media_type"], told["size"]) == ("1" * 64, "image/png", 1000)


def test_digest_of_the_text_changes_with_the_picture_and_with_its_description():
    first = with_files(with_images(image(alt="Brasão")), {ONE: FILE})
    replaced = with_files(with_images(image(alt="Brasão")), {ONE: replace(FILE, sha256="2" * 64)})
    described = with_files(with_images(image(alt="Mapa")), {ONE: FILE})
    assert len({content.digest(each) for each in (first, replaced, described)}) == 3


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"state": UploadState.WAITING}, "image_not_ready"),
        ({"state": UploadState.REFUSED}, "image_unknown"),
        ({"media_type": "application/pdf"}, "image_kind"),
        ({"media_type": "image/tiff"}, "image_kind"),
        ({"size": LARGEST_IMAGE + 1}, "image_too_large"),
    ],
)
def test_file_that_is_no_good_picture_is_refused(changes, code):
    assert refusal(with_images(image()), {ONE: replace(FILE, **changes)}) == code


def test_picture_of_another_process_is_refused_as_one_that_does_not_exist():
    assert refusal(with_images(image()), {ONE: None}) == "image_unknown"
    assert refusal(with_images(image()), {}) == "image_unknown"


def test_pictures_are_limited_in_number_and_weight_together():
    assert refusal(with_images(*[image()] * (MOST_IMAGES + 1)), {ONE: FILE}) == "too_many_images"
    names = [letter * 26 for letter in "abc"]
    heavy = {n: replace(FILE, size=LARGEST_IMAGE, sha256=n[0] * 64) for n in names}
    assert refusal(with_images(*map(image, names)), heavy) == "images_too_heavy"
    same = {n: replace(FILE, size=LARGEST_IMAGE) for n in names}
    assert image_uploads(with_files(with_images(*map(image, names)), same)) == tuple(names)


def test_picture_without_words_is_told_apart():
    assert all_described(with_images(image(alt="Brasão")))
    assert not all_described(with_images(image(alt="Brasão"), image(OTHER, alt="  ")))
    assert plain_text(with_images(image(alt="Brasão"))) == "Veja:\n[Imagem: Brasão]"


def test_description_is_text_and_nothing_else():
    hostile = '"><script>ran()</script>\u202e'
    parsed = with_files(with_images(image(alt=hostile)), {ONE: FILE})
    html = to_html(parsed, pictures={"1" * 64: "data:image/png;base64,AA=="})
    assert "<script" not in html
    assert 'alt="&quot;&gt;&lt;script&gt;ran()&lt;/script&gt;" width="100%"' in html
    assert "\u202e" not in html
    assert "<img" not in to_html(parsed)


@pytest.mark.parametrize(
    "attributes",
    [
        {"upload": "../x"}, {"upload": None}, {"width": 5}, {"width": 101}, {"width": "50%"}, {"alt": "x" * 501},
        {"alt": 7}, {"sha256": "zz"}, {"media_type": "image/svg+xml"}, {"src": "https://x"}, {"style": "x"},
    ],
)  # fmt: skip
def test_attributes_outside_the_vocabulary_are_refused(attributes):
    with pytest.raises(ContentRefused):
        with_images(image(**attributes))


def test_pictures_taken_to_another_process_are_the_same_files_by_other_names():
    parsed = with_files(with_images(image(alt="Brasão")), {ONE: FILE})
    moved = under_other_uploads(parsed, {ONE: OTHER})
    assert image_uploads(moved) == (OTHER,)
    assert distinct_files(moved) == distinct_files(parsed) == [("1" * 64, "image/png")]


def test_standard_text_takes_no_picture():
    with pytest.raises(InvalidRequest) as caught:
        check_no_images(with_images(image()))
    assert caught.value.errors[0].code == "image_out_of_place"
