"""The bundled report formats. They yield text and print nothing."""

from __future__ import annotations

from sayso import Format


def formats() -> list[Format]:
    """All bundled formats."""
    from sayso_plugins.formats.concise import CONCISE
    from sayso_plugins.formats.github import GITHUB, MARKDOWN
    from sayso_plugins.formats.gitlab import GITLAB
    from sayso_plugins.formats.html.format import HTML
    from sayso_plugins.formats.json_report import JSON, JSONL
    from sayso_plugins.formats.junit import JUNIT
    from sayso_plugins.formats.sarif import SARIF
    from sayso_plugins.formats.statistics import STATISTICS
    from sayso_plugins.formats.text import TEXT

    return [TEXT, CONCISE, JSON, JSONL, STATISTICS, SARIF, JUNIT, GITHUB, GITLAB, MARKDOWN, HTML]
