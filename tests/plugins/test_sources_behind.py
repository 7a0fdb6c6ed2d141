"""Claims whose source stands behind them: who takes people to hospital tells that they were taken there."""

from __future__ import annotations

import pytest

from support import engine, findings

RULE = "attribution/unattributed-contestable-claim"


def found(text):
    """The claims without a source."""
    return findings(engine().check({"text": f"The town met on Monday.\n\n{text}", "language": "en"}), RULE)


@pytest.mark.parametrize(
    "behind",
    [
        "Jo Berg, of the fire service, said it was out by noon.",
        "The ambulance service said it was called at noon.",
        "Police said the road was shut.",
    ],
)
def test_those_who_took_them_there_speak_behind(behind):
    """A rescuer's sentence directly behind is the source of who was taken to hospital."""
    assert found(f"Nine people were taken to hospital. {behind}") == []


@pytest.mark.parametrize(
    "behind",
    [
        " Jo Berg, the mayor, said the fair was off.",
        " The fire was seen by many.",
        "\n\nPolice said the road was shut.",
    ],
)
def test_anybody_else_is_no_source(behind):
    """Neither somebody else, nor a sentence that nobody says, nor one of another paragraph."""
    assert found(f"Nine people were taken to hospital.{behind}") == [("Nine people were taken to hospital.",)]
