"""The catalogue of facts a process remembers (features.md §1.5), one module per area, and the chain that binds them."""

from .authentication import *  # noqa: F403
from .blocks import *  # noqa: F403
from .chain import FACTS as FACTS
from .chain import GENESIS as GENESIS
from .chain import Entry as Entry
from .chain import canonical as canonical
from .chain import chain as chain
from .chain import erased as erased
from .chain import read as read
from .credentials import *  # noqa: F403
from .document_life import *  # noqa: F403
from .documents import *  # noqa: F403
from .duplicates import *  # noqa: F403
from .erasure import *  # noqa: F403
from .fact import LEVEL_NAMES as LEVEL_NAMES
from .fact import Fact as Fact
from .flows import *  # noqa: F403
from .processes import *  # noqa: F403
from .redaction import *  # noqa: F403
from .routing import *  # noqa: F403
from .ties import *  # noqa: F403
from .work_plan import *  # noqa: F403
