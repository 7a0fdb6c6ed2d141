"""The sessions of a change. ``nox`` runs them all; ``nox -s lint`` runs one."""

import tempfile
from pathlib import Path

import nox

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the tests against an installed wheel, as a user has it."""
    session.install(".[test]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, form and changelog fragments."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("towncrier", "build", "--draft", "--version", "next", silent=True)


@nox.session
def types(session: nox.Session) -> None:
    """Check types: mypy inside, pyright inside and on the public API."""
    session.install("-e", ".[dev]")
    session.run("mypy")
    session.run("pyright")
    session.run("pyright", "--verifytypes", "sayso", "--ignoreexternal")


@nox.session
def layers(session: nox.Session) -> None:
    """Check that imports go one way."""
    session.install("-e", ".[dev]")
    session.run("lint-imports")


@nox.session
def build(session: nox.Session) -> None:
    """Build the source archive and, from it, the wheel; then run the wheel."""
    session.install("build")
    dist = tempfile.mkdtemp(dir=session.create_tmp())
    session.run("python", "-m", "build", "--outdir", dist, ".")
    (wheel,) = Path(dist).glob("*.whl")  # by its path: a name alone could come from an index
    session.install("--force-reinstall", str(wheel))
    session.run("sayso", "--version")
