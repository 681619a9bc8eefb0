"""Mutation testing: change one thing in a module, and see that a test of it fails.

Cosmic Ray makes the mutations and keeps the results. Its own way to run the tests starts Python
anew for each mutant, which takes longer than our tests; here each mutant is a fork of a process
that has pytest, Hypothesis and the other third parties in memory, and the mutated module exists
in that fork alone: no file is changed.
"""

import argparse
import ast
import builtins
import gc
import hashlib
import os
import random
import re
import resource
import signal
import sys
import tempfile
import tomllib
import traceback
from collections.abc import Iterable, Iterator
from importlib.machinery import SourceFileLoader
from itertools import takewhile
from pathlib import Path
from time import monotonic

os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"  # the plugin imports psm_core, and only a fork may

import cosmic_ray.plugins
from cosmic_ray.commands.init import init
from cosmic_ray.mutating import mutate_code, _make_diff
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkItem, WorkResult, WorkerOutcome

from operators import Provider

HERE = Path(__file__).parent
ROOT = HERE.parent
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "psm_core"
SESSIONS = ROOT / ".cache" / "mutation"
SECONDS = 300
"""What the tests may take without a mutation. A mutant may take four times as long as they did; then
it is held to run for ever, and is killed."""
MEMORY = 4 << 30
KEPT = re.compile(
    r"house/.*"
    r"|core/(AddNot|Replace(TrueWithFalse|FalseWithTrue|AndWithOr|OrWithAnd|BreakWithContinue"
    r"|ContinueWithBreak)|NumberReplacer|ZeroIterationForLoop|ExceptionReplacer|RemoveDecorator)"
    r"|core/ReplaceComparisonOperator_(Eq_NotEq|NotEq_Eq|Is_IsNot|IsNot_Is|Lt_LtE|Lt_GtE|LtE_Lt"
    r"|LtE_Gt|Gt_GtE|Gt_LtE|GtE_Gt|GtE_Lt)"
    r"|core/ReplaceBinaryOperator_(Add_Sub|Sub_Add|Mul_Add|Div_Mul|FloorDiv_Mul|Mod_Mul|Pow_Mul"
    r"|BitOr_BitAnd|BitAnd_BitOr|BitXor_BitAnd|LShift_RShift|RShift_LShift)"
    r"|core/ReplaceUnaryOperator_(Delete_Not|USub_UAdd)"
)
"""The operators in use. Cosmic Ray has 180 for binary operators and comparisons, most of which tell
nothing that one of these does not tell."""
OF_TYPING = r"\s*@(final|overload|dataclass_transform|property|classmethod|staticmethod)\b"
"""Decorators that do nothing at run time, or without which nothing works at all."""

cosmic_ray.plugins.OPERATOR_PROVIDERS["house"] = Provider()


def main() -> None:
    arguments = parsed()
    plan = tomllib.loads((HERE / "modules.toml").read_text("utf-8"))
    chosen = arguments.modules or list(plan)
    if unknown := set(chosen) - set(plan) - {row["group"] for row in plan.values()}:
        sys.exit(f"neither a module nor a group: {', '.join(sorted(unknown))}")
    warm()
    SESSIONS.mkdir(parents=True, exist_ok=True)
    rows = []
    for name, row in plan.items():
        if name in chosen or row["group"] in chosen:
            rows.append((row["group"], name, *session(name, row["tests"], arguments)))
    print(table(rows))


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="modules or groups of modules.toml; else all")
    parser.add_argument("--most", type=int, help="ask a sample of at most so many mutants a module")
    parser.add_argument("--report", action="store_true", help="ask nothing, show what is known")
    parser.add_argument("--fresh", action="store_true", help="forget what is known")
    return parser.parse_args()


