"""Build the plugin in ``source`` into a wheel that is kept, named after the version of sayso that it is built against.

    python tests/frozen/build.py            build the wheel of this version; refused where there is another one already
    python tests/frozen/build.py FOLDER     build it there

The bytes depend on the files and on nothing else: names are sorted, no time is noted and nothing is compressed.
"""

from __future__ import annotations

import base64
import hashlib
import sys
import textwrap
import zipfile
from pathlib import Path
from string import Template

import sayso
import sayso.testing

HERE = Path(__file__).parent
PACKAGE = "sayso_kept"
#: The first day that a zip archive knows.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def contents(version: str) -> dict[str, str]:
    """Every file of the wheel but the list of them."""
    source = HERE / "source"
    files = {
        path.relative_to(source).as_posix(): path.read_text("utf-8")
        for path in source.rglob("*")
        if path.suffix in (".py", ".toml", ".typed")
    }
    names = {"names": _wrapped(sayso.__all__), "kit": _wrapped(sayso.testing.__all__)}
    template = Template((HERE / "test_names.py.template").read_text("utf-8"))
    files[f"{PACKAGE}/tests/test_names.py"] = template.substitute(names)
    info = f"{PACKAGE}-{version}.dist-info"
    files[f"{info}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: {PACKAGE.replace('_', '-')}\nVersion: {version}\n"
        f"Summary: A plugin as it was built against sayso {version}\nRequires-Dist: sayso>={version}\n"
    )
    files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\nGenerator: tests/frozen\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{info}/entry_points.txt"] = f"[sayso]\nkept = {PACKAGE}.plugin\n"
    return files


def build(folder: Path, version: str) -> Path:
    """Write the wheel, and give its path.

    Raises:
        FileExistsError: If there is a wheel of this version with other bytes: what is kept is not built again.
    """
    files = {name: text.encode() for name, text in sorted(contents(version).items())}
    listed = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in files.items()]
    record = f"{PACKAGE}-{version}.dist-info/RECORD"
    files[record] = "\n".join([*listed, f"{record},,", ""]).encode()
    target = folder / f"{PACKAGE}-{version}-py3-none-any.whl"
    made = folder / f".{target.name}"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, NO_TIME)
            member.create_system, member.external_attr = 3, 0o100644 << 16
            archive.writestr(member, data)
    if target.exists() and target.read_bytes() != made.read_bytes():
        made.unlink()
        raise FileExistsError(f"{target.name} is kept as it is; a new one is built for a new version of sayso")
    return made.replace(target)


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _wrapped(names: list[str]) -> str:
    return textwrap.fill(" ".join(names), 116, initial_indent="    ", subsequent_indent="    ")


def main() -> int:
    """Build the wheel of this version; 1 where that is refused."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    try:
        made = build(folder, sayso.__version__)
    except FileExistsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{made.name} sha256 {hashlib.sha256(made.read_bytes()).hexdigest()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
