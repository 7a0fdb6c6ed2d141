"""What ``sayso new`` writes works at once: it installs, its tests pass, and so do the linter and the type checker."""

from __future__ import annotations

import ast
import builtins
import importlib.util
import keyword
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from sayso_cli import scaffold
from sayso_cli.registering import registered
from wheels import SAYSO, built, installed
from wheels import run as run_installed

KINDS = {
    "plugin": "harbour-post",
    "reader": "hallin-times",
    "rule": "house/no-cant",
    "language": "eo",
    "exporter": "who-said",
    "format": "in-tabs",
    "profile": "our-desk",
}
#: As long as a name may be, so that no line of a template becomes too long with it.
LONG = "abcdefghijklmnop-qrstuvwxyz-ab"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """One distribution with all that can be added to one, under long names and short ones."""
    from sayso_cli.commands.new import new

    top = tmp_path_factory.mktemp("everything")
    new("plugin", LONG, str(top))
    (folder,) = top.iterdir()
    for kind, name in list(KINDS.items())[1:]:
        new(kind, name, str(folder))
    new("rule", f"{LONG}/b{LONG[1:]}", str(folder))
    new("words", "house-words", str(folder))
    new("words", f"d{LONG[1:]}", str(folder))
    for kind, first in (("exporter", "c"), ("format", "e"), ("profile", "f")):
        new(kind, f"{first}{LONG[1:]}", str(folder))
    return folder


@pytest.fixture(scope="module")
def readers(tmp_path_factory):
    """One distribution with a reader of pages and one of a format, under long names."""
    from sayso_cli.commands.new import new

    top = tmp_path_factory.mktemp("readers")
    new("reader", LONG, str(top), "page")
    (folder,) = top.iterdir()
    new("reader", f"b{LONG[1:]}", str(folder), "format")
    return folder


def tool(name: str, *arguments: str, folder: Path) -> None:
    """Run a tool in a folder, without the settings of this project; it must find nothing."""
    command = [sys.executable, "-m", name, *arguments]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def passed(folders: list[Path], settings: list[str]) -> str:
    """Run the tests of distributions, as if they were installed; gives what pytest says at the end."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([*(str(one / "src") for one in folders), os.environ.get("PYTHONPATH", "")]),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    command = [sys.executable, "-m", "pytest", "-q", "-p", "sayso.testing.pytest_plugin", "-p", "no:cacheprovider"]
    ran = subprocess.run(
        [*command, *settings], cwd=folders[0], env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_below_the_folder_of_a_distribution_is_in_it(run, here, monkeypatch):
    """Pieces are added from any folder of it, and what is begun there is a distribution of its own."""
    run("new", "reader", "harbour")
    monkeypatch.chdir(here / "sayso-harbour" / "tests")
    ran = run("new", "rule", "house/no-cant")
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[0] == f"wrote {Path('..', 'src', 'sayso_harbour', 'no_cant.py')}"
    assert (here / "sayso-harbour" / "tests" / "test_no_cant.py").is_file()
    assert run("new", "plugin", "port").code == 0
    assert (here / "sayso-harbour" / "tests" / "sayso-port" / "pyproject.toml").is_file()


def test_saysos_own_project_is_no_plugin(run, here):
    """Rules of sayso's own have another shape; below it, as in its examples, a plugin can be begun."""
    shutil.copy(Path(__file__).parents[2] / "pyproject.toml", here)
    ran = run("new", "rule", "house/no-cant")
    assert (ran.code, "CONTRIBUTING.md says how to add to it" in ran.err) == (2, True)
    (here / "examples").mkdir()
    assert run("new", "rule", "house/no-cant", "--into", "examples").code == 0
    assert (here / "examples" / "sayso-house" / "pyproject.toml").is_file()


@pytest.mark.parametrize("of", ["page", "format"])
def test_a_reader_of_pages_or_of_a_format_is_a_distribution_that_works(run, here, of):
    """It has its sample, says what it needs, passes its tests, and what it was written for is read at once."""
    if of == "page":
        pytest.importorskip("selectolax")
    ran = run("new", "reader", "hallin-times", "--of", of)
    assert ran.code == 0, ran.err
    folder = here / "sayso-hallin-times"
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["dependencies"][0].startswith("sayso[html]>=" if of == "page" else "sayso>=")
    assert project["description"] == scaffold.OF[of][0]
    assert (folder / "tests" / "samples" / "hallin_times.html").is_file() == (of == "page")
    assert "5 passed" in passed([folder], [])


