"""Parameters of click and typer are values, and their errors contain no value."""

import importlib
import sys
from datetime import date
from typing import Annotated

import click
import click.testing
import pytest
import typer
import typer.testing

from psm_core import KK, NIK, MissingExtraError, PhoneNumber, RegionCode, canonical
from psm_core.contrib.click import ValueType
from psm_core.contrib.typer import parser
from psm_core.terms import Sex

NUMBER = "9901014108900001"
TYPED = [
    (NIK, "9901 0141 0890 0001", NUMBER),
    (KK, "9901010108900000", "9901010108900000"),
    (PhoneNumber, "0800 0000 1234", "+6280000001234"),
    (RegionCode, "6310092005", "63.10.09.2005"),
    (RegionCode, " 63.10 ", "63.10"),
    (date, "1 Agustus 1990", "1990-08-01"),
    (date, "1990-07-31 23:59:30", "1990-08-01"),
    (Sex, "P", "perempuan"),
]
WRONG = [
    (NIK, "99010141", "NIK harus 16 angka, tertulis 8"),
    (KK, "99010141x", "KK"),
    (RegionCode, "Banjarbaru", "kode"),
    (date, "2025-02-31", "Tanggal"),
    (Sex, "Q9", ""),
    (NIK, " ", ""),
]


def run_click(kind, *arguments, **options):
    @click.command()
    @click.argument("what", type=ValueType(kind, **options))
    def show(what):
        assert isinstance(what, kind)
        click.echo(canonical(what))

    return click.testing.CliRunner().invoke(show, arguments)


def run_typer(kind, *arguments, **options):
    app = typer.Typer()

    @app.command()
    def show(what: Annotated[kind, typer.Argument(parser=parser(kind, **options))]) -> None:
        assert isinstance(what, kind)
        typer.echo(canonical(what))

    return typer.testing.CliRunner().invoke(app, arguments)


RUNNERS = [run_click, run_typer]


READS_TERMS = tuple(map(int, typer.__version__.split(".")[:2])) >= (0, 29)


def can_run(run, kind):
    return run is run_click or kind is not Sex or READS_TERMS


def test_vocabulary_is_refused_with_a_version_of_typer_that_loses_it(monkeypatch):
    monkeypatch.setattr(typer, "__version__", "0.28.4")
    with pytest.raises(TypeError, match=r"typer 0\.29"):
        parser(Sex)
    assert parser(NIK).__name__ == "NIK"


def test_text_is_read_as_in_sheets():
    for run in RUNNERS:
        for kind, text, written in (one for one in TYPED if can_run(run, one[0])):
            assert run(kind, text).output.strip() == written, (run, kind)


def test_error_says_what_is_wrong_and_not_what_was_typed():
    for run in RUNNERS:
        for kind, text, words in (one for one in WRONG if can_run(run, one[0])):
            result = run(kind, text)
            assert result.exit_code == 2, (run, kind)
            flat = " ".join(result.output.replace("│", " ").split())
            assert words.casefold() in flat.casefold()
            assert not text.strip() or text not in flat


def test_language_of_errors_is_an_option_or_a_function():
    for run in RUNNERS:
        for language in ("en", lambda: "en"):
            assert "A NIK needs" in run(NIK, "1", language=language).output
    for create in (ValueType, parser):
        with pytest.raises(ValueError, match="language"):
            create(NIK, language="fr")


def test_default_may_be_a_value():
    number = NIK(NUMBER)
    assert ValueType(NIK).convert(number, None, None) is number
    assert parser(NIK)(number) is number


def test_help_names_the_type():
    assert ValueType(NIK).name == parser(NIK).__name__ == "NIK"


@pytest.mark.parametrize(("library", "extra"), [("click", "click"), ("typer", "cli")])
def test_missing_library_is_named_with_its_extra(monkeypatch, library, extra):
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"psm_core.contrib.{library}")
    with pytest.raises(MissingExtraError, match=rf"psm-core\[{extra}\]"):
        importlib.import_module(f"psm_core.contrib.{library}")
