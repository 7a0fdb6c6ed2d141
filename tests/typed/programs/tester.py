"""What a plugin author tests with, in the strictest mode."""

from __future__ import annotations

from typing import assert_type

from hypothesis import given

from sayso import Engine, Item, Reader, Record, Rule, Span
from sayso.testing import Check, assert_rule, check_examples, check_reader, engine_with, json_at
from sayso.testing.strategies import items, records, spans


def try_rule(rule: Rule) -> None:
    """Use the kit for rules."""
    check_examples(rule)
    assert_rule(rule, "A mill.", item={"outlet": "Example Post"}, on_item=1, beside=[{"text": "Another."}])


def try_reader(reader: Reader) -> None:
    """Use the kit for readers."""
    check_reader(reader, [b"bytes", {"text": "The mill closed."}], at=json_at)
    assert_type(engine_with(reader, bundled=["readers"]), Engine)


@given(items(), records(), spans("The mill"))
def try_laws(item: Item, record: Record, span: Span) -> None:
    """Use the strategies."""
    assert_type(item.record, Record)
    assert span.of("The mill")


assert_type(Check("it holds").problems, tuple[str, ...])