def session(name: str, tests: list[str], arguments: argparse.Namespace) -> tuple[int, int, int]:
    """Ask the mutants of a module that have not been asked, and those that survived before."""
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
        results = dict(db.results)
        items = sorted(
            (item for item in db.work_items if not is_skipped(results.get(item.job_id))), key=place
        )
        if arguments.most is not None and len(items) > arguments.most:
            items = sorted(random.Random(name).sample(items, arguments.most), key=place)  # noqa: S311
        if not arguments.report:
            run(db, path, code, [i for i in items if survived(results.get(i.job_id))], tests)
        results = dict(db.results)
        found = [results[item.job_id] for item in items if item.job_id in results]
        left = [i for i in items if i.job_id in results and survived(results[i.job_id])]
        for item in left:
            print(describe(item, results[item.job_id]))
    return len(found), len(found) - len(left), len(left)


def is_skipped(result: WorkResult | None) -> bool:
    return result is not None and result.worker_outcome is WorkerOutcome.SKIPPED


def survived(result: WorkResult | None) -> bool:
    """Tell whether a mutant has to be asked: not yet, or not killed."""
    return result is None or result.test_outcome is TestOutcome.SURVIVED


def place(item: WorkItem) -> tuple[tuple[int, int], str, int]:
    (spec,) = item.mutations
    return spec.start_pos, spec.operator_name, spec.occurrence