def test_what_a_reader_is_of_is_asked_of_readers_alone(run, here):
    """An unknown word, and a rule of pages, are refused; a distribution that lacks what pages need is told."""
    assert "a reader is of text, page, format" in run("new", "reader", "port", "--of", "feed").err
    assert "is for readers" in run("new", "rule", "house/no-cant", "--of", "page").err
    assert list(here.iterdir()) == []
    run("new", "reader", "harbour")
    assert "it needs sayso[html]" in run("new", "reader", "port", "--of", "page", "--into", here / "sayso-harbour").out
    with_it = here / "sayso-harbour" / "pyproject.toml"
    with_it.write_text(with_it.read_text("utf-8").replace('"sayso>=', '"sayso[html]>='), "utf-8")
    assert "it needs" not in run("new", "reader", "quay", "--of", "page", "--into", here / "sayso-harbour").out


def test_each_kind_is_a_distribution_whose_tests_pass(run, here):
    """Every kind begins one, with all files, an entry point that leads to its hooks, and examples that are tests."""
    for kind, name in KINDS.items():
        ran = run("new", kind, name)
        assert ran.code == 0, ran.err
    folders = sorted(here.iterdir())
    names = ["sayso-hallin-times", "sayso-harbour-post", "sayso-house"]
    names = sorted([*names, "sayso-in-tabs", "sayso-language-eo", "sayso-our-desk", "sayso-who-said"])
    assert [one.name for one in folders] == names
    plugins = []
    for folder in folders:
        project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))
        (module,) = project["project"]["entry-points"]["sayso"].values()
        plugins.append(module)
        assert (folder / "src" / module.partition(".")[0] / "py.typed").is_file()
        assert project["tool"]["pytest"]["ini_options"]["sayso_plugins"] == [module]
        for file in ("README.md", "LICENSE", ".gitignore", ".pre-commit-config.yaml", ".github/workflows/ci.yml"):
            assert "$" not in (folder / file).read_text("utf-8").replace("${{ matrix.python }}", "")
    said = passed(
        folders,
        [
            *("-o", f"sayso_plugins={chr(10).join(plugins)}", "-c", os.devnull, "--rootdir", str(here)),
            *("--import-mode=importlib", *(str(one / "tests") for one in folders)),
        ],
    )
    # Of plugins, of offers two each, of the profile one, of each rule three and its examples.
    assert f"{7 + 2 * 5 + 1 + 6 * 2} passed" in said


def test_in_its_folder_pieces_are_added_and_all_tests_pass(everything):
    """Each piece more is a file, its tests and a place in the hooks; the tests of the distribution pass."""
    plugin = next(everything.glob("src/*/plugin.py")).read_text("utf-8")
    returned = {
        node.name: ast.unparse(node.body[-1]) for node in ast.parse(plugin).body if isinstance(node, ast.FunctionDef)
    }
    own = LONG.replace("-", "_")
    assert returned == {
        "sayso_readers": f"return [{own}, hallin_times]",
        "sayso_rules": f"return [no_praise, no_cant, b{own[1:]}, *house_words, *d{own[1:]}]",
        "sayso_languages": "return [words_eo]",
        "sayso_exporters": f"return [who_said, c{own[1:]}]",
        "sayso_formats": f"return [in_tabs, e{own[1:]}]",
        "sayso_profiles": f"return [our_desk, f{own[1:]}]",
    }
    said = passed([everything], ["--strict-config", "--strict-markers"])
    # Of each list two tests and three examples.
    assert f"{1 + 2 * 7 + 2 + 6 * 3 + 5 * 2} passed" in said


def test_readers_of_pages_and_formats_pass_their_tests(readers):
    """Under long names too, beside each other in one distribution."""
    pytest.importorskip("selectolax")
    assert f"{1 + 4 * 2} passed" in passed([readers], ["--strict-config", "--strict-markers"])


@pytest.mark.parametrize("of", ["everything", "readers"])
def test_the_linter_finds_nothing(of, request):
    """Ruff has nothing to say, nor to write otherwise, with the settings that were written."""
    if importlib.util.find_spec("ruff") is None:
        pytest.skip("ruff is not installed")
    folder = request.getfixturevalue(of)
    tool("ruff", "check", "--no-cache", ".", folder=folder)
    tool("ruff", "format", "--no-cache", "--check", ".", folder=folder)


@pytest.mark.parametrize("of", ["everything", "readers"])
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_the_type_checkers_find_nothing(of, checker, request, tmp_path):
    """Mypy in strict mode and pyright pass the package and its tests, with the settings that were written."""
    if importlib.util.find_spec(checker) is None:
        pytest.skip(f"{checker} is not installed")
    options = ("--cache-dir", str(tmp_path)) if checker == "mypy" else ("--pythonpath", sys.executable)
    tool(checker, *options, folder=request.getfixturevalue(of))


