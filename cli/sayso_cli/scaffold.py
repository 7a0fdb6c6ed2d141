"""New plugins: the files of a distribution, or of one more piece of a distribution that is there."""

from __future__ import annotations

import builtins
import keyword
import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import NamedTuple

from sayso import API, SaysoError, __version__

TEMPLATES = Path(__file__).parent / "templates"
KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
LONGEST = 30
#: The name of the rule, behind its family, that a list of words begins with; it stands in the templates too.
IN_LIST = "worn-words"
#: Names that the generated modules use for something else.
TAKEN = frozenset(
    "annotations plugin re json pytest rule word_rules refiner render recognised lines text english closing words item "
    "draft html hashlib reader date_in_form decode parse_json members word state story_of parts_of signed_by read "
    "authors check_reader check_examples check_exporter check_language engine_with assert_rule by_first_word "
    "check_format found line lines rows engine visible hookimpl requires_api cast".split()
)
#: What a reader may be of: what its distribution is called then, and what that needs of sayso beside its core.
OF = {
    "text": ("A reader of one outlet's items.", ""),
    "page": ("A reader of one outlet's pages.", "[html]"),
    "format": ("A reader of a format of its own.", ""),
}
#: Names of files that a list of words would be taken for something else by.
NO_LISTS = frozenset({"sayso", "pyproject"})
#: Names of sayso's own packages.
OURS = frozenset({"sayso-plugins", "sayso-cli", "sayso-schemas", "sayso-local"})


class NameRefusedError(SaysoError):
    """A name that no plugin can have, or a place that is taken."""


class Kind(NamedTuple):
    """A kind of thing that a plugin offers.

    Attributes:
        kinds: As in the name of its hook.
        type: What the hook hands over.
        words: What these are called.
        summary: Of a distribution with one.
    """

    kinds: str
    type: str
    words: str
    summary: str


KINDS = {
    "rule": Kind("rules", "Rule", "rules", "House rules."),
    "words": Kind("rules", "Rule", "rules", "Rules that are lists of words."),
    "reader": Kind("readers", "Reader", "readers", OF["text"][0]),
    "language": Kind("languages", "LanguagePack", "language packs", "The words of a language."),
    "exporter": Kind("exporters", "Exporter", "exporters", "An exporter."),
    "format": Kind("formats", "Format", "report formats", "A report format."),
    "profile": Kind("profiles", "Profile", "profiles", "A newsroom's profile."),
}


class Piece(NamedTuple):
    """One thing to write.

    Attributes:
        title: What it is called where sayso is used.
        name: Its name in Python, and that of its module.
        of: What a reader reads, one of :data:`OF`.
    """

    kind: str
    title: str
    name: str
    of: str = "text"

    @property
    def template(self) -> str:
        """The name of its templates, without their ends."""
        return self.kind if self.of == "text" else f"{self.kind}_{self.of}"

    @property
    def summary(self) -> str:
        """What a distribution is that begins with it."""
        return OF[self.of][0] if self.kind == "reader" else KINDS[self.kind].summary

    @property
    def needs(self) -> str:
        """The extra of sayso that it needs, in brackets; empty where it needs none."""
        return OF[self.of][1]

    @property
    def offers(self) -> str:
        """What the plugin is to offer by this, as its hook would name it."""
        return f"{self.title}/{IN_LIST}" if self.kind == "words" else self.title

    @property
    def offered(self) -> str:
        """How the list that the hook returns has it: a list of words is several rules."""
        return f"*{self.name}" if self.kind == "words" else self.name


class Distribution(NamedTuple):
    """A distribution of plugins, to be made or there already.

    Attributes:
        folder: Where its pyproject.toml is.
        entry: The name of its entry point.
        package: The package whose ``plugin`` module has the hooks.
        source: The folder of that package.
    """

    folder: Path
    entry: str
    package: str
    source: Path


def piece(kind: str, given: str, of: str = "text") -> Piece:
    """What is to be written, by its kind and its name.

    Raises:
        NameRefusedError: Saying what a name looks like.
    """
    if kind == "rule":
        family, slash, own = given.partition("/")
        if not (slash and KEBAB.fullmatch(family) and KEBAB.fullmatch(own)):
            raise NameRefusedError(f"a rule is named family/kebab-name, such as house/no-cant, not {given!r}")
        if len(family) > LONGEST:
            raise NameRefusedError(f"{family!r} is too long for a name; {LONGEST} letters are enough")
    elif kind == "language":
        if not re.fullmatch("[a-z]{2,3}", given, re.ASCII):
            raise NameRefusedError(f"a language is named by its code, such as fr, not {given!r}")
        own = f"words-{given}"
    elif kind == "words" and "/" in given:
        family = given.partition("/")[0]
        raise NameRefusedError(
            f"a list of words is named by its file, such as {family or 'house'}, not {given!r}; "
            "the families of its rules stand in the file, where they can be changed"
        )
    else:
        own = given
    return Piece(kind, given, _python(own, given), of)


def _python(own: str, given: str) -> str:
    name = own.replace("-", "_")
    if not KEBAB.fullmatch(own):
        raise NameRefusedError(
            f"a name is of small letters and digits, with hyphens between words, such as harbour-post, not {given!r}"
        )
    if len(own) > LONGEST:
        raise NameRefusedError(f"{own!r} is too long for a name; {LONGEST} letters are enough")
    if keyword.iskeyword(name) or hasattr(builtins, name) or name in TAKEN:
        raise NameRefusedError(f"{own!r} means something else in Python or in the files to be written; choose another")
    return name