def describe(item: WorkItem, result: WorkResult) -> str:
    (spec,) = item.mutations
    lines = (result.diff or "").splitlines()
    changed = [line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    where = f"{spec.module_path}:{spec.start_pos[0]} {spec.definition_name} {spec.operator_name}"
    return "\n".join([where, *(f"    {line}" for line in changed)])


def skip(db: WorkDB, code: str) -> None:
    """Leave out the operators that are not in use, and what is not run or not promised."""
    spans = list(unasked(ast.parse(code)))
    lines = code.splitlines()

    def is_left_out(spec: MutationSpec) -> bool:
        row, column = spec.start_pos
        line = lines[row - 1]
        at = (row, len(line[:column].encode()))
        return (
            not KEPT.fullmatch(spec.operator_name)
            or (spec.operator_name == "core/RemoveDecorator" and re.match(OF_TYPING, line))
            or any(start <= at < end for start, end in spans)
        )

    left_out = [item.job_id for item in db.work_items if is_left_out(item.mutations[0])]
    db.set_multiple_results(left_out, WorkResult(worker_outcome=WorkerOutcome.SKIPPED))


def unasked(tree: ast.Module) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the places of annotations, of overloads, and of the lists of names."""
    for node in ast.walk(tree):
        match node:
            case ast.arg(annotation=ast.expr() as found):
                yield span(found)
            case ast.FunctionDef():
                if node.returns:
                    yield span(node.returns)
                if any(getattr(d, "id", "") == "overload" for d in node.decorator_list):
                    yield span(node)
            case ast.AnnAssign():
                yield span(node.annotation)
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield span(node)
            case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")]):
                yield span(node)
            case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar" | "ParamSpec"))):
                yield span(node)
            case ast.ImportFrom() | ast.Import():
                yield span(node)
            case ast.Call(func=ast.Name(id="cast"), args=[kind, _]):
                yield span(kind)
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name), args=[words])) if hasattr(
                builtins, name
            ):
                yield span(words)  # what an error of the programmer says is not promised
            case _:
                pass


def span(node: ast.AST) -> tuple[tuple[int, int], tuple[int, int]]:
    return (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)


def run(db: WorkDB, path: Path, code: str, items: Iterable[WorkItem], tests: list[str]) -> None:
    items = list(items)
    nearest, *others = tests
    stages = [[nearest, str(path.relative_to(ROOT))], *([others] if others else [])]
    if not items:
        return
    began = monotonic()
    outcome, output = asked(path, code, stages, SECONDS)
    limit = 10 + 4 * int(monotonic() - began)
    if outcome != 0:
        sys.exit(f"the tests of {path} fail without a mutation:\n{output}")
    began = monotonic()
    for number, item in enumerate(items, 1):
        (spec,) = item.mutations
        operator = cosmic_ray.plugins.get_operator(spec.operator_name)()
        mutated = mutate_code(code, operator, spec.occurrence)
        try:
            ast.parse(mutated)
        except (SyntaxError, TypeError):
            db.set_result(item.job_id, WorkResult(worker_outcome=WorkerOutcome.SKIPPED))
            continue
        outcome, output = asked(path, mutated, stages, limit)
        db.set_result(
            item.job_id,
            WorkResult(
                worker_outcome=WorkerOutcome.NORMAL,
                output=output,
                test_outcome=TestOutcome.SURVIVED if outcome == 0 else TestOutcome.KILLED,
                diff="\n".join(_make_diff(code, mutated, spec.module_path)),
            ),
        )
        if number % 50 == 0 or number == len(items):
            rate = (monotonic() - began) / number
            print(f"{path.name} {number}/{len(items)} {rate:.2f} s each", file=sys.stderr)


def warm() -> None:
    """Import what the tests need, but nothing of psm_core."""
    sys.path[:0] = [str(SOURCE), str(ROOT)]
    sys.dont_write_bytecode = True
    os.chdir(ROOT)
    import _pytest.doctest  # noqa: F401, PLC0415
    import attrs  # noqa: F401, PLC0415
    import cattrs  # noqa: F401, PLC0415
    import dateutil.parser  # noqa: F401, PLC0415
    import hypothesis.strategies  # noqa: F401, PLC0415
    import hypothesis.internal.conjecture.engine  # noqa: F401, PLC0415
    import jsonschema  # noqa: F401, PLC0415
    import pytest  # noqa: F401, PLC0415
    import sybil.parsers.markdown  # noqa: F401, PLC0415

    hypothesis.settings.register_profile(
        "mutation", max_examples=12, deadline=None, database=None, derandomize=True
    )
    gc.freeze()
    loaded = [name for name in sys.modules if name.partition(".")[0] == "psm_core"]
    assert not loaded, loaded


def asked(path: Path, code: str, stages: list[list[str]], limit: int) -> tuple[int, str]:
    """Run the tests on a module of another text; return the status and the last words."""
    for command in stages:
        with tempfile.TemporaryFile() as words:
            child = os.fork()
            if child == 0:
                tested(path, code, command, limit, words.fileno())
            _, status = os.waitpid(child, 0)
            words.seek(0)
            said = words.read().decode("utf-8", "replace").strip()
        if status:
            break
    return status, "\n".join(said.splitlines()[-12:])


def tested(path: Path, code: str, command: list[str], limit: int, words: int) -> None:
    """Never return: this is the fork."""
    status = 70
    try:
        os.dup2(words, 1)
        os.dup2(words, 2)
        signal.alarm(limit)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        gc.disable()
        plant(path, code)
        import pytest  # noqa: PLC0415
        options = ["-x", "-q", "--tb=line", "--assert=plain", "--hypothesis-profile=mutation"]
        for plugin in ("cacheprovider", "unraisableexception", "threadexception"):
            options += ["-p", f"no:{plugin}"]  # the latter two collect garbage for long
        status = int(pytest.main([*options, *command]))
    except BaseException:  # noqa: BLE001 - whatever a mutant does, it ends here
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def plant(path: Path, code: str) -> None:
    """Let the import of a file find another text in it."""
    found = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, name: str) -> object:
        if self.path == str(path):
            return compile(code, str(path), "exec", dont_inherit=True)
        return found(self, name)

    SourceFileLoader.get_code = get_code


def table(rows: list[tuple[str, str, int, int, int]]) -> str:
    """Lay out the figures of the modules, and of each group."""
    lines = ["| group | module | mutants | killed | survived | score |", "|---|---|--:|--:|--:|--:|"]
    for group in dict.fromkeys(row[0] for row in rows):
        own = [row for row in rows if row[0] == group]
        whole = (group, "**all**", *(sum(row[i] for row in own) for i in (2, 3, 4)))
        for _, name, mutants, killed, left in [*own, whole]:
            score = f"{100 * killed / mutants:.1f} %" if mutants else "–"
            lines.append(f"| {group} | {name} | {mutants} | {killed} | {left} | {score} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
