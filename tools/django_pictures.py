"""Take the pictures of the pages about Django: the admin of the project that they describe.

It is not a step of `generate.py`, because the picture depends on the fonts of the machine. A folder
as argument gets pictures of every page instead, at the width of a desktop and of a phone.
"""

import os
import re
import sys
import tempfile
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Any

import django
from _chromium import take
from django.conf import settings

from psm_core import PhoneNumber, RegionCode, load_regions, population, wire
from psm_core.terms import PPKSCategory

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "how-to" / "django.md"
IMPORTS = PAGE.with_name("django-import-export.md")
IMPORT = "/admin/warga/residentrow/import/"
LIST = "/admin/warga/workerrow/"
DESKTOP, PHONE = (1280, 800), (400, 900)
DOCS = {
    "django-admin.png": ("list", (1280, 560)),
    "django-import.png": ("import-errors", (700, 830)),
}
"""File → the page, and the size of the window."""
SETTINGS: dict[str, Any] = {
    "SECRET_KEY": "not secret",
    "ALLOWED_HOSTS": ["testserver"],
    "DATABASES": {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
    "INSTALLED_APPS": [
        *("django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes"),
        *("django.contrib.messages", "django.contrib.sessions", "django.contrib.staticfiles"),
        *("import_export", "psm_core.contrib.django", "warga"),
    ],
    "MIDDLEWARE": [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    "TEMPLATES": [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    "ROOT_URLCONF": "warga.urls",
    "STATIC_URL": "/static/",
    "LANGUAGE_CODE": "id",
}
URLS = """
from django.contrib import admin
from django.urls import path

urlpatterns = [path("admin/", admin.site.urls)]
"""
SHEET = """NIK,Nama,Jenis Kelamin,Tanggal Lahir,Wilayah
9901 0141 0890-0001,Ani Contoh,P,1 Agustus 1990,Kab. Banjar
9901014108,Budi Contoh,L,32-8-1990,Kab. Banjar
9901014108900003,Citra Contoh,?,1-8-1990,Negeri Entah
"""


def code(page: Path, name: str) -> str:
    """Return the block of a page that defines a class."""
    blocks = re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return next(one for one in blocks if f"\nclass {name}(" in one)


def write_project(folder: Path) -> None:
    """Write the application that both pages describe."""
    package = folder / "warga"
    package.mkdir()
    models = code(PAGE, "WorkerRow") + code(IMPORTS, "ResidentRow")
    admin = "from warga.models import ResidentRow, WorkerRow\n"
    admin += code(PAGE, "WorkerRowAdmin") + code(IMPORTS, "ResidentRowAdmin")
    for name, text in {"__init__": "", "models": models, "admin": admin, "urls": URLS}.items():
        (package / f"{name}.py").write_text(text, "utf-8")


def start(folder: Path) -> None:
    """Set up Django with the application, its tables and its rows."""
    from django.core.management import call_command  # noqa: PLC0415 - after the settings

    sys.path.append(str(folder))
    settings.configure(**SETTINGS)
    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
    rows: Any = import_module("warga.models")
    villages = population.villages(
        people=14_000,
        seed=1,
        as_of=date(2025, 10, 10),
        within=RegionCode("63.10"),
        regions=load_regions(),
    )
    workers = [one for village in villages for one in village.workers]
    for number, worker in enumerate(workers):
        rows.WorkerRow.objects.create(
            id=worker.id,
            nik=worker.person.nik,
            phone=PhoneNumber(f"+628000000{number:03}"),
            region=worker.assignments[0].serves,
            category=[*PPKSCategory][number % 26] if number % 3 == 0 else None,
            worker=worker,
        )


def pages() -> dict[str, str]:
    """Return the HTML of each page."""
    from django.contrib.auth.models import User  # noqa: PLC0415 - as above
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    client = Client()
    client.force_login(User.objects.create_user("admin", is_staff=True, is_superuser=True))
    row: Any = import_module("warga.models").WorkerRow.objects.order_by("pk")[0]
    typed = {"id": "psm-1", "nik": "9901 0141 0890", "phone": "12", "region": "Negeri Entah"}
    document = wire.to_json(row.worker, indent=2).replace(row.nik.unmasked, row.nik.unmasked[:-4])

    def sent(sheet: str) -> str:
        file = SimpleUploadedFile("warga.csv", sheet.encode())
        answer = client.post(IMPORT, {"format": "0", "resource": "0", "import_file": file})
        return answer.content.decode()

    found = {
        "list": client.get(LIST),
        "search": client.get(LIST, {"q": row.nik.unmasked}),
        "add": client.get(f"{LIST}add/"),
        "errors": client.post(f"{LIST}add/", {**typed, "category": "", "worker": document}),
        "change": client.get(f"{LIST}{row.pk}/change/"),
        "delete": client.get(f"{LIST}{row.pk}/delete/"),
        "import": client.get(IMPORT),
    }
    return {
        **{name: answer.content.decode() for name, answer in found.items()},
        "import-errors": sent(SHEET),
        "import-preview": sent("\n".join(SHEET.splitlines()[:2])),
    }


class Handler(BaseHTTPRequestHandler):
    """Serves the pages and the static files of the admin."""

    def __init__(self, html: dict[str, str], *args: Any) -> None:  # noqa: ANN401 - of a server
        self.html = html
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with a page or a file."""
        from django.contrib.staticfiles import finders  # noqa: PLC0415 - after the settings

        body, kind = self.html.get(self.path[1:], "").encode(), "text/html; charset=utf-8"
        if self.path.startswith("/static/"):
            name = self.path.removeprefix("/static/").partition("?")[0]
            file = finders.find(name)
            body, kind = (Path(file).read_bytes() if file else b""), guess_type(name)[0] or ""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def main() -> None:
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        write_project(folder)
        start(folder)
        html = pages()
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, html))
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        if sys.argv[1:]:
            for page in html:
                for kind, size in (("desktop", DESKTOP), ("phone", PHONE)):
                    picture = Path(sys.argv[1]).resolve() / f"{page}-{kind}.png"
                    take(f"{address}/{page}", picture, size, folder)
        else:
            for file, (page, size) in DOCS.items():
                take(f"{address}/{page}", PAGE.parent / file, size, folder)
        server.shutdown()


if __name__ == "__main__":
    main()
