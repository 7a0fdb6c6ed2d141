"""The hooks of sayso-velland-transport. They import late, so that listing plugins stays quick."""

from __future__ import annotations

from collections.abc import Iterable

from sayso import Reader, hookimpl

requires_api = 1


@hookimpl
def sayso_readers() -> Iterable[Reader]:
    """Offer the readers."""
    from sayso_velland_transport.velland_transport import velland_transport

    return [velland_transport]
