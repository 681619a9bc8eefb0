"""The commands of ``psm-core``, and how it exits.

It exits with 0 if all data is valid, with 1 if some is not, with 2 if a command cannot run.
"""

import typer

from ._terminal import Command
from .check_command import check
from .contract_commands import contract, schema
from .convert_command import convert
from .diff_command import diff_files
from .duplicates_command import duplicates
from .explain_command import explain_words
from .layout_command import layout
from .map_command import map_headings
from .nik_command import nik
from .options import Lang
from .region_command import region
from .template_command import template
from .wording import Language, help_text

app: typer.Typer = typer.Typer(
    cls=Command, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False
)


@app.callback(
    help=help_text(
        "Periksa dan konversi berkas Pekerja Sosial Masyarakat.",
        "Check and convert files of community social workers.",
    )
)
def group(*, lang: Lang = Language.id) -> None:
    """Accept ``--lang`` before the command too; `Command` passes it on."""
    del lang


app.command(
    help=help_text(
        "Periksa berkas; setiap temuan ditunjukkan pada selnya.",
        "Check a file; every issue is shown with its cell.",
    )
)(check)
app.command(
    help=help_text(
        "Konversi berkas ke berkas psm-core (.csv, .xlsx) atau JSON per baris (.jsonl).",
        "Convert a file to a psm-core file (.csv, .xlsx) or to JSON lines (.jsonl).",
    )
)(convert)
app.command(
    help=help_text(
        "Cari orang yang mungkin tercatat dua kali, dengan alasannya.",
        "Find people who are probably listed twice, with the reasons.",
    )
)(duplicates)
app.command(
    name="diff",
    help=help_text(
        "Bandingkan dua berkas JSON per baris (.jsonl): apa yang berubah pada tiap rekaman.",
        "Compare two files of JSON lines (.jsonl): what changed in each record.",
    ),
)(diff_files)
app.command(
    help=help_text(
        "Tulis tata letak (.toml) dengan perkiraan isian untuk setiap judul kolom.",
        "Write a layout (.toml) with a guess of the field for each heading.",
    )
)(layout)
app.command(
    name="map",
    help=help_text(
        "Tanyakan isian untuk setiap judul kolom, lalu simpan tata letaknya (.toml).",
        "Ask which field each heading fills, and save the layout (.toml).",
    ),
)(map_headings)
app.command(help=help_text("Tulis berkas kosong untuk diisi.", "Write an empty file to fill in."))(
    template
)
app.command(
    help=help_text(
        "Tampilkan keterangan dalam NIK: wilayah penerbitan, tanggal lahir, jenis kelamin.",
        "Show what a NIK contains: region of issue, birth date, sex.",
    )
)(nik)
app.command(
    help=help_text(
        "Cari wilayah menurut kode atau nama, termasuk pengganti kode lama.",
        "Find a region by code or name, and what replaced a retired code.",
    )
)(region)
app.command(
    name="explain",
    help=help_text(
        "Jelaskan kode temuan, istilah, daftar, atau peraturan, beserta sumbernya.",
        "Explain an issue code, a term, a list or an act, with its source.",
    ),
)(explain_words)
app.command(
    help=help_text(
        "Tulis skema, daftar, kode temuan, dan contoh dokumen untuk program dalam bahasa lain.",
        "Write schemas, lists, issue codes and sample documents for other languages.",
    )
)(contract)
app.command(
    help=help_text("Tulis JSON Schema sebuah dokumen.", "Write the JSON Schema of a document.")
)(schema)
