"""The bundled exporters: records in the standards of others, one module each."""

from __future__ import annotations

from sayso import Exporter


def exporters() -> list[Exporter]:
    """All bundled exporters. They are imported here and not above, so that listing plugins stays quick."""
    from sayso_plugins.exporters.in_toto import IN_TOTO
    from sayso_plugins.exporters.ninjs import NINJS
    from sayso_plugins.exporters.prov_json import PROV_JSON
    from sayso_plugins.exporters.schema_org import SCHEMA_ORG
    from sayso_plugins.exporters.summary import SUMMARY
    from sayso_plugins.exporters.web_annotation import WEB_ANNOTATION

    return [SCHEMA_ORG, NINJS, PROV_JSON, WEB_ANNOTATION, IN_TOTO, SUMMARY]
