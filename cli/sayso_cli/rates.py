"""Rates that an operator allows: ``attribution/vague-media=2%``."""

from __future__ import annotations

from collections.abc import Iterable

from sayso import Report, Severity


class Rates:
    """Which rules may fire on what share of the items, and how often they did.

    The findings of such a rule make no failure one by one: the rate decides.

    Args:
        given: ``RULE=SHARE`` each; a share is a percentage such as ``2%`` or a number from 0 to 1.

    Raises:
        ValueError: Saying what is wrong with one of them.
    """

    def __init__(self, given: Iterable[str]) -> None:
        self.allowed: dict[str, float] = {}
        for rule, most in map(_parsed, given):
            if rule in self.allowed:
                raise ValueError(f"--max-rate names {rule} twice; give it once")
            self.allowed[rule] = most
        self._flagged = dict.fromkeys(self.allowed, 0)
        self._looked = dict.fromkeys(self.allowed, 0)

    def add(self, report: Report) -> None:
        """Count the items of a report; what a rule did not look at is none of its items."""
        if not self.allowed:
            return
        for item in report.items:
            fired = {finding.rule for finding in item.findings}
            skipped = {skip.rule for skip in item.skips}
            for rule in self.allowed:
                self._flagged[rule] += rule in fired
                self._looked[rule] += rule not in skipped
        for item in report.across:
            for rule in self.allowed.keys() & {finding.rule for finding in item.findings}:
                self._flagged[rule] += 1

    def failures(self, report: Report, level: Severity) -> int:
        """How many findings of a report are at a severity or above, those of the rules with a rate left out."""
        findings = (finding for finding in report.findings if finding.rule not in self.allowed)
        return sum(finding.severity.rank >= level.rank for finding in findings)

    def exceeded(self) -> list[str]:
        """One line for each rule that fired on too many items."""
        lines = []
        for rule, most in self.allowed.items():
            flagged, looked = self._flagged[rule], self._looked[rule]
            if looked and flagged / looked > most:
                lines.append(f"{rule}: on {flagged} of {looked} items ({flagged / looked:.1%}); {most:.1%} are allowed")
        return lines


def _parsed(given: str) -> tuple[str, float]:
    rule, sign, share = given.partition("=")
    words = share.strip()
    try:
        most = float(words[:-1]) / 100 if words.endswith("%") else float(words)
    except ValueError:
        most = -1.0
    if not sign or not rule.strip() or not 0 <= most <= 1:
        raise ValueError(f"--max-rate takes RULE=SHARE such as attribution/vague-media=2%, not {given!r}")
    return rule.strip(), most
