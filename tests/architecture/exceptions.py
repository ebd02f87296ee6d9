"""Where the structure departs from its own rules, and why. A row that is no longer needed fails."""

#: Modules of the application that hold what several use cases share; all others hold one use case each.
SHARED = {
    "administration.guarding": "what units and agencies in use forbid",
    "administration.keeping": "what every act on an entry of a catalogue shares",
    "administration.naming": "what the entries of other tables are called",
    "administration.acting": "what every act on a user shares",
    "checklists.checking": "what every act on a checklist shares",
    "bulk.acts": "what is done to each process of a bulk job, a row per act",
    "bulk.document_acts": "what is done to each document of a bulk job, a row per act",
    "confidential.row": "the line that the transaction writes and the lists of credentials read",
    "holdings.acting": "the password and the reach that both acts on holdings share",
    "credentials.holder": "somebody in a unit, as the forms of credentials name them",
    "blocks.acting": "what every act on a block shares",
    "blocks.grouping": "how a block enters and leaves groups",
    "blocks.row": "the line that the transaction writes and the list of blocks reads",
    "password.ordering": "what every order of a link to make a password has in common",
    "mailing.automatic": "e-mails that other acts write with the city's words",
    "session.one_time_code": "one try of a code, at the door and in any act",
    "second_factor.standing": "how a second factor stands, for its owner and for the administrator",
    "organisation.colleague": "somebody of the unit, as several forms name them",
    "organisation.named_units": "the units a form names, checked",
    "arrangement.arranging": "what every change of a unit's arrangement shares",
    "authorisation": "what the policy asks about, from what was loaded",
    "conducting.notices": "how any notice is given once",
    "session.reauthentication": "the step of proving oneself again, for whatever asks for it",
    "conducting.settling": "how whoever keeps a projection gives way to another who does the same",
    "conducting.plan": "what a routing waits for, asked by every act of conducting",
    "conducting.flow_plan": "what a step of a flow waits for, asked by every act of conducting",
    "flows.acting": "what every act on a process's flow shares",
    "flows.grounding": "what is signed and what forms say, as the acts of a flow ask about it",
    "desk.organising": "what every act of organisation shares",
    "authenticity.confirming": "what anybody is told of an authentic document, however it was found",
    "extraction.steps": "what the steps of an extraction share",
    "documents.freezing": "what is signed becomes bytes under lock, and is read back from them",
    "certificates.acting": "what beginning and finishing a signature by certificate share",
    "session.oidc_providers": "who may vouch and where they send people back to, asked by each step",
    "govbr.terms": "whether the city agreed with gov.br, asked by each step",
    "documents.signing_terms": "titles and levels, asked by each way of signing",
    "documents.signing_by_password": "the step that signing and authenticating have in common",
    "documents.acting": "what the acts that leave a document's text alone share",
    "comments.acting": "what changing and removing a comment share",
    "comments.reading": "whose comments somebody may read",
    "documents.metadata": "the fields of document forms, checked",
    "documents.numbering": "numbers of new documents",
    "documents.model_text": "the text that other documents begin with, by its number",
    "blocks.new_documents": "documents put into a block as they are written, and what is asked before",
    "mail_merge.examine": "each row of a sheet looked at, for the report and for the order",
    "documents.cited": "what has a cited number today, as far as somebody may see it",
    "documents.images": "pictures of a text, as saving and creating take them",
    "documents.rendition": "a document as the renderer takes it",
    "standard_texts.form": "the screen of a standard text, checked and stored",
    "documents.text": "texts stored and their variables resolved",
    "inbox.row": "the row that the transaction writes and the inbox reads",
    "redaction.certifying": "the law and the certificate, asked about when the copy is asked for and when it is made",
    "redaction.signed_text": "the text as it is marked and shown, asked for by each step of concealing",
    "jobs.registry": "the list of what jobs there are",
    "jobs.acting": "whose job it is and who acts in it",
    "jobs.begin": "how every act that starts a job starts it",
    "shelf": "how every act on what a unit keeps as one aggregate is done",
    "sending_groups.keeping": "what every change of sending groups shares",
    "processes.acting": "what every act on a process shares",
    "processes.pairing": "what every act over two processes shares",
    "processes.possible": "what the process page may offer",
    "processes.registration": "the fields of the process form, checked",
    "processes.protocol_number": "the next number of a unit, for every act that starts a process",
    "processes.whole_tree": "every document of a process, for acts on all of them",
    "routing.due": "a due date from what was asked",
    "routing.return_acts": "what the acts on a return request share",
    "type_numbering.which": "which sequence of a type is meant",
    "transaction": "the unit of work every write runs in",
}