def test_no_name_is_bound_twice_in_what_is_written(everything, readers):
    """What the written modules import or define at their top is no name that a piece could have."""
    bound = set()
    for path in [*everything.rglob("*.py"), *readers.rglob("*.py")]:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                bound |= {(one.asname or one.name).partition(".")[0] for one in node.names}
            elif isinstance(node, ast.FunctionDef) and not node.name.startswith(("test_", "sayso_")):
                bound.add(node.name)
            elif isinstance(node, ast.Assign):
                bound |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    pieces = {path.stem for path in [*everything.glob("src/*/*.py"), *readers.glob("src/*/*.py")]}
    possible = {one for one in bound - pieces if scaffold.KEBAB.fullmatch(one.replace("_", "-"))}
    refused = {one for one in possible if one in scaffold.TAKEN or hasattr(builtins, one) or keyword.iskeyword(one)}
    assert sorted(possible - refused) == []


def test_it_can_be_installed(everything, tmp_path):
    """A wheel is built and installed, and its entry point is found where it lies."""
    site = installed(built(everything, tmp_path / "wheel"), tmp_path / "site")
    ran = run_installed(SAYSO, "plugins", site=site, folder=tmp_path)
    assert f"{LONG} (" in ran.stdout
    assert "languages: eo" in ran.stdout


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("reader", "../evil", "a name is of small letters"),
        ("reader", "a/b", "a name is of small letters"),
        ("reader", "Über", "a name is of small letters"),
        ("reader", "", "a name is of small letters"),
        ("reader", "-a", "a name is of small letters"),
        ("reader", "class", "means something else"),
        ("reader", "list", "means something else"),
        ("reader", "rule", "means something else"),
        ("reader", "a" * 31, "too long"),
        ("reader", "feed", "the reader 'feed' is there already: the plugin 'bundled' has it"),
        ("reader", "plugins", "sayso's own"),
        ("rule", "no-cant", "family/kebab-name"),
        ("rule", "house/", "family/kebab-name"),
        ("rule", "house/../x", "family/kebab-name"),
        ("rule", "house/import", "means something else"),
        ("rule", "attribution/vague-media", "is there already"),
        ("words", "House", "a name is of small letters"),
        ("words", "house/no-cant", "a list of words is named by its file, such as house, not 'house/no-cant'"),
        ("words", "words", "means something else"),
        ("words", "sayso", "would be a configuration and no list of words"),
        ("words", "pyproject", "would be a configuration and no list of words"),
        ("reader", "annotations", "means something else"),
        ("words", "word-rules", "means something else"),
        ("language", "english", "by its code"),
        ("language", "en", "is there already"),
        ("exporter", "csv", "the exporter 'csv' is there already"),
        ("format", "sarif", "the format 'sarif' is there already"),
        ("profile", "wire", "the profile 'wire' is there already"),
        ("format", "line", "means something else"),
        ("thing", "x", "nothing new of the kind 'thing'"),
    ],
)
def test_names_that_cannot_be_are_refused_and_nothing_is_written(run, here, kind, name, said):
    """No path, no keyword, no name that somebody has."""
    ran = run("new", kind, "--", name) if name.startswith("-") else run("new", kind, name)
    assert ran.code == 2
    assert said in ran.err.replace("there is an exporter", "the exporter 'csv' is there already")
    assert list(here.iterdir()) == []


def test_where_no_distribution_is_words_are_a_list_alone(run, here):
    """One file, which holds to its examples; what is printed is what makes it run, and nothing is overwritten."""
    ran = run("new", "words", "house-words")
    assert (ran.code, [one.name for one in here.iterdir()]) == (0, ["house-words.toml"])
    (line,) = (line for line in ran.out.splitlines() if line.startswith("next: "))
    (here / "sayso.toml").write_text(line.partition("sayso.toml: ")[2] + "\n")
    assert run("plugins", "check", "house-words").out.splitlines()[-1] == "3 checks, 0 failed"
    (here / "item.txt").write_text("The world-class mill will close, Jo Berg said.\n")
    found = run("check", "item.txt", "--select", "house-words", "--format", "concise").out
    assert found == "item.txt:1:5: warning house-words/worn-words 'world-class' is praise; whose is it?\n"
    before = (here / "house-words.toml").read_bytes()
    assert "house-words.toml is there already" in run("new", "words", "house-words").err
    assert (here / "house-words.toml").read_bytes() == before


def test_what_is_written_uses_what_is_public():
    """No template reaches for a name of sayso that the page of the public API has not."""
    import sayso
    import sayso.testing

    page = (Path(__file__).parents[2] / "docs" / "reference" / "api.md").read_text("utf-8")
    for template in scaffold.TEMPLATES.glob("*.py.template"):
        text = template.read_text("utf-8")
        assert ".host" not in text, template.name
        for module, many, one in re.findall(r"^from (sayso[\w.]*) import (?:\(([^)]*)\)|(.*))", text, re.MULTILINE):
            public = {"sayso": sayso, "sayso.testing": sayso.testing}[module].__all__
            names = {name.strip() for name in (many or one).split(",") if name.strip()}
            assert {name for name in names if not name.startswith("$")} <= set(public), template.name
    assert "### assert_rule" in page


