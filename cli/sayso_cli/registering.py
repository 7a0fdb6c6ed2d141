"""Adding a piece to the module of a plugin, where it has the shape that ``sayso new`` gives it."""

from __future__ import annotations

import ast

from sayso_cli.scaffold import KINDS, Distribution, Piece, hook_of

#: Where the tools of a new plugin break a line; what would be longer is left to its author.
WIDTH = 120


def registered(source: str, dist: Distribution, one: Piece) -> str | None:
    """The module of a plugin with one more thing in its hook; None where that is not plain to do.

    Plain is: the hook imports what it offers and its last line returns a list of names; or there is no such hook, and
    the module imports from sayso in one line.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return None
    hook = f"sayso_{KINDS[one.kind].kinds}"
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == hook]
    if len(found) == 1:
        made = _in_hook(source, found[0], dist, one)
    else:
        made = _with_hook(source, tree, dist, one) if hook not in source else None
    return made if made is not None and _offers(made, hook, one.offered) else None


def _in_hook(source: str, function: ast.FunctionDef, dist: Distribution, one: Piece) -> str | None:
    imports = [node for node in function.body if isinstance(node, ast.ImportFrom)]
    last = function.body[-1]
    if not (imports and isinstance(last, ast.Return) and isinstance(last.value, ast.List)):
        return None
    if last.lineno != last.end_lineno or not all(map(_is_name, last.value.elts)):
        return None
    names = [ast.unparse(name) for name in last.value.elts]
    lines = source.splitlines(keepends=True)
    indent = " " * last.col_offset
    returned, own = f"{indent}return [{', '.join([*names, one.offered])}]\n", f"{indent}{line_of(dist, one)}\n"
    if max(len(returned), len(own)) > WIDTH:
        return None
    lines[last.lineno - 1] = returned
    at = next((node.lineno - 1 for node in imports if lines[node.lineno - 1] > own), imports[-1].end_lineno or 0)
    lines.insert(at, own)
    return "".join(lines)


def _is_name(value: ast.expr) -> bool:
    """Whether a member of a list is a name, or all members of one."""
    return isinstance(value.value if isinstance(value, ast.Starred) else value, ast.Name)


def _with_hook(source: str, tree: ast.Module, dist: Distribution, one: Piece) -> str | None:
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "sayso"]
    if len(imports) != 1 or imports[0].lineno != imports[0].end_lineno:
        return None
    aliases = imports[0].names
    names = {alias.name for alias in aliases}
    if "hookimpl" not in names or any(alias.asname for alias in aliases):
        return None
    # Constants, classes, functions, as isort has it.
    ordered = sorted(names | {KINDS[one.kind].type}, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    line = f"from sayso import {', '.join(ordered)}\n"
    if len(line) > WIDTH:
        return None
    lines = source.splitlines(keepends=True)
    lines[imports[0].lineno - 1] = line
    return "".join(lines).rstrip("\n") + "\n" + hook_of(dist, one)


def _offers(source: str, hook: str, name: str) -> bool:
    """Whether what was made is still Python, and has the name where it belongs."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return False
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == hook]
    last = functions[-1].body[-1] if functions else None
    return isinstance(last, ast.Return) and ast.unparse(last).removesuffix("]").endswith((f"[{name}", f" {name}"))


def line_of(dist: Distribution, one: Piece) -> str:
    """The import that a hook needs."""
    return f"from {dist.package}.{one.name} import {one.name}"
