"""What the command ``check`` writes about one file, or about several."""

from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile, is_zipfile

import attrs

from .. import tables
from ..errors import TableError
from ..tables.reports.html_report import FilesReport, require_html, write_page
from ._terminal import UNUSABLE, sentence
from .column_files import is_parquet
from .console import (
    counts_of,
    issue_as_builtins,
    print_issues,
    print_json,
    print_line,
    print_total,
    summary_as_builtins,
)
from .file_options import FileReader
from .input_files import InputFiles
from .options import INVALID, fail, require_new_file
from .wording import Language, translate

_PACKED = ".gz"
_PICTURES = ("xl/media/", "xl/charts/")


class Output(NamedTuple):
    """The options that say what is written."""

    annotate: Path | None
    """The copy with comments; the folder of the copies, if there are several files."""
    report: Path | None
    summary: bool
    maximum: int | None
    errors_only: bool
    force: bool
    as_json: bool
    language: Language

    def require_targets(self, found: InputFiles) -> None:
        """End the command if a file would be overwritten, or is not possible for several files."""
        if self.annotate is not None and any(map(is_parquet, found.names)):
            fail(translate("annotate_parquet", self.language))
        targets = (self.report,) if found.are_several else (self.annotate, self.report)
        for target in targets:
            require_new_file(target, force=self.force, language=self.language)
        if self.report is not None:
            require_html(self.report)
        if not found.are_several:
            return
        if self.annotate is not None and self.annotate.exists() and not self.annotate.is_dir():
            fail(translate("annotate_folder", self.language))

    def shown(self, result: tables.TableResult[Any]) -> tables.TableResult[Any]:
        """Return a result with the issues that are shown."""
        return attrs.evolve(result, issues=result.errors) if self.errors_only else result

    def as_builtins(self, name: str, result: tables.TableResult[Any]) -> dict[str, object]:
        """Return a result as builtins."""
        issues = () if self.summary else result.issues[: self.maximum]
        return {
            "file": name,
            "layout": result.layout,
            **counts_of(result),
            "summary": [summary_as_builtins(line, self.language) for line in result.summary()],
            "issues": [issue_as_builtins(issue, self.language) for issue in issues],
        }

    def print_issues(self, result: tables.TableResult[Any]) -> None:
        """Print the issues of a result for people."""
        print_issues(result, self.language, maximum=self.maximum, as_summary=self.summary)

    def say_written(self, target: Path) -> None:
        """Print that a file was written."""
        if not self.as_json:
            print_line(f"{target}: {translate('written', self.language)}")

    def say_copied(self, target: Path, result: tables.TableResult[Any]) -> None:
        """Print that a copy was written, and what of the file it lacks."""
        self.say_written(target)
        lost = _lost_parts(result)
        if lost is not None and not self.as_json:
            print_line(translate(lost, self.language))


def _lost_parts(result: tables.TableResult[Any]) -> str | None:
    """Return the name of the text that says what an annotated copy lacks; None for nothing."""
    if result.file_type in {"xls", "ods"}:
        return "copy_of_older_workbook"
    if result.file_type in {"html", "xml"}:
        return "copy_of_values"
    if result.file_type == "xlsx" and is_zipfile(result.source):
        with ZipFile(result.source) as parts:
            if any(name.startswith(_PICTURES) for name in parts.namelist()):
                return "copy_without_pictures"
    return None


def check_one(reader: FileReader, found: InputFiles, output: Output) -> int:
    """Check the only file, and return the exit code."""
    ((file, name),) = found.names.items()
    result = reader.read(file, name)
    if output.report is not None:
        tables.write_report(result, output.report, language=output.language.value)
        output.say_written(output.report)
    result = output.shown(result)
    if output.annotate is not None:
        tables.annotate(result, output.annotate, language=output.language.value)
        output.say_copied(output.annotate, result)
    if output.as_json:
        print_json(output.as_builtins(name, result))
    else:
        output.print_issues(result)
    return INVALID if result.errors else 0


def check_several(reader: FileReader, found: InputFiles, output: Output) -> int:
    """Check each file, and return the exit code of the worst one."""
    documents: list[dict[str, object]] = []
    totals = Counter[str]()
    unreadable = 0
    copies = _Copies(output)
    report = _Report(output, found)
    for file, result, error in reader.outcomes(found):
        name = found.shown_name(file)
        if not output.as_json:
            print_line(f"\n=== {name} ===")
        if result is None:
            unreadable += 1
            documents.append({"file": name, "error": error})
            report.add(file, error)
            if not output.as_json:
                print_line(error)
            continue
        totals.update(counts_of(result))
        report.add(file, result)
        shown = output.shown(result)
        copies.write(shown, found.names[file])
        if output.as_json:
            documents.append(output.as_builtins(name, shown))
        else:
            output.print_issues(shown)
    report.write()
    if output.as_json:
        print_json(documents)
    else:
        print_total(len(found.names), unreadable, totals, output.language)
        for line in found.left_out_lines(output.language):
            print_line(line)
    if unreadable or copies.are_missing:
        return UNUSABLE
    return INVALID if totals["error_count"] else 0


class _Report:
    """Writes the report about several files, if the command asks for one."""

    def __init__(self, output: Output, found: InputFiles) -> None:
        names = {file: found.shown_name(file) for file in found.names}
        self._output, self._left_out = output, found.left_out
        self._report = FilesReport(names, output.language.value)

    def add(self, file: Path, outcome: tables.TableResult[Any] | str) -> None:
        """Add a file that was read, or why it cannot be read."""
        if self._output.report is None:
            return
        if isinstance(outcome, str):
            self._report.add_unreadable(file, outcome)
        else:
            self._report.add(file, outcome)

    def write(self) -> None:
        """Write the report."""
        if self._output.report is not None:
            write_page(self._report.content(self._left_out), self._output.report)
            self._output.say_written(self._output.report)


class _Copies:
    """Writes the copies of several files with comments into a folder."""

    def __init__(self, output: Output) -> None:
        self._output, self._written = output, set[Path]()
        self.are_missing = False
        """Whether a copy could not be written."""

    def write(self, result: tables.TableResult[Any], name: str) -> None:
        """Write the copy of a file; print why, if that is not possible."""
        output = self._output
        if output.annotate is None:
            return
        copy = _copy_of(result, output.annotate / name)
        if copy in self._written:  # such as that of psm.xls beside psm.xlsx
            copy = copy.with_stem(f"{copy.stem}-{Path(name).suffix[1:]}")
        if copy in self._written:
            fail(f"{copy} {translate('same_copy', output.language)}")
        require_new_file(copy, force=output.force, language=output.language)
        self._written.add(copy)
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            tables.annotate(result, copy, language=output.language.value)
        except TableError as error:
            self.are_missing = True
            print_line(f"{copy}: {sentence(error, output.language)}")
        else:
            output.say_copied(copy, result)


def _copy_of(result: tables.TableResult[Any], path: Path) -> Path:
    """Return the path of a copy, with the suffix of the format that is written."""
    plain = path.with_suffix("") if path.suffix.lower() == _PACKED else path
    return plain.with_suffix(tables.copy_suffix(result))