def test_nothing_is_overwritten(run, here):
    """Neither a distribution nor a file in one, nor a link that leads nowhere."""
    (here / "sayso-post").symlink_to(here / "gone")
    assert "is there already" in run("new", "reader", "post").err
    assert not (here / "gone").exists()
    assert run("new", "reader", "harbour").code == 0
    folder = here / "sayso-harbour"
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert run("new", "reader", "harbour").code == 2
    (folder / "tests" / "test_port.py").write_text("mine")
    ran = run("new", "reader", "port", "--into", folder)
    assert (ran.code, "test_port.py is there already" in ran.err) == (2, True)
    assert not list(folder.rglob("port.py"))
    assert {path: path.read_bytes() for path in before} == before
    assert run("new", "reader", "x", "--into", here / "nowhere").code == 2
    assert "add to it" in run("new", "plugin", "other", "--into", folder).err


def test_a_plugin_of_another_shape_is_left_as_it_is(run, here):
    """Where a hook is written otherwise, the line to add is printed instead."""
    run("new", "reader", "harbour")
    plugin = here / "sayso-harbour" / "src" / "sayso_harbour" / "plugin.py"
    text = plugin.read_text("utf-8").replace("return [harbour]", "yield harbour")
    plugin.write_text(text, "utf-8")
    ran = run("new", "reader", "port", "--into", here / "sayso-harbour")
    assert ran.code == 0
    assert "where sayso_readers returns a list with port: from sayso_harbour.port import port" in ran.out
    assert plugin.read_text("utf-8") == text


def test_line_ends_and_encodings_of_a_plugin_stay(run, here):
    """Where the module has the line ends of Windows it keeps them; one in another encoding is left as it is."""
    run("new", "reader", "harbour")
    plugin = here / "sayso-harbour" / "src" / "sayso_harbour" / "plugin.py"
    plugin.write_bytes(plugin.read_bytes().replace(b"\n", b"\r\n"))
    assert run("new", "reader", "port", "--into", here / "sayso-harbour").code == 0
    written = plugin.read_bytes()
    assert b"return [harbour, port]\r\n" in written
    assert written.count(b"\n") == written.count(b"\r\n")
    plugin.write_bytes(b"# -*- coding: latin-1 -*-\n# \xe9\n")
    ran = run("new", "reader", "quay", "--into", here / "sayso-harbour")
    assert ran.code == 0
    assert "where sayso_readers returns a list with quay" in ran.out
    assert plugin.read_bytes() == b"# -*- coding: latin-1 -*-\n# \xe9\n"


def test_what_cannot_be_written_whole_is_not_begun(run, here):
    """A file in the place of a folder: nothing is written, neither of a distribution nor beside one."""
    run("new", "reader", "harbour")
    folder = here / "sayso-harbour"
    shutil.rmtree(folder / "tests")
    (folder / "tests").write_text("mine")
    ran = run("new", "reader", "port", "--into", folder)
    assert (ran.code, "File exists" in ran.err) == (2, True)
    assert not list(folder.rglob("port.py"))


@pytest.mark.parametrize(
    "source",
    [
        "def broken(",
        "@hookimpl\ndef sayso_rules():\n    return [a]\n",
        "@hookimpl\ndef sayso_rules():\n    from x import a\n    return [a()]\n",
        "@hookimpl\ndef sayso_rules():\n    from x import a\n    return [\n        a\n    ]\n",
        "from sayso import hookimpl as h\n",
        "import sayso\n",
        "sayso_rules = None\n",
        f"@hookimpl\ndef sayso_rules():\n    from x import a\n    return [{', '.join(['a' * 20] * 6)}]\n",
    ],
)
def test_what_is_not_plain_is_not_touched(source):
    """Only the shapes that were written here are changed by a program."""
    dist = scaffold.Distribution(Path("x"), "x", "x", Path("x"))
    assert registered(source, dist, scaffold.piece("rule", "house/no-cant")) is None


def test_the_type_checker_that_has_settings_is_installed_and_run(everything):
    """Pyright is among what `dev` brings and what CI runs, and is as strict as mypy."""
    project = tomllib.loads((everything / "pyproject.toml").read_text("utf-8"))
    assert any(one.startswith("pyright") for one in project["project"]["optional-dependencies"]["dev"])
    assert project["tool"]["pyright"]["typeCheckingMode"] == "strict"
    assert "- run: pyright\n" in (everything / ".github" / "workflows" / "ci.yml").read_text("utf-8")
