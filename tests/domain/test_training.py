"""A training environment marks whatever is seen of it (issue 5 §7)."""

import hashlib
from dataclasses import replace

import pytest

from chalicelib.domain.content_page import page
from chalicelib.domain.frozen import describe, described, pack, unpack
from chalicelib.domain.training import BEGINNING, TRAINING_NOTICE, is_training, marked_subject
from infra.local.catalogue_tenant import TENANT

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


@pytest.mark.parametrize(
    ("tenant", "training"),
    [("ubatuba", False), ("treino", False), ("treino-ubatuba", False), ("treino.ubatuba.1", True)],
)
def test_tenant_is_of_training_by_its_name_alone(tenant: str, training: bool):
    assert is_training(tenant) == training


def test_subject_is_marked_once():
    marked = marked_subject("Processo recebido")
    assert marked == "Ambiente de treinamento — sem valor legal: Processo recebido"
    assert marked_subject(marked) == marked


def test_no_city_has_a_name_of_training():
    """What is in every key of a tenant cannot be changed by anybody, from the files of a city least of all."""
    assert not TENANT.fullmatch(f"{BEGINNING}ubatuba")
