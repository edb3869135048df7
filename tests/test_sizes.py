# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Short functions, small files: the numbers of docs/architecture.md, "Sizes"."""

import ast
import io
import tokenize

from tests.machine import APP, files_named, short

FUNCTION_LINES = 60
VIEW_LINES = 40
FILE_LINES = 400
TEMPLATE_LINES = 250
COMPONENT_LINES = 1_500
LARGEST_COMPONENT_LINES = 9_500
APP_LINES = 45_000

LAYOUT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}
HOMES_OF_DOCSTRINGS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)

# Components above the review line, each with the reason why it is not two.
LARGE = {
    "assets": "what is taken in is looked into, drawn in all sizes, sent and looked after, for every other component",
    "core": "what every component stands on, and how a house is started, watched, backed up and restored",
    "concerns": "one workflow from the first word to the last; drafts, files and the vault serve nothing else",
    "search": "its own German analysis, speller and ranking, so that both databases find the same",
    "pages": "documents in many languages, and the desk where people write, compare, check and publish them together",
    "website": "the composition of all others, and the duties of a public body, which belong to none of them",
    "directory": "the nouns all others share, with the pure router and the loader of a city's files",
}


def lines_of(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def lines_of_code(path):
    """Lines with a statement or a part of one (docs/adr/0009)."""
    source = path.read_text(encoding="utf-8")
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    code = {line for token in tokens if token.type not in LAYOUT for line in range(token.start[0], token.end[0] + 1)}
    return len(code - lines_of_docstrings(ast.parse(source)))


def lines_of_docstrings(tree):
    homes = [node for node in ast.walk(tree) if isinstance(node, HOMES_OF_DOCSTRINGS) and ast.get_docstring(node)]
    return {line for node in homes for line in range(node.body[0].lineno, node.body[0].end_lineno + 1)}


def functions_of(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def is_app_code(path):
    return "migrations" not in path.parts and "tests" not in path.parts


def is_view(path, function):
    first = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)][:1]
    return bool({"views", "desk"} & {path.stem, *path.parts}) and first == ["request"]


def test_functions_and_views_are_short():
    too_long = []
    for path in files_named(".py"):
        for function in functions_of(path):
            size = function.end_lineno - function.lineno + 1
            limit = VIEW_LINES if is_view(path, function) else FUNCTION_LINES
            if size > limit:
                too_long.append(f"{short(path)}:{function.lineno} {function.name} has {size} lines, limit {limit}")
    assert too_long == []


def test_files_are_small():
    sizes = {short(path): lines_of(path) for path in files_named(".py") if "migrations" not in path.parts}
    assert {path: size for path, size in sizes.items() if size > FILE_LINES} == {}


def test_templates_are_small():
    sizes = {short(path): lines_of(path) for path in files_named(".html", ".txt", under=APP)}
    assert {path: size for path, size in sizes.items() if size > TEMPLATE_LINES} == {}


def test_no_component_grows_unnoticed():
    components = {path.parent.name for path in files_named(".py", under=APP) if path.name == "apps.py"}
    sizes = {name: sum(map(lines_of, filter(is_app_code, files_named(".py", under=APP / name)))) for name in components}
    assert {name: size for name, size in sizes.items() if size > COMPONENT_LINES and name not in LARGE} == {}


def test_no_component_takes_more_than_its_share():
    """docs/adr/0010."""
    components = {path.parent for path in files_named(".py", under=APP) if path.name == "apps.py"}
    sizes = {
        folder.name: sum(map(lines_of_code, filter(is_app_code, files_named(".py", under=folder))))
        for folder in components
    }
    assert {name: size for name, size in sizes.items() if size > LARGEST_COMPONENT_LINES} == {}


def test_the_whole_code_stays_small():
    assert sum(lines_of_code(path) for path in files_named(".py", under=APP) if is_app_code(path)) <= APP_LINES
