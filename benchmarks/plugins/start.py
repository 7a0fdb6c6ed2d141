"""CPU time of ``sayso check`` on one small item with 50 plugins of others: installed and used, installed and disabled.

Each plugin is what ``sayso new plugin`` writes: a distribution with a reader, a rule and its examples. All ways run in
turns, beside the same check without them; the figure for one plugin is the median of the differences, by their number.
"""

import argparse
import compileall
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from sayso_cli.commands.new import new

ITEM = "The mill will close, Jo Berg, the owner, said on Monday. Forty jobs will go, the town council said.\n"


def cpu(command: list[str], environment: dict[str, str], folder: Path) -> float:
    """CPU milliseconds of a command, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(command, env=environment, cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if ran.returncode == 2:
        raise SystemExit(ran.stderr.decode())
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def install(site: Path, number: int, work: Path) -> list[str]:
    """Put plugins on a path as an installer does, bytecode included; gives their names."""
    names = [f"outlet-{n:03d}" for n in range(number)]
    for name in names:
        with redirect_stdout(StringIO()):
            new("plugin", name, str(work))
        package = f"sayso_{name.replace('-', '_')}"
        shutil.copytree(work / f"sayso-{name}" / "src" / package, site / package)
        info = site / f"{package}-0.1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: sayso-{name}\nVersion: 0.1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[sayso]\n{name} = {package}.plugin\n", "utf-8")
    compileall.compile_dir(str(site), quiet=2)
    return names


def main() -> None:
    """Print the medians, and what one plugin costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plugins", type=int, default=50)
    parser.add_argument("--runs", type=int, default=21)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        top = Path(made)
        site = top / "site"
        site.mkdir()
        names = install(site, given.plugins, top)
        (top / "a.txt").write_text(ITEM, "utf-8")
        (top / "off.toml").write_text(f"[plugins]\ndisable = {names}\n".replace("'", '"'), "utf-8")
        (top / "on.toml").write_text("", "utf-8")
        program = str(Path(sys.executable).with_name("sayso"))
        check = [program, "check", "a.txt", "--fail-on", "never", "--config"]
        bare = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        full = {**bare, "PYTHONPATH": str(site)}
        ways = {
            "empty": ([sys.executable, "-c", "pass"], bare),
            "without": ([*check, "on.toml"], bare),
            "used": ([*check, "on.toml"], full),
            "disabled": ([*check, "off.toml"], full),
            "--no-plugins": ([*check, "on.toml", "--no-plugins"], full),
        }
        rounds = [{way: cpu(*how, top) for way, how in ways.items()} for _ in range(given.runs + 2)][2:]
    for way in ways:
        median = statistics.median(one[way] for one in rounds)
        ratio = statistics.median(one[way] / one["empty"] for one in rounds)
        print(f"{way:13} {median:5.0f} ms, {ratio:.1f} times an empty run")
    for way, bound in (("used", "20"), ("disabled", "0"), ("--no-plugins", "0")):
        each = [(one[way] - one["without"]) / given.plugins for one in rounds]
        spread = statistics.quantiles(each, n=4)
        print(f"{way}: {statistics.median(each):.2f} ms a plugin ({spread[0]:.2f} to {spread[2]:.2f}; bound {bound})")


if __name__ == "__main__":
    main()
