"""Mutation testing: change one thing in a module, and see that one of its tests fails.

Cosmic Ray makes the mutations and stores the results in one session per module. A run continues
where the last one ended, and tests the survivors again.
"""

import argparse
import ast
import builtins
import hashlib
import random
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from cosmic_ray import plugins
from cosmic_ray.commands.init import init
from cosmic_ray.mutating import mutate_code
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import (
    MutationSpec,
    TestOutcome,
    WorkerOutcome,
    WorkItem,
    WorkResult,
)
from forks import ROOT, import_dependencies, run_tests
from operators import Provider

HERE = Path(__file__).parent
PACKAGE = ROOT / "src" / "psm_core"
SESSIONS = ROOT / ".cache" / "mutation"
SECONDS = 600
"""Time limit of the tests without a mutation. A mutant that takes four times as long counts as
endless."""
KEPT = re.compile(
    r"psm/.*"
    r"|core/(AddNot|Replace(TrueWithFalse|FalseWithTrue|AndWithOr|OrWithAnd|BreakWithContinue"
    r"|ContinueWithBreak)|NumberReplacer|ZeroIterationForLoop|ExceptionReplacer|RemoveDecorator)"
    r"|core/ReplaceComparisonOperator_(Eq_NotEq|NotEq_Eq|Is_IsNot|IsNot_Is|Lt_LtE|Lt_GtE|LtE_Lt"
    r"|LtE_Gt|Gt_GtE|Gt_LtE|GtE_Gt|GtE_Lt)"
    r"|core/ReplaceBinaryOperator_(Add_Sub|Sub_Add|Mul_Add|Div_Mul|FloorDiv_Mul|Mod_Mul|Pow_Mul"
    r"|BitOr_BitAnd|BitAnd_BitOr|BitXor_BitAnd|LShift_RShift|RShift_LShift)"
    r"|core/ReplaceUnaryOperator_(Delete_Not|USub_UAdd)"
)
"""The operators in use. Cosmic Ray has 180 for binary operators and comparisons; most of them find
nothing that these do not find."""
OF_TYPING = r"\s*@(final|overload|dataclass_transform|property|classmethod|staticmethod)\b"
"""Decorators that do nothing at run time, or without which nothing works at all."""
Span = tuple[tuple[int, int], tuple[int, int]]

plugins.OPERATOR_PROVIDERS["psm"] = Provider()


class Figures(NamedTuple):
    """Counts of the mutants of a module."""

    group: str
    module: str
    mutants: int
    tested: int
    survived: int


def main() -> None:
    arguments = _arguments()
    rows = tomllib.loads((HERE / "modules.toml").read_text("utf-8"))
    names = {*rows, *(row["group"] for row in rows.values())}
    if unknown := set(arguments.modules) - names:
        sys.exit(f"neither a module nor a group: {', '.join(sorted(unknown))}")
    import_dependencies()
    SESSIONS.mkdir(parents=True, exist_ok=True)
    wanted = set(arguments.modules) or names
    print(
        table(
            [
                session(name, row, arguments)
                for name, row in rows.items()
                if wanted & {name, row["group"]}
            ]
        )
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="modules or groups of modules.toml; else all")
    parser.add_argument("--most", type=int, help="test a sample: the maximum number per module")
    parser.add_argument("--report", action="store_true", help="show stored results, run no test")
    parser.add_argument("--again", action="store_true", help="test only mutants that have a result")
    parser.add_argument("--fresh", action="store_true", help="delete stored results")
    parser.add_argument("--slow", action="store_true", help="also run the slow tests for survivors")
    return parser.parse_args()


def stages(name: str, row: dict[str, Any], *, slow: bool) -> list[list[str]]:
    """Return the arguments of pytest per stage. The first stage kills most mutants."""
    nearest, *others = row["tests"]
    quick = ["-k", f"not ({row['slow']})"] if "slow" in row else []
    result = [[nearest, f"src/psm_core/{name}.py", *quick]]
    if others:
        result.append([*others, *quick])
    if quick and slow:
        result.append([*row["tests"], "-k", row["slow"]])
    return result


def session(name: str, row: dict[str, Any], arguments: argparse.Namespace) -> Figures:
    """Test the mutants of a module that have no result yet, or survived before."""
    path = PACKAGE / f"{name}.py"
    code = path.read_text("utf-8")
    digest = hashlib.sha256(code.encode()).hexdigest()[:12]
    file = SESSIONS / f"{name.replace('/', '.')}-{digest}.sqlite"
    if arguments.fresh:
        file.unlink(missing_ok=True)
    is_new = not file.exists()
    with use_db(file) as db:
        if is_new:
            init([path.relative_to(ROOT)], db, {})
        skip(db, code)
        items = selected(db, name, arguments)
        if not arguments.report:
            run_all(db, path, code, items, stages(name, row, slow=arguments.slow))
        results = dict(db.results)
    items = [item for item in items if not is_skipped(results.get(item.job_id))]
    known = [(item, results[item.job_id]) for item in items if item.job_id in results]
    left = [(item, result) for item, result in known if is_alive(result)]
    for item, result in left:
        print(describe(item, result))
    return Figures(row["group"], name, len(items), len(known), len(left))


