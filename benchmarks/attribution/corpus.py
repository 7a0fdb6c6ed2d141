"""Annotated documents as values, from brat folders or from marked texts, for training and for scoring."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Spans = tuple[tuple[int, int], ...]


class Gold(NamedTuple):
    """One attribution as annotated."""

    source: Spans
    cue: Spans
    content: Spans
    cls: str
    mode: str
    speaker: str


class Doc(NamedTuple):
    """An annotated text; `claims` are the spans that need a source, with why."""

    id: str
    text: str
    gold: tuple[Gold, ...]
    claims: tuple[tuple[int, int, str], ...]


def is_training(identity: str) -> bool:
    """Whether one of our own items may be trained on: the even half, by the hash of its id."""
    return hashlib.sha256(identity.encode()).digest()[0] % 2 == 0


def read_brat(path: Path) -> tuple[tuple[Gold, ...], tuple[tuple[int, int, str], ...], str]:
    """The attributions, the claims and the hash of the text in one ``.ann`` file."""
    entities: dict[str, tuple[str, Spans]] = {}
    events: dict[str, dict[str, Spans]] = {}
    attributes: dict[tuple[str, str], str] = {}
    digest = ""
    for line in path.read_text("utf-8").splitlines():
        key, body, *rest = line.split("\t")
        if key.startswith("T"):
            kind, offsets = body.split(" ", 1)
            entities[key] = (kind, tuple((int(s), int(e)) for s, e in (part.split() for part in offsets.split(";"))))
        elif key.startswith("E"):
            events[key] = {entities[ref][0]: entities[ref][1] for _, ref in (arg.split(":") for arg in body.split())}
        elif key.startswith("A"):
            name, of, value = body.split(" ", 2)
            attributes[of, name] = value
        elif body.startswith("TextSha256"):
            digest = rest[0]
    gold = tuple(
        Gold(
            roles.get("Source", ()),
            roles.get("Cue", ()),
            roles.get("Content", ()),
            attributes[key, "Class"],
            attributes[key, "Mode"],
            attributes[key, "Speaker"],
        )
        for key, roles in events.items()
    )
    claims = tuple(
        (spans[0][0], spans[-1][1], attributes[key, "Why"])
        for key, (kind, spans) in entities.items()
        if kind == "Unsourced"
    )
    return gold, claims, digest


def read_folder(folder: Path, texts: Path | None = None, who: str = "a") -> Iterator[Doc]:
    """The documents of a brat folder, by id.

    Args:
        texts: Where the texts lie, if the folder has none; each must have the hash that its annotation names.

    Raises:
        ValueError: If a text is another than the one that was annotated.
    """
    for path in sorted((folder / "attributions").glob(f"*_{who}.ann")):
        identity = path.stem.rpartition("_")[0]
        gold, claims, digest = read_brat(path)
        with ((texts or folder / "text") / f"{identity}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            raise ValueError(f"{identity}: this is not the text that was annotated")
        yield Doc(identity, text, gold, claims)