#: Use case modules with more than one public function: those beside the use case.
BESIDE = {
    "blocks.read": {"block_lines"},
    "correspondence.prepare": {"most_megabytes"},
    "conducting.advance_routings": {"reopening_instant", "scheduled_reopenings"},
    "conducting.count_statistics": {"share"},
    "flows.publish": {"checked_flow"},
    "flows.start": {"follow_from_the_start", "known"},
    "documents.answer_form": {"form_of_document"},
    "documents.create": {"check_room"},
    "mail_merge.order_merge": {"merge_kind"},
    "circulars.order_circular": {"circular_kind"},
    "circulars.mail_block": {"block_mail_kind"},
    "documents.pdf": {"current", "render_document"},
    "documents.read": {"list_versions", "read_version", "seen_by"},
    "documents.save": {"write_saved"},
    "inbox.read": {"row_resource"},
    "documents.sign": {"certificate_of", "signatures"},
    "govbr.authorise": {"redirect"},
    "inbox.export": {"harmless"},
    "organisation.units": {"folded"},
    "processes.export": {"export_chain"},
    "processes.see": {"visible_documents", "visible_process"},
}

#: Of those, the ones that are use cases themselves: one screen reads a document, its versions and one of them.
USE_CASES_BESIDE = {"list_versions", "read_version", "render_document"}

#: Files longer than 300 lines. None may pass 400 but those that only enumerate.
LONG_FILES = {
    "tests/sweep/places.py": "a place for every route of the sweep, one line each",
    "chalicelib/application/references.py": "what may be loaded, one small value per kind of thing",
    "chalicelib/adapters/dynamodb/records.py": "where each kind of thing is and what it is read as, a line each",
    "chalicelib/application/ports.py": "everything outside, one signature after the other",
    "tests/fakes/memory.py": "every write of the tables, once, in memory",
    "chalicelib/domain/policy_rules.py": "every act with its conditions, one after the other; it only enumerates",
    "chalicelib/domain/policy_conditions.py": "every condition of the policy; it only enumerates",
    "chalicelib/adapters/dynamodb/keys.py": "every key of every table, the one place that knows the separator",
    "web/src/routes.tsx": "every address of the site, one route each",
    "web/src/api/types.ts": "the types of the API as the pages use them; it only enumerates",
}
ENUMERATIONS: set[str] = {
    "chalicelib/adapters/dynamodb/keys.py",
}

#: Functions longer than 40 lines. None may pass 60 but those named in TABLES.
LONG_FUNCTIONS = {
    "tests/infra/privileges.py:_storage": "what can be asked of a bucket, an act a line",
    "benchmarks/__main__.py:written": "the page of results, from its first line to its last",
    "chalicelib/adapters/dynamodb/records.py:address": "where each kind of thing is, a case a line",
    "chalicelib/application/documents/create.py:create_draft": "the new document, one field a line",
    "chalicelib/application/documents/file.py:file_document": "the new document, one field a line",
    "chalicelib/domain/document.py:save": "two replacements, one field a line",
    "chalicelib/settings.py:read_settings": "the settings, one variable a line",
    "infra/consumers.py:resources": "four resources of a template",
    "infra/local/emulator.py:start_emulator": "start, wait, hand over, stop: read from top to bottom",
    "tests/infra/privileges.py:_engines": "one call of each engine, a line or two each",
    "infra/local/seed.py:catalogue_rows": "one catalogue after the other",
}
TABLES = {"infra/local/seed.py:catalogue_rows"}

#: Who may read the environment besides ``chalicelib/settings.py``.
ENVIRONMENT = {
    "chalicelib/adapters/confined/waiting.py": "hands the search paths on to a child without credentials",
}
