"""What the operator handed over to check against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.frozen import frozen

if TYPE_CHECKING:
    from sayso.outside.evidence import Evidence
    from sayso.outside.register import Register


@frozen
class Outside:
    """Facts from outside the item. They come from the operator's files, and never from a network.

    Attributes:
        evidence: The documents that items cite; None where none were handed over.
        register: What is known of organisations; None where none was handed over.
    """

    evidence: Evidence | None = None
    register: Register | None = None


#: Nothing was handed over.
NOTHING = Outside()