def selected(db: WorkDB, name: str, arguments: argparse.Namespace) -> list[WorkItem]:
    """Return the mutants to test in order of position. A sample is the same in every run."""
    results, most = dict(db.results), arguments.most
    items = sorted((i for i in db.work_items if not is_skipped(results.get(i.job_id))), key=place)
    if arguments.again:
        return [item for item in items if item.job_id in results]
    if most is not None and len(items) > most:
        items = sorted(random.Random(name).sample(items, most), key=place)  # noqa: S311
    return items


def is_skipped(result: WorkResult | None) -> bool:
    return result is not None and result.worker_outcome is WorkerOutcome.SKIPPED


def is_alive(result: WorkResult | None) -> bool:
    return result is None or result.test_outcome is TestOutcome.SURVIVED


def place(item: WorkItem) -> tuple[tuple[int, int], str, int]:
    (spec,) = item.mutations
    return spec.start_pos, spec.operator_name, spec.occurrence


def describe(item: WorkItem, result: WorkResult) -> str:
    (spec,) = item.mutations
    where = f"{spec.module_path}:{spec.start_pos[0]} {spec.definition_name} {spec.operator_name}"
    return "\n".join([where, *(f"    {line}" for line in (result.diff or "").splitlines())])


def skip(db: WorkDB, code: str) -> None:
    """Skip operators that are not in use, and code that does not run or is not promised."""
    spans = list(excluded(ast.parse(code)))
    lines = code.splitlines()

    def is_excluded(spec: MutationSpec) -> bool:
        row, column = spec.start_pos
        line = lines[row - 1]
        at = (row, len(line[:column].encode()))
        return (
            not KEPT.fullmatch(spec.operator_name)
            or (spec.operator_name == "core/RemoveDecorator" and re.match(OF_TYPING, line))
            or any(start <= at < end for start, end in spans)
        )

    results = dict(db.results)
    waiting = [item for item in db.work_items if not is_skipped(results.get(item.job_id))]
    out = [item.job_id for item in waiting if is_excluded(item.mutations[0])]
    db.set_multiple_results(out, WorkResult(worker_outcome=WorkerOutcome.SKIPPED))


def excluded(tree: ast.Module) -> Iterator[Span]:  # noqa: C901 - one case for each kind of place
    """Yield the places of annotations, overloads, lists of names, and messages for programmers."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.arg(annotation=ast.expr() as found)
                | ast.FunctionDef(returns=ast.expr() as found)
            ):
                yield _span(found)
            case ast.AnnAssign():
                yield _span(node.annotation)
            case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.ImportFrom() | ast.Import():
                yield _span(node)
            case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")]):
                yield _span(node)
            case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar" | "ParamSpec"))):
                yield _span(node)
            case ast.Call(func=ast.Name(id="cast"), args=[found, _]):
                yield _span(found)
            case ast.Call(func=ast.Name(id="dataclass_transform")):
                yield _span(node)
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name), args=[found])):
                if hasattr(builtins, name):
                    yield _span(found)
            case _:
                pass
        decorators = getattr(node, "decorator_list", [])
        if any(getattr(one, "id", "") == "overload" for one in decorators):
            yield _span(node)


def _span(node: Any) -> Span:
    return (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)


def run_all(
    db: WorkDB, path: Path, code: str, items: list[WorkItem], tests: list[list[str]]
) -> None:
    results = dict(db.results)
    items = [item for item in items if is_alive(results.get(item.job_id))]
    if not items:
        return
    began = monotonic()
    passes, output = run_tests(path, code, tests, SECONDS)
    if not passes:
        sys.exit(f"the tests of {path} fail without a mutation:\n{output}")
    limit = 10 + 4 * int(monotonic() - began)
    began = monotonic()
    for number, item in enumerate(items, 1):
        db.set_result(item.job_id, result_of(item, path, code, tests, limit))
        if number % 50 == 0 or number == len(items):
            rate = (monotonic() - began) / number
            print(f"{path.name} {number}/{len(items)} {rate:.2f} s each", file=sys.stderr)


def result_of(
    item: WorkItem, path: Path, code: str, tests: list[list[str]], limit: int
) -> WorkResult:
    (spec,) = item.mutations
    mutated = mutate_code(code, plugins.get_operator(spec.operator_name)(), spec.occurrence)
    try:
        compile(mutated, str(path), "exec", dont_inherit=True)
    except (SyntaxError, TypeError):
        return WorkResult(worker_outcome=WorkerOutcome.SKIPPED)
    survived, output = run_tests(path, mutated, tests, limit)
    before, after = code.splitlines(), mutated.splitlines()
    return WorkResult(
        worker_outcome=WorkerOutcome.NORMAL,
        output=output,
        test_outcome=TestOutcome.SURVIVED if survived else TestOutcome.KILLED,
        diff="\n".join(
            [f"-{line}" for line in before if line not in after]
            + [f"+{line}" for line in after if line not in before]
        ),
    )


def table(rows: list[Figures]) -> str:
    """Return a Markdown table of the counts per module and group."""
    lines = [
        "| group | module | mutants | tested | killed | survived | score |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for group in dict.fromkeys(row.group for row in rows):
        own = [row for row in rows if row.group == group]
        whole = [sum(numbers) for numbers in zip(*(row[2:] for row in own), strict=True)]
        for row in [*own, Figures(group, "**all**", *whole)]:
            killed = row.tested - row.survived
            score = f"{100 * killed / row.tested:.1f} %" if row.tested else ""
            lines.append(
                f"| {row.group} | {row.module} | {row.mutants} | {row.tested} | {killed} "
                f"| {row.survived} | {score} |"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
