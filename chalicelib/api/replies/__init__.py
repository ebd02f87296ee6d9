"""What the API answers, as types, one module per area: they feed ``openapi.json`` and cost nothing at run time."""

from .authoring import *  # noqa: F403
from .blocks import *  # noqa: F403
from .certificates import *  # noqa: F403
from .certifying import *  # noqa: F403
from .desk import *  # noqa: F403
from .directory import *  # noqa: F403
from .document_life import *  # noqa: F403
from .document_text import *  # noqa: F403
from .documents import *  # noqa: F403
from .file_texts import *  # noqa: F403
from .flows import *  # noqa: F403
from .follow_ups import *  # noqa: F403
from .inbox import *  # noqa: F403
from .jobs import *  # noqa: F403
from .named import *  # noqa: F403
from .panel import *  # noqa: F403
from .problems import *  # noqa: F403
from .processes import *  # noqa: F403
from .public import *  # noqa: F403
from .redaction import *  # noqa: F403
from .returns import *  # noqa: F403
from .routing_path import *  # noqa: F403
from .sending_groups import *  # noqa: F403
from .session import *  # noqa: F403
from .ties import *  # noqa: F403
from .type_numbering import *  # noqa: F403
