"""How right the readers of feeds are, beside feedparser alone, on the values that two suites of others expect.

    python benchmarks/feeds/score.py CORPUS [--errors] [--speed]

CORPUS holds ``feedparser/`` (one small feed a file, the expected values as an expression in the comment at its top) and
``gofeed/`` (feeds and normalised records in pairs). Of the expressions those parts count that ask for the value of a
field that we have a fact for. An entry without any words is no item, so that where a feed tests another field a
summary is put into its entries, and an entry into a feed that has none; both readers are given the same bytes.

A name, a title, an address or a date counts as right where it is the expected one; text by its words, markup aside; an
instant by its moment, and by the zone that was published, which only we claim to keep.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser

import sayso
import sayso_plugins.plugin
from sayso_plugins.readers.markup import shown

EXPECT = re.compile(rb"Expect:\s*(.*?)-->", re.DOTALL)
ENTRY = re.compile(rb"(<(item|entry)(?=[\s>]).*?)(</\2>)", re.DOTALL)
FILLER = {"item": b"<description>Words.</description>", "entry": b"<summary>Words.</summary>"}
FIELDS = (
    "title",
    "link",
    "author",
    "published",
    "updated",
    "text",
    "id",
    "language",
    "outlet",
    "source",
    "category",
)
#: Key of an entry as feedparser has it to our field.
KEYS = {
    "title": "title",
    "link": "link",
    "author": "author",
    "published": "published",
    "published_parsed": "published",
    "issued": "published",
    "updated": "updated",
    "updated_parsed": "updated",
    "modified": "updated",
    "description": "text",
    "summary": "text",
    "content": "text",
    "id": "id",
    "guid": "id",
    "language": "language",
    "source": "source",
    "tags": "category",
}


def filled(data: bytes) -> bytes:
    """A feed whose entries have words, and that has an entry."""
    if not re.search(rb"<(?:item|entry)[\s>/]", data):
        closing = next((one for one in (b"</channel>", b"</feed>") if one in data), None)
        if closing is None:
            return data
        name = "entry" if closing == b"</feed>" else "item"
        made = b"<%s>%s</%s>" % (name.encode(), FILLER[name], name.encode())
        at = data.rindex(closing)
        return data[:at] + made + data[at:]
    head, mark, given = data.rpartition(b"-->\n")
    return head + mark + ENTRY.sub(_with_words, given)


def _with_words(found: re.Match[bytes]) -> bytes:
    has = re.search(rb"<(?:\w+:)?(?:description|summary|content|encoded|body)[\s>/]", found[0])
    return found[0] if has else found[1] + FILLER[found[2].decode()] + found[3]


def words(value: Any) -> str:
    return " ".join(shown(str(value or "")).text.split())


def instant(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def expected_by_feedparser(expression: str) -> Iterator[tuple[int, str, Any]]:
    """Number of the entry, field and value of each comparison; -1 for the feed."""
    try:
        tree = ast.parse(expression, mode="eval").body
    except SyntaxError:
        return
    for one in tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]:
        if not (isinstance(one, ast.Compare) and isinstance(one.ops[0], ast.Eq)):
            continue
        try:
            value = ast.literal_eval(one.comparators[0])
        except ValueError:
            continue
        path: list[Any] = []
        node = one.left
        while isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            path.insert(0, node.slice.value)
            node = node.value
        if not (isinstance(node, ast.Name) and node.id in ("entries", "feed")):
            continue
        number = path.pop(0) if node.id == "entries" and path else -1
        if not path:
            continue
        key, rest = path[0], path[1:]
        if number == -1:
            field = {"title": "outlet", "language": "language"}.get(key) if not rest else None
        elif key == "author_detail" or key == "authors":
            field = "author" if rest[-1:] == ["name"] else None
        elif key == "content":
            field = "text" if rest == [0, "value"] else None
        elif key == "source":
            field = "source" if rest == ["title"] else None
        elif key == "tags":
            field = "category" if len(rest) == 2 and rest[1] in ("term", "label") else None
        else:
            field = KEYS.get(key) if not rest else None
        if field and value not in (None, ""):
            yield max(number, 0), field, value


def expected_by_gofeed(record: dict[str, Any]) -> Iterator[tuple[int, str, Any]]:
    for field, key in (("outlet", "title"), ("language", "language")):
        if record.get(key):
            yield 0, field, record[key]
    for number, item in enumerate(record.get("items") or ()):
        for field, key in (
            ("title", "title"),
            ("link", "link"),
            ("published", "published"),
            ("updated", "updated"),
            ("id", "guid"),
        ):
            if item.get(key):
                yield number, field, item[key]
        for author in item.get("authors") or ():
            if author.get("name"):
                yield number, "author", author["name"]
        for category in item.get("categories") or ():
            yield number, "category", category
        if item.get("content") or item.get("description"):
            yield number, "text", item.get("content") or item["description"]


def ours(data: bytes, name: str, engine: sayso.Engine) -> list[dict[str, list[str]]]:
    """Of each entry the values of each field, the first of them ours."""
    found = []
    for record in engine.normalize_many(sayso.Document.from_bytes(data, path=name)):
        if isinstance(record, sayso.Failure):
            found.append({})
            continue
        one: dict[str, list[str]] = {
            "text": [record.text, record.extra.get("summary", "")],
            "id": [record.id],
            "category": list(record.extra.get("categories", ())),
            "source": [fact.value.name for fact in record.info_sources if fact.value],
        }
        for field, fact in (
            ("title", record.headline),
            ("link", record.uri),
            ("language", record.language),
            ("outlet", record.outlet),
            ("author", record.author),
            ("published", record.date_published),
            ("updated", record.date_modified),
        ):
            values: list[str] = []
            for each in (fact, *fact.alternatives):
                if each.status is sayso.Status.INFERRED or each.value is None:
                    continue
                if field == "author":
                    values += [agent.name for agent in each.value]
                elif field in ("published", "updated"):
                    values += [each.value.raw, each.value.value]
                else:
                    values.append(getattr(each.value, "name", each.value))
            one[field] = values
        found.append(one)
    return found


def theirs(data: bytes) -> list[dict[str, list[str]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = feedparser.parse(data)
    found = []
    for entry in parsed.entries:
        one = {
            "text": [c.get("value", "") for c in entry.get("content", ())] + [entry.get("summary", "")],
            "author": [a.get("name", "") for a in entry.get("authors", ())] + [entry.get("author", "")],
            "source": [entry.get("source", {}).get("title", "")],
            "category": [tag.get("label") or tag.get("term") or "" for tag in entry.get("tags", ())]
            + [tag.get("term") or "" for tag in entry.get("tags", ())],
            "outlet": [parsed.feed.get("title", "")],
            "language": [entry.get("language", ""), parsed.feed.get("language", "")]
            + [c.get("language") or "" for c in entry.get("content", ())],
        }
        for field in ("title", "link", "id"):
            one[field] = [entry.get(field, "")]
        for field in ("published", "updated"):
            one[field] = [dict.get(entry, field) or ""]
            moment = dict.get(entry, f"{field}_parsed")
            if moment:
                one[field].append(datetime(*moment[:6], tzinfo=UTC).isoformat())
        found.append(one)
    return found


def right(field: str, value: Any, found: list[str]) -> bool:
    if field in ("published", "updated"):
        if isinstance(value, tuple):
            wanted: datetime | None = datetime(*value[:6], tzinfo=UTC)
        else:
            wanted = instant(str(value))
        return any(
            one == value or (wanted is not None and (moment := instant(one)) is not None and moment == wanted)
            for one in found
            if one
        )
    if field in ("text", "title", "outlet", "category", "source"):
        return any(words(value) in (" ".join(one.split()), words(one)) for one in found if one)
    if field == "author":
        value = re.sub(r"\s*\([^()]*@[^()]*\)\Z", "", str(value))
        found = [re.sub(r"\s*\([^()]*@[^()]*\)\Z", "", one) for one in found if one]
    return any(one.strip() == str(value).strip() for one in found if one)


def cases(corpus: Path) -> Iterator[tuple[str, bytes, list[tuple[int, str, Any]]]]:
    for path in sorted((corpus / "feedparser").rglob("*.xml")):
        if path.parent.name == "http" or path.name.startswith("http_"):
            continue  # about headers of an answer
        data = path.read_bytes()
        found = EXPECT.search(data)
        if found:
            wanted = list(expected_by_feedparser(found[1].decode("utf-8", "replace").strip()))
            yield f"feedparser/{path.parent.name}/{path.name}", filled(data), wanted
    for path in sorted((corpus / "gofeed").rglob("*.xml")):
        pair = path.with_suffix(".json")
        if pair.is_file():
            record = json.loads(pair.read_text(encoding="utf-8"))
            yield f"gofeed/{path.name}", filled(path.read_bytes()), list(expected_by_gofeed(record))


def speed(engine: sayso.Engine) -> None:
    entry = (
        "<item><title>Mill {0} closes</title><link>https://post.example/{0}</link><dc:creator>Ana Ruiz</dc:creator>"
        "<pubDate>Mon, 04 May 2026 09:30:00 +0200</pubDate><description>&lt;p&gt;The mill closed, the council said."
        "&lt;/p&gt;</description></item>"
    )
    head = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example Post</title>'
    data = f"{head}{''.join(entry.format(number) for number in range(3000))}</channel></rss>".encode()
    from sayso_plugins.readers.feeds.tree import decoded, filled, parsed

    started = time.process_time()
    text = decoded(data, None)
    for _ in filled(parsed(text), text):
        pass
    tree = time.process_time() - started
    started = time.process_time()
    count = sum(1 for _ in engine.items(sayso.Document.from_bytes(data, path="a.rss")))
    whole = time.process_time() - started
    started = time.process_time()
    feedparser.parse(data)
    other = time.process_time() - started
    print(f"\n{count} entries: tree {tree:.2f} s, drafts and records {whole:.2f} s; feedparser alone {other:.2f} s")


def main() -> None:
    corpus = Path(sys.argv[1])
    engine = sayso.Engine(plugins=[sayso_plugins.plugin])
    asked: Counter[str] = Counter()
    good: Counter[tuple[str, str]] = Counter()
    errors = []
    for name, data, wanted in cases(corpus):
        if not wanted:
            continue
        mine, other = ours(data, "feed.rss", engine), theirs(data)
        for number, field, value in wanted:
            if field == "text" and not words(value):
                continue  # a drawing or a picture, and no words
            asked[field] += 1
            verdict = []
            for who, found in (("sayso", mine), ("feedparser", other)):
                ok = number < len(found) and right(field, value, found[number].get(field, []))
                good[who, field] += ok
                verdict.append(ok)
            if not verdict[0]:
                got = mine[number].get(field) if number < len(mine) else "no entry"
                errors.append(f"{name}: {field}: {str(value)[:70]!r}, not {str(got)[:90]!r}, feedparser {verdict[1]}")
    print(f"{'field':<12}{'asked':>6}{'sayso':>8}{'feedparser':>12}")
    for field in FIELDS:
        if asked[field]:
            print(f"{field:<12}{asked[field]:>6}{good['sayso', field]:>8}{good['feedparser', field]:>12}")
    total = [sum(n for (who, _), n in good.items() if who == one) for one in ("sayso", "feedparser")]
    print(f"{'all':<12}{sum(asked.values()):>6}{total[0]:>8}{total[1]:>12}")
    if "--errors" in sys.argv:
        print("\n".join(errors))
    if "--speed" in sys.argv:
        speed(engine)


if __name__ == "__main__":
    main()