def pieces(kind: str, given: str, of: str = "text") -> list[Piece]:
    """As :func:`piece`; a plugin begins with a reader and a rule."""
    if kind != "plugin":
        return [piece(kind, given, of)]
    return [piece("reader", given), piece("rule", f"{given}/no-praise")]


def found(folder: Path) -> Distribution | None:
    """The distribution that this folder is of; None where it is of none.

    Raises:
        NameRefusedError: If it cannot be added to.
    """
    places = (folder, *folder.absolute().parents)
    nearest = next((one for one in places if (one / "pyproject.toml").is_file()), folder)
    project = nearest / "pyproject.toml"
    try:
        about = tomllib.loads(project.read_text("utf-8"))["project"]
        own, entries = about.get("name") == "sayso", about["entry-points"]["sayso"]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError):
        return None
    if own and nearest != folder:
        return None
    if own:
        raise NameRefusedError(
            f"{project} is sayso's own: CONTRIBUTING.md says how to add to it; --into names a folder"
        )
    folder = nearest if nearest == folder else Path(os.path.relpath(nearest))
    for entry, value in entries.items() if isinstance(entries, Mapping) else ():
        package, _, module = str(value).partition(":")[0].strip().rpartition(".")
        for top in (folder / "src", folder):
            source = top.joinpath(*package.split("."))
            if package and module == "plugin" and (source / "plugin.py").is_file():
                return Distribution(folder, entry, package, source)
    raise NameRefusedError(f"{project}: no entry point under sayso leads to the module plugin of a package here")


def new(folder: Path, kind: str, given: str) -> Distribution:
    """A distribution to be made in a folder, named after what it begins with.

    Raises:
        NameRefusedError: If its name or its place is taken.
    """
    entry = {"rule": given.partition("/")[0], "language": f"language-{given}"}.get(kind, given)
    name = entry if entry.startswith("sayso-") else f"sayso-{entry}"
    if name in OURS or entry == "sayso":
        raise NameRefusedError(f"{name} is sayso's own; choose another name")
    place = folder / name
    if os.path.lexists(place):
        raise NameRefusedError(f"{place} is there already, and is left as it is; choose another name or --into")
    package = name.replace("-", "_")
    return Distribution(place, entry, package, place / "src" / package)


def files(dist: Distribution, made: list[Piece], summary: str) -> dict[Path, str]:
    """All files of a new distribution."""
    name = dist.folder.name
    common = {
        "distribution": name,
        "package": dist.package,
        "entry": dist.entry,
        "summary": summary,
        "version": __version__,
        "needs": max(one.needs for one in made),
        "api": str(API),
    }
    written = {
        dist.folder / path: _filled(template, common)
        for path, template in (
            ("pyproject.toml", "pyproject.toml"),
            ("README.md", "README.md"),
            ("LICENSE", "LICENSE"),
            (".gitignore", "gitignore"),
            (".pre-commit-config.yaml", "pre-commit-config.yaml"),
            (".github/workflows/ci.yml", "ci.yml"),
            ("tests/test_plugin.py", "test_plugin.py"),
        )
    }
    written[dist.source / "__init__.py"] = f'"""{summary}"""\n'
    written[dist.source / "py.typed"] = ""
    hooks = [hook_of(dist, one) for one in made]
    imports = ", ".join([*sorted(KINDS[one.kind].type for one in made), "hookimpl"])
    written[dist.source / "plugin.py"] = _filled(
        "plugin.py", {**common, "imports": imports, "hooks": "".join(hooks).rstrip("\n")}
    )
    for one in made:
        written.update(files_of(dist, one))
    return written


def files_of(dist: Distribution, one: Piece) -> dict[Path, str]:
    """The module of one piece, and its test; of a list of words the list too."""
    outlet = " ".join(word.capitalize() for word in one.title.split("-"))
    values = {"title": one.title, "name": one.name, "package": dist.package, "module": one.name, "outlet": outlet}
    written = {
        dist.source / f"{one.name}.py": _filled(f"{one.template}.py", values),
        dist.folder / "tests" / f"test_{one.name}.py": _filled(f"test_{one.template}.py", values),
    }
    if one.of == "page":
        written[dist.folder / "tests" / "samples" / f"{one.name}.html"] = _filled("reader_page.html", values)
    if one.kind == "words":
        written[dist.source / f"{one.name}.toml"] = words_alone(one)
    return written


def words_alone(one: Piece) -> str:
    """A list of words, which needs no distribution."""
    return _filled("words.toml", {"title": one.title})


def hook_of(dist: Distribution, one: Piece) -> str:
    """The hook that offers one piece, after two empty lines."""
    kind = KINDS[one.kind]
    names = {"module": one.name, "name": one.name, "offered": one.offered}
    return _filled("hook.py", {**kind._asdict(), "package": dist.package, **names})


def _filled(name: str, values: Mapping[str, str]) -> str:
    return Template((TEMPLATES / f"{name}.template").read_text("utf-8")).substitute(values)


def write(written: Mapping[Path, str]) -> None:
    """Write files that are not there yet, all or none.

    Raises:
        NameRefusedError: Naming one that is there.
        OSError: If one cannot be written.
    """
    for path in written:
        if os.path.lexists(path):
            raise NameRefusedError(f"{path} is there already, and is left as it is; choose another name")
    for path in written:
        path.parent.mkdir(parents=True, exist_ok=True)
    done: list[Path] = []
    try:
        for path, text in written.items():
            with path.open("x", encoding="utf-8", newline="\n") as file:
                done.append(path)
                file.write(text)
    except OSError:
        for path in done:
            path.unlink(missing_ok=True)
        raise
