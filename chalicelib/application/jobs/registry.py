"""Every kind of job, by the name kept in the job: one row each."""

from chalicelib.application.administration.copy_unit_grants import KIND as UNIT_GRANTS
from chalicelib.application.administration.copy_unit_grants import unit_grants_kind
from chalicelib.application.bulk.acts import bulk_kind
from chalicelib.application.bulk.document_acts import KIND as BULK_DOCUMENTS
from chalicelib.application.bulk.document_acts import bulk_documents_kind
from chalicelib.application.circulars.mail_block import KIND as BLOCK_MAIL
from chalicelib.application.circulars.mail_block import block_mail_kind
from chalicelib.application.circulars.order_circular import KIND as CIRCULAR
from chalicelib.application.circulars.order_circular import circular_kind
from chalicelib.application.copies.assemble import assemble_copy
from chalicelib.application.copies.ports import Workshop
from chalicelib.application.copies.prepare import prepare_document
from chalicelib.application.duplicating.copy_item import copy_item
from chalicelib.application.duplicating.duplicate import KIND as DUPLICATE
from chalicelib.application.duplicating.finish import finish_duplicate
from chalicelib.application.erasure.kind import KIND as ERASURE
from chalicelib.application.erasure.kind import erasure_kind
from chalicelib.application.erasure.leaver_kind import KIND as LEAVER_ERASURE
from chalicelib.application.erasure.leaver_kind import leaver_kind
from chalicelib.application.mail_merge.order_merge import KIND as MAIL_MERGE
from chalicelib.application.mail_merge.order_merge import merge_kind
from chalicelib.application.redaction.ask import KIND as REDACTION
from chalicelib.application.redaction.make import Typeset, redact_document
from chalicelib.application.redaction.ports import Concealer
from chalicelib.application.spreadsheets.order_import import KIND as IMPORT
from chalicelib.application.spreadsheets.order_import import import_kind
from chalicelib.domain.copying import CopyFormat

from .kinds import Kind, Kinds


def job_kinds(workshop: Workshop, typeset: Typeset, concealer: Concealer) -> Kinds:
    """``workshop`` puts together what the ends of some kinds make; the others draw copies with concealed passages."""
    return {
        "bulk": bulk_kind(),
        BULK_DOCUMENTS: bulk_documents_kind(),
        BLOCK_MAIL: block_mail_kind(),
        CIRCULAR: circular_kind(),
        ERASURE: erasure_kind(),
        DUPLICATE: Kind(copy_item, finish_duplicate),
        IMPORT: import_kind(),
        LEAVER_ERASURE: leaver_kind(),
        MAIL_MERGE: merge_kind(),
        "process_pdf": Kind(prepare_document(CopyFormat.PDF), assemble_copy(CopyFormat.PDF, workshop)),
        "process_zip": Kind(prepare_document(CopyFormat.ZIP), assemble_copy(CopyFormat.ZIP, workshop)),
        UNIT_GRANTS: unit_grants_kind(),
        REDACTION: Kind(redact_document(typeset, concealer)),
    }
