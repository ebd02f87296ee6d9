"""A training environment marks whatever is seen of it (issue 5 §7)."""

import hashlib
from dataclasses import replace

from chalicelib.domain.content_page import page
from chalicelib.domain.frozen import describe, described, pack, unpack
from chalicelib.domain.organisation_tables import PARAMETERS
from chalicelib.domain.training import TRAINING_NOTICE, is_training, marked_subject

from .test_sealing import DIGEST, MODEL, SEAL

MARKED = replace(MODEL, training=True)


def test_page_made_in_training_says_so_at_its_head_and_at_its_foot_and_another_nowhere():
    body = page(MARKED).partition("<main>")[2]
    assert body.startswith(f'<p class="draft">{TRAINING_NOTICE}</p>')
    assert body.endswith(f'<p class="draft">{TRAINING_NOTICE}</p></main></body></html>')
    assert TRAINING_NOTICE not in page(MODEL)


def test_what_is_signed_in_training_keeps_the_mark_in_its_page_and_in_every_pdf_made_of_it():
    packed = pack(MARKED, page(MARKED), SEAL)
    kept = unpack(packed, hashlib.sha256(packed).hexdigest(), DIGEST)
    assert kept.page.count(TRAINING_NOTICE) == 2
    assert kept.model.training
    assert described(describe(MARKED)).training
    assert not described(describe(MODEL)).training


def test_tenant_is_of_training_only_if_its_card_says_so():
    assert is_training({"training": True})
    assert not is_training({"training": False})
    assert not is_training({})


def test_subject_is_marked_once():
    marked = marked_subject("Processo recebido")
    assert marked == "Ambiente de treinamento — sem valor legal: Processo recebido"
    assert marked_subject(marked) == marked


def test_no_administrator_turns_a_real_environment_into_one_of_training_nor_back():
    """It is no parameter that the administration keeps."""
    assert "training" not in {field.name for field in PARAMETERS.fields}
